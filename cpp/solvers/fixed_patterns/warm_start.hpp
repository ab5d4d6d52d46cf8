/// From a network to blocks of a programme over given patterns.
#pragma once

#include <vector>

#include "network/network.hpp"
#include "solvers/fixed_patterns/cones.hpp"

namespace hcx::fixed_patterns {

struct WarmStart {
  Eigen::MatrixXd U;                      ///< d x K, in the programme's units
  std::vector<std::vector<Index>> walls;  ///< K: the points on whose wall a block lies
};

/// Every neuron becomes part of the first block of its sign whose cone it lies in to rounding; others are left out.
WarmStart warm_start(const Cones& cones, const Network& network);

}  // namespace hcx::fixed_patterns
