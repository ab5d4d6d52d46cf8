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

/// The step size above which a short run from this start is thrown: it diverges, ends above the loss that it began with, or
/// with every neuron off on every point although some were on. By trial, doubling the step size and then halving the
/// interval five times on the logarithmic scale; settings.step_size plays no part. For gradient descent near a minimum it
/// is 2 / sharpness; the other rules have no formula, and away from a minimum there is none at all.
/// Throws InvalidArgument on a bad problem or setting. Cost: about log2(to / from) + 5 runs.
StepLimit step_limit(const Problem& problem, const TrainingSettings& settings, const StepLimitSettings& limits = {});

}  // namespace hcx
