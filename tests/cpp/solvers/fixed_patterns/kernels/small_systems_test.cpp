#include "solvers/fixed_patterns/kernels/small_systems.hpp"

#include <vector>

#include "catch.hpp"
#include "core/random.hpp"

using namespace hcx;
using fixed_patterns::SmallSystems;

namespace {

Eigen::MatrixXd random_matrix(Random& random, Index rows, Index cols) {
  Eigen::MatrixXd A(rows, cols);
  for (double& x : A.reshaped()) x = random.normal();
  return A;
}

void put(const Eigen::MatrixXd& H, double* entry) {
  for (Index c = 0; c < H.cols(); ++c)
    for (Index r = c; r < H.rows(); ++r, entry += SmallSystems::kLanes) *entry = H(r, c);
}

Eigen::MatrixXd get(const double* entry, Index d) {
  Eigen::MatrixXd H(d, d);
  for (Index c = 0; c < d; ++c)
    for (Index r = c; r < d; ++r, entry += SmallSystems::kLanes) H(r, c) = H(c, r) = *entry;
  return H;
}

}  // namespace

TEST_CASE("systems side by side are solved and inverted as one by one", "[fixed]") {
  Random random(5);
  for (const Index d : {1, 2, 7})
    for (const Index count : {1, 4, 6}) {
      SmallSystems systems(d, count), inverses(d, count);
      std::vector<Eigen::MatrixXd> H;
      for (Index k = 0; k < count; ++k) {
        const Eigen::MatrixXd A = random_matrix(random, d, d + 2);
        H.push_back(A * A.transpose() + Eigen::MatrixXd::Identity(d, d));
        put(H.back(), systems.entries(k));
      }
      const Eigen::MatrixXd right = random_matrix(random, d, count);
      Eigen::MatrixXd u = right;
      REQUIRE(systems.factor(0));
      systems.solve(u);
      systems.inverses(inverses);
      for (Index k = 0; k < count; ++k) {
        const Eigen::MatrixXd& one = H[static_cast<std::size_t>(k)];
        CHECK((one * u.col(k) - right.col(k)).norm() < 1e-12 * one.norm());
        const Eigen::MatrixXd inverse = get(inverses.entries(k), d);
        CHECK((one * inverse - Eigen::MatrixXd::Identity(d, d)).norm() < 1e-12 * one.norm());
      }
    }
}

TEST_CASE("an indefinite system among others is noticed", "[fixed]") {
  SmallSystems systems(2, 3);
  for (Index k = 0; k < 3; ++k) put(Eigen::MatrixXd::Identity(2, 2), systems.entries(k));
  systems.entries(1)[SmallSystems::kLanes * 2] = -1;
  CHECK_FALSE(systems.factor(0));
}
