/// All activation patterns that some direction realises.
#pragma once

#include <string_view>
#include <vector>

#include "core/types.hpp"
#include "patterns/pattern.hpp"

namespace hcx {

/// The distinct patterns {1[X w > 0] : w off every line}, the all-off one included when it is realised, in the order of
/// the sweep around the circle. Exact, duplicate, antipodal and zero rows included.
/// d = 1: at most two patterns; d = 2: at most 2n. O(n^2) to write them down.
/// Throws InvalidArgument when X is empty or not finite, or d > 2.
std::vector<Pattern> enumerate_patterns(const Matrix& X);

/// X seen in the plane: d = 1 gains a column of zeros, d = 2 is unchanged. The exact methods of this engine live there.
/// Throws InvalidArgument for d > 2, naming what was asked.
Matrix in_the_plane(const Matrix& X, std::string_view asked);

}  // namespace hcx
