/// The n x n system that all blocks of an interior-point step share.
#pragma once

#include <vector>

#include "core/kernels/dense.hpp"
#include "solvers/fixed_patterns/cones.hpp"
#include "solvers/fixed_patterns/kernels/small_systems.hpp"

namespace hcx::fixed_patterns {

/// Solves (blkdiag(H_k) + A'A) u = rhs for A = [s_k D_k X]: by Woodbury
///     u = H^-1 (rhs - A' S^-1 A H^-1 rhs),   S = I + sum_k A_k H_k^-1 A_k'.
/// Both signs of a pattern share A_k A_k', so that their inverses are added first; only rows that are on enter.
class Schur {
 public:
  explicit Schur(const Cones& cones);

  /// The H_k, to be filled before factor().
  SmallSystems& blocks() { return H_; }
  /// Factors the blocks and S; false when rounding made one indefinite. O(K d^3 + sum_p a_p^2 d + n^3 / 3), a_p points on.
  bool factor();
  /// u <- the solution, d x K. O(K d^2 + n d P).
  void solve(Eigen::MatrixXd& u);

 private:
  bool factor_blocks();
  void assemble();
  /// S += A M A', M the sum of the pattern's inverses.
  void add_pattern(Index p);

  const Cones& cones_;
  SmallSystems H_;                          ///< K: H_k, then its Cholesky factor
  SmallSystems inverses_;                   ///< K: their inverses
  SmallSystems sums_;                       ///< P: sum of the inverses of the pattern's blocks, then its factor
  std::vector<std::vector<Index>> active_;  ///< P: points that are on
  Eigen::MatrixXd S_, correction_, factor_, active_rows_, seen_;
  Cholesky cholesky_;
};

}  // namespace hcx::fixed_patterns
