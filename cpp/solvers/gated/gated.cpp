#include "solvers/gated/gated.hpp"

#include <algorithm>
#include <chrono>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "solvers/fixed_patterns/augmented_lagrangian.hpp"

namespace hcx::gated {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kFloor = 1e-3;  // of the zero network's loss: below it the gap is measured absolutely

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
  if (!(settings.tolerance > 0 && settings.tolerance < 1))
    throw InvalidArgument("tolerance is " + to_text(settings.tolerance) + ", expected a number between 0 and 1");
  require_between(settings.max_iterations, 1, 1'000'000, "maxIterations");
  if (!(settings.max_seconds > 0))
    throw InvalidArgument("maxSeconds is " + to_text(settings.max_seconds) + ", expected a number > 0");
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
  const double floor = kFloor * 0.5 * cones.y.squaredNorm();
  bool moved = true;
  const auto proven = [&] {  // half: the certificate also charges for rounding
    return lagrangian.value() - lagrangian.bound() <= 0.5 * settings.tolerance * std::max(lagrangian.value(), floor);
  };
  while (moved && !proven() && result.iterations < settings.max_iterations && elapsed() < settings.max_seconds) {
    moved = lagrangian.step();
    ++result.iterations;
  }

  result.network = network_of(cones, lagrangian.U());
  result.dual = cones.y_unit * lagrangian.theta();
  result.certificate = certify(problem, result.network, gates, result.dual);
  const double zero_network = problem.misfit_factor() * problem.y.squaredNorm();
  const double allowed = settings.tolerance * std::max(result.certificate.objective, kFloor * zero_network);
  result.status = result.certificate.gap() <= allowed            ? Status::Optimal
                  : result.iterations >= settings.max_iterations ? Status::IterationLimit
                  : moved && !proven()                           ? Status::TimeLimit
                                                                 : Status::Stalled;
  result.seconds = elapsed();
  return result;
}

}  // namespace hcx::gated
