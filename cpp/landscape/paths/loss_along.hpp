/// The loss on the way from one network to another.
#pragma once

#include <variant>

#include "core/problem.hpp"
#include "landscape/paths/network_at.hpp"

namespace hcx {

struct LossProfile {
  Vector t, loss;  ///< equally spaced from 0 to 1

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("t", s.t);
    visit("loss", s.loss);
  }
};

/// Along the straight line (1 - t) from + t to in weight space. Throws InvalidArgument on a bad problem or network, when the
/// shapes disagree, the loss leaves the finite range or samples is not 2 .. 1e6. O(n m d) a sample.
LossProfile loss_along(const Problem& problem, const Network& from, const Network& to, int samples);

/// Along a path of key frames; throws as well where network_at does.
LossProfile loss_along(const Problem& problem, const DescentPath& path, int samples);

/// The straight line between two networks.
struct StraightWay {
  Network from, to;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("from", s.from);
    visit("to", s.to);
  }
};

/// Along either, with the errors and the cost of that one.
using Way = std::variant<StraightWay, DescentPath>;
LossProfile loss_along(const Problem& problem, const Way& way, int samples);

}  // namespace hcx
