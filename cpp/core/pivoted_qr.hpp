/// QR factorisation with column pivoting: what the engine asks of it when columns may be dependent.
#pragma once

#include <vector>

#include "core/types.hpp"

namespace hcx {

/// A P = Q R by Householder's reflections. Pivots below `threshold` times the largest count as zero. Our own: Eigen's is
/// six times the size in the WebAssembly module. O(rows cols^2).
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
  void factor();
  void pivot_to(Index k, Vector& norms, Vector& exact);
  void reflect_column(Index k);
  void update_norms(Index k, Vector& norms, Vector& exact) const;
  /// v <- H_k v, H_k = I - tau_k (1, h)(1, h)', h below the diagonal of qr_. v: rows.
  void reflect(Index k, double* v) const;
  double pivot(Index k, double floor) const;
  void apply_q(Vector& v) const;
  void apply_q_transposed(Vector& v) const;
  /// R11 x = b and R11' x = b on the leading k x k triangle, in place.
  void solve_r(Vector& x, Index k, double floor) const;
  void solve_r_transposed(Vector& x, Index k, double floor) const;
  Vector permuted(const Vector& x) const;    ///< P' x
  Vector unpermuted(const Vector& x) const;  ///< P x

  Eigen::MatrixXd qr_;        ///< R on and above the diagonal, the reflections below
  Vector tau_;                ///< min(rows, cols)
  std::vector<Index> order_;  ///< P: column k of A P is column order_[k] of A
  Index rank_ = 0;
};

}  // namespace hcx
