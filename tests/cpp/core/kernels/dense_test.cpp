#include "core/kernels/dense.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "catch.hpp"
#include "core/random.hpp"

using namespace hcx;

namespace {

Eigen::MatrixXd random_matrix(Random& random, Index rows, Index cols) {
  Eigen::MatrixXd A(rows, cols);
  for (double& x : A.reshaped()) x = random.normal();
  return A;
}

/// Largest difference in the lower triangle.
double lower_difference(const Eigen::MatrixXd& A, const Eigen::MatrixXd& B) {
  double largest = 0;
  for (Index j = 0; j < A.cols(); ++j)
    for (Index i = j; i < A.rows(); ++i) largest = std::max(largest, std::abs(A(i, j) - B(i, j)));
  return largest;
}

}  // namespace

TEST_CASE("products of every size are those of the definition", "[core][property]") {
  Random random(1);
  for (Index m = 1; m <= 40; ++m) {
    CAPTURE(m);
    const Index k = 1 + m % 5;
    const Eigen::MatrixXd Y = random_matrix(random, m, k);
    const Eigen::MatrixXd exact = Y.lazyProduct(Y.transpose());
    Eigen::MatrixXd S, C;
    gram(Y, S);
    CHECK(lower_difference(S, exact) <= 1e-13);
    const Eigen::MatrixXd transposed = Y.transpose();
    multiply(Y, transposed, C);
    CHECK((C - exact).cwiseAbs().maxCoeff() <= 1e-13);

    // Into the rows and columns 1, 3, 5, ... of a larger matrix.
    std::vector<Index> index;
    for (Index i = 0; i < m; ++i) index.push_back(2 * i + 1);
    Eigen::MatrixXd large = Eigen::MatrixXd::Ones(2 * m, 2 * m);
    add_gram(Y, index, large);
    for (Index j = 0; j < m; ++j)
      for (Index i = j; i < m; ++i) CHECK(large(2 * i + 1, 2 * j + 1) == Approx(1 + exact(i, j)).margin(1e-13));
    CHECK(large.row(0).isOnes(0));
  }
}

TEST_CASE("Cholesky solves positive definite systems and refuses others", "[core]") {
  Random random(2);
  for (const Index n : {1, 3, 40}) {
    const Eigen::MatrixXd Y = random_matrix(random, n, n + 3);
    Eigen::MatrixXd S;
    gram(Y, S);
    const Vector x = random_matrix(random, n, 1);
    Vector b = Y.lazyProduct(Y.transpose() * x);
    Cholesky cholesky;
    REQUIRE(cholesky.factor(S));
    cholesky.solve(b);
    CHECK((b - x).norm() <= 1e-7 * x.norm());
  }
  Eigen::MatrixXd indefinite{{1, 0}, {2, 1}};
  CHECK(!Cholesky().factor(indefinite));
}
