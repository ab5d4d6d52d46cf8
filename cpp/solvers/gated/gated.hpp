/// The gated relaxation: the programme over given patterns without its cones, a group lasso.
#pragma once

#include <optional>
#include <vector>

#include "certificate/gated_certificate.hpp"
#include "core/problem.hpp"
#include "core/status.hpp"
#include "run/settings.hpp"

namespace hcx::gated {

/// See run/settings for what these mean.
struct Settings {
  double tolerance = 1e-9;
  int max_iterations = 1000;  ///< Newton steps
  double max_seconds = kUnlimited;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit_shared_settings(s, visit);
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
