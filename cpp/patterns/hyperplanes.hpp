/// The hyperplanes {w : x_j . w = 0} at which points switch on and off.
#pragma once

#include <utility>
#include <vector>

#include "core/types.hpp"

namespace hcx {

/// A hyperplane and the points that lie on it: +1 those whose row points like its normal, -1 the others.
struct Hyperplane {
  Vector normal;  ///< unit, d
  std::vector<std::pair<Index, int>> points;
};

/// Those of the rows of X, in the order in which they appear; parallel and antipodal rows (to 1e-13) share one, zero rows have
/// none. X: n x d. O(n d) a hyperplane.
std::vector<Hyperplane> hyperplanes(const Matrix& X);

}  // namespace hcx
