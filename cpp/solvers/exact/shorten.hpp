/// Caratheodory's reduction: fewer terms for the same sum.
#pragma once

#include <vector>

#include "core/types.hpp"

namespace hcx::exact {

/// For terms length_i * direction_i and changes of the lengths that keep the sum of terms (a basis of the dependencies):
/// moves along each change in turn, in the sense that does not raise the sum of lengths, until a length vanishes. The changes
/// to come are made to leave that one at zero. False when that would have cost them digits: ask for new changes of what is
/// left. O(terms * changes^2).
bool shorten(Vector& lengths, std::vector<Vector> changes);

}  // namespace hcx::exact
