/// An order of the points around the circle in which the points that a face switches on are one span of neighbours.
#pragma once

#include <array>
#include <vector>

#include "core/types.hpp"
#include "solvers/exact/circle_face.hpp"

namespace hcx::exact {

/// Places begin, ..., end - 1 of m around the circle; those from m on stand for themselves less m. 0 <= begin < m.
struct PointSpan {
  Index begin, end;

  bool empty() const { return begin == end; }
};

/// The symmetric matrix [xx xy; xy yy].
struct Moments {
  double xx = 0, xy = 0, yy = 0;

  double trace() const { return xx + yy; }
  /// a' M b. (Not as M times b: this way it is the same both ways round.)
  double product(const Point& a, const Point& b) const {
    return xx * (a.x() * b.x()) + xy * (a.x() * b.y() + a.y() * b.x()) + yy * (a.y() * b.y());
  }
};

/// A point's place is the ray whose crossing, counterclockwise, switches it on; half a turn later it goes off again. So a
/// face's points are those of the half turn before it. Zero rows, which are always off, come last, outside every span.
class PointOrder {
 public:
  /// O(n).
  PointOrder(const Matrix& X, const Circle& circle);

  Index places() const { return places_; }  ///< m: the points that are not zero
  const Vector& x() const { return x_; }    ///< first coordinates, in places' order; n values
  const Vector& y() const { return y_; }    ///< second coordinates
  Vector placed(const Vector& v) const;     ///< v in places' order
  Vector unplaced(const Vector& v) const;   ///< back in the points' own order

  /// The points that are on in the face. O(1).
  PointSpan of(const CircleFace& face) const;
  /// Sum of x x' over the points in both spans, from prefix sums: O(1), to the full precision of its trace.
  Moments common(const PointSpan& a, const PointSpan& b) const;

 private:
  /// Prefix sums of x x' as unevaluated sums of two doubles: their differences keep the digits of a short span.
  struct Prefix {
    std::array<double, 3> high{}, low{};
  };
  void sum_up();

  Index places_;
  std::vector<Index> point_;  ///< at each place
  std::vector<Index> start_;  ///< first place of the points that ray k switches on; 2L + 1 values
  Vector x_, y_;
  std::vector<Prefix> prefix_;  ///< twice around: 2m + 1
};

}  // namespace hcx::exact
