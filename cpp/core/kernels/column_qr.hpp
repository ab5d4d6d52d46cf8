/// QR factorisation of a few columns that come and go.
#pragma once

#include "core/types.hpp"

namespace hcx {

/// A = Q R, A: d x k with k <= d independent columns, Q: d x k orthonormal, R: k x k upper triangular. Appending or removing
/// a column costs O(d k); orthogonality is kept by a second Gram-Schmidt pass where the first cancels. Nothing is allocated after construction.
class ColumnQR {
 public:
  explicit ColumnQR(Index rows);

  Index rows() const { return Q_.rows(); }
  Index size() const { return k_; }
  void clear() { k_ = 0; }

  /// Appends a. Returns false, and changes nothing, when what is left of a beside the other columns is shorter than
  /// `tolerance` times a, or when there are d columns already.
  bool append(const double* a, double tolerance);
  /// Appends a unit vector that is orthogonal to the columns, which is not checked; there are fewer than d.
  void append_orthonormal(const double* q);
  /// Removes column i; those behind it move up.
  void remove(Index i);

  /// t <- Q' v (k values), v <- v - Q t: the part of v orthogonal to the columns. v: d.
  void split(double* v, double* t) const;
  /// The x with R x = t, in place: with t = Q' v these are the least-squares coefficients of v in the columns.
  void solve(double* t) const;

 private:
  void first_pass(double* v, double* t) const;   ///< t <- Q' v, v <- v - Q t
  void second_pass(double* v, double* t) const;  ///< the same once more, added to t

  Eigen::MatrixXd Q_, R_;
  Index k_ = 0;
};

}  // namespace hcx
