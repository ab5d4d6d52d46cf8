#include "solvers/registry.hpp"
#include "solvers/working_sets/working_sets.hpp"

namespace hcx::working_sets {
namespace {

std::unique_ptr<SolverRun> begin(const Problem& problem, const Matrix& X, const SolveSettings& s) {
  return std::make_unique<Solver>(problem, pattern_set(X, s), Settings{s.tolerance, s.max_iterations, s.max_seconds});
}

}  // namespace

std::vector<SolverEntry> entries() { return {{"working-sets", SolverEntry::Over::GivenPatterns, begin}}; }

}  // namespace hcx::working_sets
