/// What no network can fit.
#pragma once

#include <vector>

#include "core/types.hpp"
#include "patterns/pattern.hpp"

namespace hcx {

using Lines = std::vector<std::vector<Index>>;  ///< the points on each line, or hyperplane, of an arrangement

/// The part of r orthogonal to max(0, X w) for every w. Those vectors span the crossings of the lines, which are orthogonal
/// to each other, and the columns of D X for one cell, `on`. Zero unless points share a line. O(n d^2).
Vector unfittable_part(const Matrix& X, const Lines& lines, const Pattern& on, const Vector& r);

}  // namespace hcx
