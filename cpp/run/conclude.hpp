/// The verdict on a run's answer.
#pragma once

#include <algorithm>
#include <cmath>

#include "core/problem.hpp"
#include "run/run.hpp"

namespace hcx {

/// Whether a network is optimal says its certificate, not the method that found it; what else stopped the method says the run.
/// `certificate` has an objective and a lower_bound, which it leaves no larger than the objective.
///
/// A bound well above the objective is not optimal either: in slivers between points neurons may be so large that the sum
/// of their outputs comes out below the bound, and a loss that is rounding is no answer.
template <class Certificate>
Status conclude(const Problem& problem, const Run& run, const Tolerance& tolerance, Certificate& certificate) {
  const double gap = certificate.objective - certificate.lower_bound;
  certificate.lower_bound = std::min(certificate.lower_bound, certificate.objective);
  const double allowed = tolerance.allowed(certificate.objective, problem.zero_network_loss());
  return std::abs(gap) <= allowed ? Status::Optimal : run.stopped_by();
}

}  // namespace hcx
