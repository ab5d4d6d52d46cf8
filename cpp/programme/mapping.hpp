/// From a network to a point of the convex programme and back.
#pragma once

#include <vector>

#include "network/network.hpp"
#include "programme/programme.hpp"

namespace hcx {

/// Block (s, u) becomes the neuron w = u / sqrt(||u||), alpha = s sqrt(||u||): ||w||^2 + alpha^2 = 2 ||u||, the least
/// weight decay at which it can act as it does. Zero blocks give no neuron. d: columns of W.
Network to_network(const std::vector<Block>& blocks, Index d);

/// Neurons of one pattern and one sign of alpha are summed, u = sum |alpha_i| w_i: each cone is convex, so the output on
/// the data stays and the value cannot rise above the network's loss. Neurons that act on no data point are left out.
/// Throws InvalidArgument when W has not as many columns as X.
std::vector<Block> to_blocks(const Matrix& X, const Network& network);

/// to_network(to_blocks(.)): the same output on the data, balanced, no larger penalty, at most one neuron a block.
Network merge(const Matrix& X, const Network& network);

}  // namespace hcx
