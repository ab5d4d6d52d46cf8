/// Whether training has anything left to do.
#pragma once

#include "core/problem.hpp"
#include "network/network.hpp"

namespace hcx {

/// True when every neuron theta_i = (w_i, alpha_i) is settled: its gradient g_i is small beside the fastest it could grow,
///     ||g_i|| <= 1e-9 c ||theta_i||,   c = 2 k ||X||_F ||y|| + 2 lambda,
/// or it only decays and what its decay can still win, theta_i . g_i, is below 1e-12 of the loss.
/// The measure is a growth rate, not a gradient: at a saddle, such as weights of 1e-9, gradients are tiny but neurons grow.
/// At a kink the derivative is the one that training uses. O(n m d).
bool is_stationary(const Problem& problem, const Network& network);

}  // namespace hcx
