/// The convex programme equivalent to training:
///
///   minimise over blocks u_k in K_k   factor * ( 1/2 || sum_k s_k D_k X u_k - y ||^2 + b sum_k ||u_k|| ),
///   K_k = {u : (2 D_k - I) X u >= 0},   s_k = +-1,
///
/// one block per activation pattern D_k and sign. Pilanci, Ergen (2020); the constant is the article's (see CanonicalScale).
#pragma once

#include <vector>

#include "core/problem.hpp"
#include "patterns/pattern.hpp"

namespace hcx {

/// A nonzero block of a point of the programme: u in the cone of the pattern.
struct Block {
  Pattern pattern;  ///< D, n
  int sign;         ///< s, +1 or -1: the sign of the neuron's alpha
  Vector u;         ///< d
};

/// The programme's value at a point. O(n d) a block.
double programme_value(const Problem& problem, const std::vector<Block>& blocks);

}  // namespace hcx
