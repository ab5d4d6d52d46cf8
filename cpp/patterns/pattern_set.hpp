/// Which blocks a convex programme over given patterns has.
#pragma once

#include <vector>

#include "core/types.hpp"
#include "patterns/pattern.hpp"

namespace hcx {

/// Patterns, each with both signs or with one. Repeated ones are allowed and count once.
struct PatternSet {
  std::vector<Pattern> patterns;   ///< of n points each
  std::vector<signed char> signs;  ///< one +-1 a pattern; empty: both signs for every pattern
};

/// Throws InvalidArgument when a pattern has not n points, or the signs are neither none nor one +-1 a pattern.
void validate(const PatternSet& set, Index n);

}  // namespace hcx
