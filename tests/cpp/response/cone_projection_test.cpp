#include "response/cone_projection.hpp"

#include <cmath>

#include "catch.hpp"
#include "core/random.hpp"

using namespace hcx;

namespace {

struct Cone {
  Eigen::MatrixXd points;  ///< d x n, unit columns or 0
  Vector side;
};

Cone random_cone(Random& random, Index n, Index d) {
  Cone cone{Eigen::MatrixXd(d, n), Vector(n)};
  for (double& x : cone.points.reshaped()) x = random.normal();
  cone.points.colwise().normalize();
  for (double& s : cone.side) s = random.uniform() < 0.5 ? -1 : 1;
  return cone;
}

Vector random_vector(Random& random, Index d) {
  Vector v(d);
  for (double& x : v) x = random.normal();
  return v;
}

/// w in the cone, p - w = -G' zeta with zeta >= 0, and zeta_j > 0 only where g_j . w = 0: these determine the projection.
void check_optimal(const Cone& cone, const Vector& p, const ConeProjection& projection) {
  const double size = p.norm();
  const Vector& w = projection.w();
  for (Index j = 0; j < cone.side.size(); ++j) CHECK(cone.side[j] * cone.points.col(j).dot(w) >= -1e-13 * size);
  Vector remainder = w - p;
  for (std::size_t i = 0; i < projection.active().size(); ++i) {
    const Index j = projection.active()[i];
    const double zeta = projection.multipliers()[static_cast<Index>(i)];
    CHECK(zeta >= 0);
    CHECK(std::abs(cone.points.col(j).dot(w)) <= 1e-13 * size);
    remainder -= zeta * cone.side[j] * cone.points.col(j);
  }
  CHECK(remainder.norm() <= 1e-12 * size);
}

}  // namespace

TEST_CASE("a projection satisfies the optimality conditions", "[convex][property]") {
  const auto seed = GENERATE(range(1, 31));
  CAPTURE(seed);
  Random random(static_cast<std::uint64_t>(seed));
  const Index d = 1 + seed % 8, n = 1 + 3 * seed % 25;
  Cone cone = random_cone(random, n, d);
  if (seed % 3 == 0)  // points that share a wall, and one that is no wall
    for (Index j = 1; j < n; j += 2) cone.points.col(j) = -cone.points.col(j - 1), cone.side[j] = -cone.side[j - 1];
  if (seed % 5 == 0) cone.points.col(0).setZero();
  ConeProjection projection(d);
  Vector p = random_vector(random, d);
  for (int k = 0; k < 20; ++k) {
    projection.project(cone.points.transpose(), cone.side.data(), p.data());  // from the walls of the last one
    check_optimal(cone, p, projection);
    ConeProjection fresh(d);
    fresh.project(cone.points.transpose(), cone.side.data(), p.data());
    CHECK((fresh.w() - projection.w()).norm() <= 1e-11 * p.norm());
    p += (k % 2 == 0 ? 0.01 : 1) * random_vector(random, d);
  }
}

TEST_CASE("an orthant's projection is the positive part", "[convex]") {
  const Cone orthant{Eigen::MatrixXd::Identity(3, 3), Vector{{1, -1, 1}}};
  const Vector p{{2, 3, -1}};
  ConeProjection projection(3);
  projection.project(orthant.points.transpose(), orthant.side.data(), p.data());
  CHECK((projection.w() - Vector{{2, 0, 0}}).norm() <= 1e-15);
  CHECK(projection.active().size() == 2);
  const Vector inside{{1, -2, 0.5}};
  projection.project(orthant.points.transpose(), orthant.side.data(), inside.data());
  CHECK(projection.w() == inside);
}

TEST_CASE("a cone that is one point projects everything to it", "[convex]") {
  const Cone nothing{Eigen::MatrixXd{{1, -0.5, -0.5}, {0, std::sqrt(0.75), -std::sqrt(0.75)}}, Vector::Ones(3)};
  Random random(3);
  for (int k = 0; k < 10; ++k) {
    const Vector p = random_vector(random, 2);
    ConeProjection projection(2);
    projection.project(nothing.points.transpose(), nothing.side.data(), p.data());
    CHECK(projection.w().norm() <= 1e-14 * p.norm());
  }
}

TEST_CASE("a projection that stops early is an upper bound", "[convex][property]") {
  Random random(4);
  for (int k = 0; k < 30; ++k) {
    const Cone cone = random_cone(random, 20, 5);
    const Vector p = random_vector(random, 5);
    ConeProjection exact(5), early(5);
    exact.project(cone.points.transpose(), cone.side.data(), p.data());
    early.project(cone.points.transpose(), cone.side.data(), p.data(), 0.5 * p.norm());
    CHECK(early.w().norm() >= exact.w().norm() - 1e-13);
    CHECK((early.w().norm() <= 0.5 * p.norm() || (early.w() - exact.w()).norm() <= 1e-12));
  }
}

TEST_CASE("a block a little way outside is put on its walls", "[convex]") {
  // Rounding hides in ||w|| what a wall changes here.
  Random random(5);
  for (int k = 0; k < 30; ++k) {
    Cone cone = random_cone(random, 12, 6);
    Vector p = random_vector(random, 6);
    for (Index j = 0; j < 12; ++j) {
      if (j < 4) {  // p is 1e-9 behind four walls
        cone.points.col(j) -= p * ((cone.points.col(j).dot(p) + 1e-9 * cone.side[j]) / p.squaredNorm());
        cone.points.col(j).normalize();
      } else {
        cone.side[j] = cone.points.col(j).dot(p) > 0 ? 1 : -1;
      }
    }
    ConeProjection projection(6);
    projection.project(cone.points.transpose(), cone.side.data(), p.data());
    for (Index j = 0; j < 12; ++j) CHECK(cone.side[j] * cone.points.col(j).dot(projection.w()) >= -2e-13 * p.norm());
    CHECK((projection.w() - p).norm() <= 1e-7);
  }
}
