#include "solvers/fixed_patterns/fixed_patterns.hpp"
#include "solvers/solve_method.hpp"

namespace hcx {
namespace {

PatternSet pattern_set(const Matrix& X, const SolveSettings& settings) {
  return {chosen_patterns(X, settings.patterns, settings.count, settings.seed), settings.signs.given};
}

fixed_patterns::Method method_of(SolverChoice choice) {
  switch (choice) {
    case SolverChoice::InteriorPoint: return fixed_patterns::Method::InteriorPoint;
    case SolverChoice::AugmentedLagrangian: return fixed_patterns::Method::AugmentedLagrangian;
    case SolverChoice::ActiveSets: return fixed_patterns::Method::ActiveSets;
    default: return fixed_patterns::Method::Auto;
  }
}

}  // namespace

std::unique_ptr<SolveRun::Method> over_given_patterns(const Problem& problem, const Matrix& X, const SolveSettings& s) {
  using Method = SolveMethod<fixed_patterns::Solver, &fixed_patterns::Result::iterations>;
  const fixed_patterns::Settings settings{s.tolerance, s.max_iterations, s.max_seconds, s.warm_start,
                                          method_of(s.solver)};
  const SolverChoice automatic = s.warm_start ? SolverChoice::ActiveSets : SolverChoice::InteriorPoint;
  return std::make_unique<Method>(s.patterns.from == PatternChoice::From::All,
                                  s.solver == SolverChoice::Auto ? automatic : s.solver, problem, pattern_set(X, s),
                                  settings);
}

}  // namespace hcx
