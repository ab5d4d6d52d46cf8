/// The largest eigenvalue of a symmetric operator that is known by what it does to vectors.
#pragma once

#include <functional>

#include "core/types.hpp"

namespace hcx {

/// Lanczos' method from a seeded random start, every new vector made orthogonal to all before: exact to rounding after
/// `size` steps, or as soon as the vectors span all that the operator makes of the start. Above 400 unknowns it also ends when
/// three steps in a row change nothing to rounding, after 150 at the latest. O(size) memory a step.
double largest_eigenvalue(Index size, const std::function<Vector(const Vector&)>& apply);

}  // namespace hcx
