/// The shortest combination of given vectors with coefficients between bounds.
#pragma once

#include <vector>

#include "core/kernels/column_qr.hpp"
#include "core/types.hpp"

namespace hcx {

/// w = argmin ||c + sum_h a_h h|| over lower <= a <= upper: the point of a zonotope (plus a cone, where a bound is infinite)
/// nearest to 0. By duality ||w|| = max over ||v|| <= 1 of c . v + sum_h min over a_h of a_h h . v, reached at w / ||w||; and
/// for any a within its bounds ||c + sum a_h h|| is an upper bound on it.
///
/// Bounded-variable least squares, an active set method (Stark and Parker 1995), on an updated QR factorisation of the
/// columns whose coefficient is free. It starts from any set of coefficients, such as the solution for other bounds, from
/// which it is then a few steps of O(m d) away.
class NearestCombination {
 public:
  /// Where a coefficient is.
  enum Place : signed char { AtLower = -1, Free = 0, AtUpper = 1 };

  /// vectors: d x m, unit columns h; they outlive this.
  explicit NearestCombination(const Eigen::MatrixXd& vectors);

  Vector offset;        ///< c, d; 0 unless set
  Vector lower, upper;  ///< m each, lower <= upper, not both infinite: the caller's to set

  /// Places to start from. A place at an infinite bound counts as the other; a free coefficient outside its bounds is put on one.
  void start(const signed char* places);
  /// The places that the bound min over a of a h . w asks for.
  void start_towards(const Vector& w);
  /// From there to the solution, or until ||w|| <= enough.
  void solve(double enough = 0);

  const Vector& w() const { return w_; }            ///< c + sum a_h h, summed afresh
  const Vector& slopes() const { return slopes_; }  ///< h . w, m
  const std::vector<signed char>& places() const { return places_; }
  double coefficient_sum() const { return a_.lpNorm<1>(); }  ///< sum |a_h|: what rounding of w is relative to

 private:
  void settle();  ///< base_ and the free coefficients, put within their bounds, from places_
  void fit();     ///< w_ and trial_ for the present free set
  void move_within_bounds();
  void fix(Index i, signed char place);
  bool release(Index h);
  Index most_wrong(double tolerance) const;

  const Eigen::MatrixXd& vectors_;
  Vector a_, base_, w_, slopes_, trial_;
  std::vector<signed char> places_;
  std::vector<Index> free_;
  ColumnQR qr_;
};

}  // namespace hcx
