/// Fewer neurons for the same outputs.
#pragma once

#include <vector>

#include "programme/programme.hpp"

namespace hcx::exact {

/// At most n = rows of X of the blocks, each lengthened or shortened, with the same sum of outputs and no larger sum of
/// lengths (Caratheodory), see programme/network_reduction. O(n^3) a block removed.
std::vector<Block> at_most_n_blocks(const Matrix& X, std::vector<Block> blocks);

}  // namespace hcx::exact
