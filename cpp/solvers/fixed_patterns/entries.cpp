#include "solvers/fixed_patterns/fixed_patterns.hpp"
#include "solvers/registry.hpp"

namespace hcx::fixed_patterns {
namespace {

/// Asked for by name, a method keeps to itself; asked for by no name, it may be followed by the others.
template <Method method>
std::unique_ptr<SolverRun> begin(const Problem& problem, const Matrix& X, const SolveSettings& s) {
  const Settings settings{s.tolerance, s.max_iterations, s.max_seconds, s.warm_start,
                          s.solver == kAutomatic ? Method::Auto : method};
  return std::make_unique<Solver>(problem, pattern_set(X, s), settings);
}

template <Method method>
constexpr SolverEntry entry{to_string(method), SolverEntry::Over::GivenPatterns, begin<method>};

}  // namespace

std::vector<SolverEntry> entries() {
  return {entry<Method::InteriorPoint>, entry<Method::AugmentedLagrangian>, entry<Method::ActiveSets>};
}

}  // namespace hcx::fixed_patterns
