/// The dense products and the factorisation that the solvers share, on kernels of our own: they use the processor's wide
/// registers in a build that runs on any, sum in one order everywhere, and spare the WebAssembly module Eigen's templates.
/// Column-major throughout.
#pragma once

#include <vector>

#include "core/types.hpp"

namespace hcx {

/// C = A B. O(rows cols inner).
void multiply(const Eigen::MatrixXd& A, const Eigen::MatrixXd& B, Eigen::MatrixXd& C);

/// y = A x. O(rows cols).
void multiply(const Eigen::MatrixXd& A, const Vector& x, Vector& y);

/// S(index[i], index[j]) += (Y Y')(i, j) for i >= j: the lower triangle, when index is ascending. Y: m x k, m = index.size().
/// O(m^2 k / 2) multiplications and additions.
void add_gram(const Eigen::MatrixXd& Y, const std::vector<Index>& index, Eigen::MatrixXd& S);
/// S = lower triangle of Y Y'. The same, for all rows in order; Y may have any number of rows.
void gram(const Eigen::MatrixXd& Y, Eigen::MatrixXd& S);

/// S = L L' from the lower triangle, in place.
class Cholesky {
 public:
  /// False when a pivot is not positive; the factor is then useless.
  bool factor(Eigen::MatrixXd& S);
  /// x <- S^-1 x.
  void solve(Vector& x) const;

 private:
  const Eigen::MatrixXd* L_ = nullptr;
};

}  // namespace hcx
