/// Proof of how good a network is among those with given activation patterns. This code knows no solver.
#pragma once

#include <optional>

#include "certificate/certificate.hpp"
#include "core/problem.hpp"
#include "network/network.hpp"
#include "patterns/pattern_set.hpp"

namespace hcx {

/// objective: the loss of `network`, whatever its patterns. lower_bound: no network whose neurons lie in the closed cones of
/// the given blocks, of any width, has a smaller loss. worst_neuron: the unit direction in these cones that lowers the loss
/// fastest, or 0 when there is none.
///
/// On the canonical scale theta is feasible iff ||Proj_K(s X' D theta)|| <= b for every block (D, s) with cone K; see
/// certificate.hpp for the rest and for `dual`. Repeated patterns count once, zero rows of X and the all-off pattern not at
/// all, and patterns that no direction realises have a cone that is a face of others', or {0}.
/// Rounding errors are subtracted. At lambda = 0 every projection must vanish, which rounding hardly allows: the bound then
/// holds over the networks whose sum ||w_i|| |alpha_i| is at most that of `network`, or 100 in units in which each column of X and y are about
/// 1 when that is more (else the zero network would be optimal), and is charged for what they could gain;
/// r projected on the complement of all columns of the D X is tried as well, which is exact when every pattern has both
/// signs and has an interior.
/// Throws InvalidArgument on bad input, sizes beyond those of ScaledProblem or a network whose loss is not finite.
/// O(n d patterns) and a projection, a few O(n d), for each block whose gated bound ||X' D theta|| exceeds the largest.
Certificate certify(const Problem& problem, const Network& network, const PatternSet& patterns,
                    const std::optional<Vector>& dual = std::nullopt);

}  // namespace hcx
