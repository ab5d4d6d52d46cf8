/// QR factorisation with column pivoting: what the engine asks of it when columns may be dependent.
#pragma once

#include <Eigen/QR>

#include "core/types.hpp"

namespace hcx {

/// Pivots of this size, relative to the largest, are what rounding leaves of dependent columns of unit length.
inline constexpr double kRoundedPivot = 1e-13;

/// A P = Q R. Pivots below `threshold` times the largest count as zero. Instantiated once: Eigen's templates are most of
/// the size of the WebAssembly module. O(rows cols^2).
class PivotedQR {
 public:
  PivotedQR(const Eigen::MatrixXd& A, double threshold);

  Index rank() const { return rank_; }
  /// |smallest pivot|; 0 when there are more columns than rows.
  double smallest_pivot() const;
  /// x != 0 with A x = 0: the k-th of a basis, k < columns - rank.
  Vector null_vector(Index k = 0) const;
  /// The x with A'A x = g, pivots raised to at least `floor`.
  Vector solve_gram(const Vector& g, double floor) const;
  /// An x that minimises ||A x - v||: 0 on the dependent columns.
  Vector least_squares(const Vector& v) const;
  /// The shortest v with A' v = t, for the independent columns of A.
  Vector shortest(const Vector& t) const;
  /// What is left of v after projecting out the columns of A.
  Vector orthogonal_part(const Vector& v) const;

 private:
  double pivot(Index k, double floor) const;
  void apply_q(Vector& v) const;
  void apply_q_transposed(Vector& v) const;
  /// R11 x = b and R11' x = b on the leading k x k triangle, in place.
  void solve_r(Vector& x, Index k, double floor) const;
  void solve_r_transposed(Vector& x, Index k, double floor) const;
  Vector permuted(const Vector& x) const;    ///< P' x
  Vector unpermuted(const Vector& x) const;  ///< P x

  Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr_;
  Index rank_;
};

}  // namespace hcx
