/// The gated relaxation: the programme over given patterns without its cones, a group lasso.
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "core/problem.hpp"
#include "core/status.hpp"
#include "programme/gated.hpp"

namespace hcx::gated {

struct Settings {
  /// Optimal when gap <= tolerance * max(objective, 0.001 * loss of the zero network), in (0, 1); see aimed_gap for the aim.
  double tolerance = 1e-9;
  int max_iterations = 1000;                                     ///< Newton steps, >= 1
  double max_seconds = std::numeric_limits<double>::infinity();  ///< wall clock, > 0

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("tolerance", s.tolerance);
    visit("maxIterations", s.max_iterations);
    visit("maxSeconds", s.max_seconds);
  }
};

/// What solve refuses besides the patterns: for callers whose patterns are dear. Throws InvalidArgument.
void validate(const Problem& problem, const Settings& settings);

struct Result {
  Status status;
  GatedNetwork network;  ///< the gates that are in use
  Vector dual;           ///< theta up to scaling, n values in the units of y
  GatedCertificate certificate;
  int iterations = 0;
  double seconds = 0;
};

/// minimise over v   k ||sum_k D_k X v_k - y||^2 + 2 lambda sum_k ||v_k||,  one v_k for each distinct pattern that sees a point.
/// Its value is a lower bound for the ReLU programme over the same patterns, and for every network if all are given.
/// lambda > 0. Throws InvalidArgument on bad input or settings.
Result solve(const Problem& problem, const std::vector<Pattern>& gates, const Settings& settings = {});

}  // namespace hcx::gated
