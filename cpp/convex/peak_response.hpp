/// How strongly one neuron can correlate with a vector: the quantity that dual feasibility bounds.
#pragma once

#include "core/types.hpp"

namespace hcx {

/// pi(v) = max over ||w|| <= 1 of  v . max(0, X w).
struct PeakResponse {
  double value;  ///< pi(v), >= 0, to rounding
  double bound;  ///< a number >= pi(v) in exact arithmetic: value plus everything rounding can have hidden
  Vector w;      ///< a unit maximiser, or 0 when pi(v) = 0
};

/// Exact for d <= 2, where v . max(0, X w) is a sinusoid on every sector of the circle: its maximum lies on a ray or where
/// a sector's own gradient g = X'D v points into the sector, with value ||g||. Evaluated afresh on each of the at most 2n
/// sectors, so that no error builds up: O(n^2). Throws InvalidArgument for d > 2.
PeakResponse peak_response(const Matrix& X, const Vector& v);

}  // namespace hcx
