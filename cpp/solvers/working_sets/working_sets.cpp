#include "solvers/working_sets/working_sets.hpp"

#include "certificate/pattern_certificate.hpp"
#include "run/conclude.hpp"
#include "solvers/fixed_patterns/fixed_patterns.hpp"

namespace hcx::working_sets {

Solver::Solver(const Problem& problem, const PatternSet& patterns, const Settings& settings)
    : SolverRun(limits_of(settings)), problem_(problem), all_(patterns), settings_(settings) {
  validate(problem);
  validate(patterns, problem.X.rows());
  require_shared_settings(settings);
  is_chosen_.resize(patterns.patterns.size());
  best_.network = {Matrix(0, problem.X.cols()), Vector(0)};
  best_.dual = problem.y;
  best_.certificate = certify(problem_, best_.network, all_, best_.dual);
  ready();
}

bool Solver::join(const Vector& direction) {
  const Vector at_points = problem_.X * direction;
  const double zero =
      1e-9 * at_points.lpNorm<Eigen::Infinity>();  // a direction on a wall lies in the cones on both sides
  const std::size_t before = chosen_.patterns.size();
  for (std::size_t k = 0; k < all_.patterns.size(); ++k) {
    bool inside = !is_chosen_[k];
    for (Index j = 0; j < at_points.size() && inside; ++j)
      inside = (all_.patterns[k][static_cast<std::size_t>(j)] ? 1 : -1) * at_points[j] >= -zero;
    if (!inside) continue;
    is_chosen_[k] = true;
    chosen_.patterns.push_back(all_.patterns[k]);
    if (!all_.signs.empty()) chosen_.signs.push_back(all_.signs[k]);
  }
  return chosen_.patterns.size() > before;
}

void Solver::step(const Slice&) {
  count_iteration();
  const Certificate& now = best_.certificate;
  done_ = Tolerance(settings_.tolerance).closes(now.objective, now.lower_bound, problem_.zero_network_loss()) ||
          now.worst_neuron.isZero(0) || !join(now.worst_neuron);
  if (done_) return;
  best_ = fixed_patterns::solve(problem_, chosen_, {.tolerance = settings_.tolerance});
  best_.certificate = certify(problem_, best_.network, all_, best_.dual);
}

Solution Solver::result() const {
  Solution result = best_;
  result.status = conclude(problem_, *this, Tolerance(settings_.tolerance), result.certificate);
  result.iterations = iterations();
  result.seconds = seconds();
  return result;
}

}  // namespace hcx::working_sets
