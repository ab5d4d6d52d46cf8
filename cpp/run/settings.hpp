/// The settings that all methods share, and what they mean. A method's own Settings has those that apply to it under these
/// names, so that callers may write {.tolerance = 1e-10}:
///
///     tolerance        the relative gap at which an answer counts as optimal, in (0, 1); see Tolerance
///     max_iterations   the most steps, as the method's README counts them, 1 .. 10^6
///     max_seconds      wall clock for the whole run, slices added up, > 0
///     warm_start       a network to start from, such as the answer before a point moved
#pragma once

#include "run/slice.hpp"
#include "run/tolerance.hpp"

namespace hcx {

/// When a run must end, whatever it has found.
struct Limits {
  int iterations = 1'000'000;
  double seconds = kUnlimited;
};

template <class Settings>
Limits limits_of(const Settings& s) {
  return {s.max_iterations, s.max_seconds};
}

/// Each throws InvalidArgument when its setting is out of the range above.
void require_tolerance(double tolerance);
void require_limits(const Limits& limits);

template <class Settings>
void require_shared_settings(const Settings& s) {
  require_tolerance(s.tolerance);
  require_limits(limits_of(s));
}

/// Visits the fields that every method has, under their names in JavaScript.
template <class Settings, class Visit>
void visit_shared_settings(Settings& s, Visit&& visit) {
  visit("tolerance", s.tolerance);
  visit("maxIterations", s.max_iterations);
  visit("maxSeconds", s.max_seconds);
}

}  // namespace hcx
