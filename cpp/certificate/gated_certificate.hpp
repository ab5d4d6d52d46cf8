/// Proof of how good a gated network is. Like the other certificates it knows no solver.
#pragma once

#include <optional>
#include <vector>

#include "programme/gated.hpp"

namespace hcx {

/// objective >= optimum over gated networks with the given gates >= lower_bound.
struct GatedCertificate {
  double objective;  ///< gated_objective
  /// No gated network with the given gates, and so no ReLU network with these patterns, has a smaller loss: any theta with
  /// ||X' D theta|| <= b for every gate is dual feasible, and needs no cone. Rounding errors are subtracted.
  double lower_bound;
  Vector dual;  ///< that theta (n, in the units of y), feasible as it is
  double gap() const { return objective > lower_bound ? objective - lower_bound : 0.0; }

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("objective", s.objective);
    visit("lowerBound", s.lower_bound);
    visit("gap", s.gap());
    visit("dual", s.dual);
  }
};

/// The bound holds over `patterns`, which may be more than the network's own gates. `dual` as for ReLU networks.
/// Throws InvalidArgument when sizes disagree or a value is not finite or beyond ScaledProblem's sizes.
/// O(n d (m + patterns)).
GatedCertificate certify(const Problem& problem, const GatedNetwork& network, const std::vector<Pattern>& patterns,
                         const std::optional<Vector>& dual = std::nullopt);

}  // namespace hcx
