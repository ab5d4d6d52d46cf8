#include "landscape/paths/simplex.hpp"

#include <cmath>

#include "catch.hpp"
#include "core/random.hpp"

using namespace hcx;

TEST_CASE("a diagonal column is cheaper than its two legs", "[landscape][simplex][closed-form]") {
  const double s = std::sqrt(0.5);
  Simplex simplex(Eigen::MatrixXd{{1, 0, s}, {0, 1, s}}, Vector::Ones(3), {0, 1});
  const auto walk = simplex.descend(Vector{{1, 1}});
  REQUIRE(walk.size() == 1);
  CHECK((walk[0] - Vector{{0, 0, std::sqrt(2.0)}}).norm() <= 1e-15);
  // From (1, 1) to (1, 0) the diagonal gives way to the first leg; only at t = 0 is the second one idle in the basis.
  const auto corners = simplex.follow(Vector{{1, 1}}, Vector{{1, 0}});
  REQUIRE(corners.size() == 2);
  CHECK(corners[0].t == 0);
  CHECK((corners[1].x - Vector{{1, 0, 0}}).norm() <= 1e-15);
  // From there to (0, 1): via the diagonal at t = 1/2.
  const auto back = simplex.follow(Vector{{1, 0}}, Vector{{0, 1}});
  REQUIRE(back.size() == 2);
  CHECK(back[0].t == Approx(0.5));
  CHECK((back[0].x - Vector{{0, 0, s}}).norm() <= 1e-15);
  CHECK((back[1].x - Vector{{0, 1, 0}}).norm() <= 1e-15);
}

TEST_CASE("the walk keeps the output, lowers the cost and stays within rank + 1 columns; its end satisfies the dual",
          "[landscape][simplex][property]") {
  const int seed = GENERATE(range(1, 31));
  CAPTURE(seed);
  Random random(static_cast<std::uint64_t>(seed));
  const Index n = 6, N = 14, rank = 4;
  Eigen::MatrixXd factor(n, rank), A(rank, N);
  for (double& a : factor.reshaped()) a = random.normal();
  for (double& a : A.reshaped()) a = random.normal();
  A = (factor * A).eval();
  A.colwise().normalize();
  Vector cost(N), x = Vector::Zero(N), goal = Vector::Zero(N);
  for (double& c : cost) c = random.uniform(0.5, 2);
  for (Index i = 0; i < 3; ++i) x[i] = random.uniform(), goal[N - 1 - i] = random.uniform();
  const Vector from = A * x, to = A * goal;

  Simplex simplex(A, cost, {0, 1, 2});
  CHECK(simplex.rank() == rank);
  double before = cost.dot(x);
  for (const Vector& corner : simplex.descend(from)) {
    CHECK((A * corner - from).norm() <= 1e-13);
    CHECK(cost.dot(corner) <= before + 1e-13);
    CHECK((corner.array() >= 0).all());
    CHECK(((corner + x).array() > 0).count() <= rank + 1);
    before = cost.dot(corner), x = corner;
  }
  double slope = -INFINITY, t = 0;
  for (const auto& corner : simplex.follow(from, to)) {
    CHECK((A * corner.x - (1 - corner.t) * from - corner.t * to).norm() <= 1e-13);
    CHECK((corner.x.array() >= 0).all());
    CHECK(((corner.x + x).array() > 0).count() <= rank);
    const double next = corner.t > t ? (cost.dot(corner.x) - before) / (corner.t - t) : slope;
    CHECK(next >= slope - 1e-9);  // convex
    slope = next, before = cost.dot(corner.x), t = corner.t, x = corner.x;
  }
  CHECK(t == 1);
  CHECK(before <= cost.dot(goal) + 1e-12);
}
