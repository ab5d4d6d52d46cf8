/// The loss on the way from one network to another.
#pragma once

#include "core/problem.hpp"
#include "landscape/paths/network_at.hpp"

namespace hcx {

struct LossProfile {
  Vector t, loss;  ///< equally spaced from 0 to 1
};

/// Along the straight line (1 - t) from + t to in weight space. Throws InvalidArgument on a bad problem or network, when the
/// shapes disagree, the loss leaves the finite range or samples is not 2 .. 1e6. O(n m d) a sample.
LossProfile loss_along(const Problem& problem, const Network& from, const Network& to, int samples);

/// Along a path of key frames; throws as well where network_at does.
LossProfile loss_along(const Problem& problem, const DescentPath& path, int samples);

}  // namespace hcx
