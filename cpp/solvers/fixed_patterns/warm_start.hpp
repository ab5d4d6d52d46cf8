/// From a network to blocks of a programme over given patterns.
#pragma once

#include <vector>

#include "network/network.hpp"
#include "solvers/fixed_patterns/cones.hpp"

namespace hcx::fixed_patterns {

struct WarmStart {
  Eigen::MatrixXd U;                      ///< d x K, in the programme's units; blocks may lie outside their cones
  std::vector<std::vector<Index>> walls;  ///< K: the points on whose wall a block lies
  Vector residual;                        ///< n: of the network, which is not the blocks' where a neuron does not fit
  bool fits = true;                       ///< every neuron lies in a cone

  /// Of the faces on which the blocks lie, in all.
  Index dimensions() const;
};

/// Every neuron becomes part of the block of its sign whose cone it lies in, or else of the one it is least outside of: a
/// neuron whose pattern left the programme goes to the pattern that took its place.
WarmStart warm_start(const Cones& cones, const Network& network);

}  // namespace hcx::fixed_patterns
