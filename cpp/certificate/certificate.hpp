/// Proof of how good a network is. This code knows no solver: it takes any network, wherever it comes from.
#pragma once

#include <algorithm>
#include <optional>

#include "core/problem.hpp"
#include "network/network.hpp"

namespace hcx {

/// objective >= optimum over networks of every width >= lower_bound.
struct Certificate {
  double objective;     ///< L(W, alpha), evaluated as a network
  double lower_bound;   ///< proven; rounding errors are subtracted
  Vector worst_neuron;  ///< unit direction (d) where the dual constraint is tightest: where a neuron may be missing
  Vector dual;  ///< theta (n, in the units of y) of the bound, feasible as it is: all that is needed to check it

  /// >= 0; what is negative is rounding of the objective.
  double gap() const { return objective > lower_bound ? objective - lower_bound : 0.0; }

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("objective", s.objective);
    visit("lowerBound", s.lower_bound);
    visit("gap", s.gap());
    visit("worstNeuron", s.worst_neuron);
    visit("dual", s.dual);
  }
};

/// Weak duality. On the canonical scale the dual is
///     maximise  theta . y - 1/2 ||theta||^2   subject to  |theta . max(0, X w)| <= b for every ||w|| <= 1,
/// and every feasible theta bounds every network from below. The residual r = y - f points the right way; t r with
/// |t| <= b / pi(+-r) is feasible, and the best such t gives the bound. At an optimum it is tight.
/// At lambda = 0 the feasible theta are those orthogonal to every max(0, X w), and r is projected on them; that bound
/// holds to rounding only, because an unpenalised network can exploit the smallest violation.
///
/// `dual` is a theta to try as well, n values in the units of y, such as a solver's own: any theta gives a valid bound after
/// scaling, and one computed to full relative precision gives a better one than r where large neurons cancel.
///
/// In the plane the peak is exact, O(n m^2). For d >= 3 it is found by branch and bound (see BranchAndBound), which
/// stops after `max_nodes` of them with a bound that is valid but looser: the lower bound is then below the optimum, and more
/// nodes raise it. With the default, n = 20, d = 3 takes well under a millisecond and n = 100, d = 10 about a second.
/// Throws InvalidArgument on bad input, sizes beyond those of ScaledProblem or a network whose loss is not finite.
Certificate certify(const Problem& problem, const Network& network, const std::optional<Vector>& dual = std::nullopt,
                    long long max_nodes = 20000);

}  // namespace hcx
