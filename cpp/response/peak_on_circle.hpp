/// How strongly one neuron can correlate with a vector: the quantity that dual feasibility bounds.
#pragma once

#include "core/types.hpp"
#include "patterns/circle.hpp"

namespace hcx {

/// pi(v) = max over ||w|| <= 1 of  v . max(0, X w).
struct CirclePeak {
  double value;  ///< pi(v), >= 0, to rounding
  double bound;  ///< a number >= pi(v) in exact arithmetic: value plus everything rounding can have hidden
  Point w;       ///< a unit maximiser, or 0 when pi(v) = 0
};

/// Exact in the plane, where v . max(0, X w) is a sinusoid on every sector of the circle: its maximum lies on a ray or where
/// a sector's own gradient g = X'D v points into the sector, with value ||g||. From one sector to the next g changes by the
/// points of one line. O(n).
/// X: n x 2 with entries of size about 1, `circle` its arrangement, v: n.
CirclePeak peak_on_circle(const Matrix& X, const Circle& circle, const Vector& v);

}  // namespace hcx
