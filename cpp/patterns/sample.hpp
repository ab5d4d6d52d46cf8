/// Some activation patterns: when there are too many to list, or when the network's own are wanted.
#pragma once

#include <cstdint>
#include <vector>

#include "core/types.hpp"
#include "patterns/pattern.hpp"

namespace hcx {

/// The distinct patterns of `draws` directions w ~ N(0, I), in the order they were first seen; the same for the same seed
/// on every platform as far as the products X w round alike. Throws InvalidArgument when X is empty or not finite, or
/// draws is not in 1 .. 10^7. O(draws n d).
std::vector<Pattern> sample_patterns(const Matrix& X, std::int64_t draws, std::uint64_t seed);

/// The distinct patterns of the rows of W, in order: those that a network has. Throws InvalidArgument when the widths of X
/// and W differ. O(m n d).
std::vector<Pattern> patterns_of(const Matrix& X, const Matrix& W);

}  // namespace hcx
