/// How long the steps of an optimiser may be.
#pragma once

#include "core/problem.hpp"
#include "training/settings.hpp"

namespace hcx {

struct StepLimitSettings {
  int steps = 1000;    ///< of each run that is tried, 1 .. 10^6
  double from = 1e-5;  ///< the first step size tried, > 0
  double to = 1e3;     ///< none longer is tried, >= from

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("steps", s.steps);
    visit("from", s.from);
    visit("to", s.to);
  }
};

struct StepLimit {
  double
      bears;  ///< the longest step size tried, below `throws`, that does not throw the run; 0 when the first one does
  double throws;  ///< the shortest one tried that does, within 2.2 % of `bears`; infinity when none does

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("bears", s.bears);
    visit("throws", s.throws);
  }
};

/// The shortest step size found at which a short run from this start is thrown: it diverges, ends above the loss that it began
/// with, or with every neuron off on every point although some were on. By trial: a quarter of a doubling longer each time,
/// then the last interval halved three times on the logarithmic scale. A still longer step may come through by luck.
/// settings.step_size plays no part. For gradient descent near a minimum it is 2 / sharpness; away from one there is no formula.
/// Throws InvalidArgument on a bad problem or setting. Cost: at most 4 log2(to / from) + 4 runs.
StepLimit step_limit(const Problem& problem, const TrainingSettings& settings, const StepLimitSettings& limits = {});

}  // namespace hcx
