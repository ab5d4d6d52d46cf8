/// What a solver answered, and how right it is.
#pragma once

#include <string>
#include <vector>

#include "programme/programme.hpp"

namespace hcx::bench {

struct Answer {
  std::vector<Block> blocks;  ///< the nonzero ones
  double objective;           ///< loss of the network
  double lower_bound;         ///< proven by the solver's certificate
  std::string status;
};

/// How far a block is outside its cone: max over blocks and points of  -(2 D_jj - 1) x_j . u / (||x_j|| max_k ||u_k||), or
/// 0 when all are inside.
double violation(const Problem& problem, const std::vector<Block>& blocks);

}  // namespace hcx::bench
