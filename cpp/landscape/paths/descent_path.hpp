/// From any network down to the global optimum on a path along which the loss never rises.
#pragma once

#include "core/problem.hpp"
#include "landscape/paths/path_frames.hpp"

namespace hcx {

/// The path of non-increasing loss from `start` to a network with the loss of `target`, a global optimum. By stages: balance,
/// merge, reduce to at most rank <= n neurons; then, as soon as the target's neurons (reduced as well) find room beside them,
/// straight in the space of measures; until then neuron by neuron, by the simplex method: first to the cheapest network of
/// the present output, then along the cheapest networks of the outputs (1 - t) f + t f_target. Their cost v(t) is convex, so
/// k ||f_t - y||^2 + 2 lambda v(t) is convex and falls to its minimum at t = 1.
///
/// Width n + 1 always suffices, rank + 1 too, where rank is that of the outputs of both networks' neurons.
/// Throws InvalidArgument on a bad problem or network, or when the width is less. O(n^2 N^2) or so for N neurons in both.
DescentPath descent_path(const Problem& problem, const Network& start, const Network& target);

}  // namespace hcx
