#include "solvers/gated/gated.hpp"

#include <algorithm>
#include <chrono>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "solvers/fixed_patterns/augmented_lagrangian.hpp"
#include "solvers/stopping.hpp"

namespace hcx::gated {
namespace {

using Clock = std::chrono::steady_clock;

GatedNetwork network_of(const fixed_patterns::Cones& cones, const Eigen::MatrixXd& U) {
  std::vector<Index> used;
  for (Index k = 0; k < cones.count(); ++k)
    if (!U.col(k).isZero(0)) used.push_back(k);
  GatedNetwork network{{}, Matrix(static_cast<Index>(used.size()), cones.d())};
  for (std::size_t i = 0; i < used.size(); ++i) {
    network.gates.push_back(cones.patterns[static_cast<std::size_t>(cones.block(used[i]).pattern)]);
    network.V.row(static_cast<Index>(i)) = cones.u_unit * U.col(used[i]).transpose();
  }
  return network;
}

}  // namespace

void validate(const Problem& problem, const Settings& settings) {
  hcx::validate(problem);
  require_positive(problem.lambda, "lambda");
  validate_stopping(settings.tolerance, settings.max_iterations, settings.max_seconds);
}

Result solve(const Problem& problem, const std::vector<Pattern>& gates, const Settings& settings) {
  validate(problem, settings);
  const PatternSet set{gates, {}};
  hcx::validate(set, problem.X.rows());
  const auto start = Clock::now();
  Result result{};
  const auto elapsed = [&] { return std::chrono::duration<double>(Clock::now() - start).count(); };

  const fixed_patterns::Cones cones(problem, set, fixed_patterns::Cones::Walls::Dropped);
  fixed_patterns::AugmentedLagrangian lagrangian(cones);
  lagrangian.offer(lagrangian.U(), cones.y);
  lagrangian.start(lagrangian.U(), cones.y, cones.b);
  const double zero = 0.5 * cones.y.squaredNorm();
  bool moved = true;
  const auto proven = [&] {  // half: the certificate also charges for rounding
    return lagrangian.value() - lagrangian.bound() <= 0.5 * aimed_gap(settings.tolerance, lagrangian.value(), zero);
  };
  while (moved && !proven() && result.iterations < settings.max_iterations && elapsed() < settings.max_seconds) {
    moved = lagrangian.step();
    ++result.iterations;
  }

  result.network = network_of(cones, lagrangian.U());
  result.dual = cones.y_unit * lagrangian.theta();
  result.certificate = certify(problem, result.network, gates, result.dual);
  const double zero_network = problem.misfit_factor() * problem.y.squaredNorm();
  const double allowed = allowed_gap(settings.tolerance, result.certificate.objective, zero_network);
  result.status = result.certificate.gap() <= allowed            ? Status::Optimal
                  : result.iterations >= settings.max_iterations ? Status::IterationLimit
                  : moved && !proven()                           ? Status::TimeLimit
                                                                 : Status::Stalled;
  result.seconds = elapsed();
  return result;
}

}  // namespace hcx::gated
