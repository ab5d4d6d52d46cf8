/// The potential along which small neurons turn.
#pragma once

#include "core/problem.hpp"
#include "network/network.hpp"

namespace hcx {

/// G(u) = 2 k (y - f(X)) . max(0, X u) at u = w_i / ||w_i|| for every row of W: how fast ln ||w|| of a small balanced neuron
/// with alpha > 0 grows in the direction u (with alpha < 0: minus that). While f is still 0, neurons climb G on the sphere,
/// and its maxima are where they gather. A zero row gives 0. Maennel, Bousquet, Gelly (2018).
/// `network` is what has been learnt so far; it may be empty. Throws InvalidArgument as evaluate. O(n d (rows + m)).
Vector alignment_potential(const Problem& problem, const Matrix& W, const Network& network);

}  // namespace hcx
