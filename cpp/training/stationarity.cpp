#include "training/stationarity.hpp"

#include <cmath>

#include "network/objective.hpp"

namespace hcx {

bool is_stationary(const Problem& problem, const Network& network) {
  constexpr double kGrowth = 1e-9, kLeft = 1e-12;
  const double loss = evaluate(problem, network).objective;
  const double fastest = 2 * problem.misfit_factor() * problem.X.norm() * problem.y.norm() + 2 * problem.lambda;
  const Gradient g = gradient(problem, network);
  for (Index i = 0; i < network.width(); ++i) {
    const double size = std::hypot(network.W.row(i).norm(), network.alpha[i]);
    const double slope = std::hypot(g.W.row(i).norm(), g.alpha[i]);
    if (slope <= kGrowth * fastest * size) continue;
    const double decay = network.W.row(i).dot(g.W.row(i)) + network.alpha[i] * g.alpha[i];
    if (!(decay >= 0 && decay <= kLeft * loss)) return false;
  }
  return true;
}

}  // namespace hcx
