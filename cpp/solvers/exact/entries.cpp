#include "solvers/exact/exact.hpp"
#include "solvers/registry.hpp"

namespace hcx::exact {

std::vector<SolverEntry> entries() {
  return {{"exact", SolverEntry::Over::AllPatterns, [](const Problem& problem, const Matrix&, const SolveSettings& s) {
             return begin(problem, {s.tolerance, s.max_iterations, s.max_seconds, s.warm_start});
           }}};
}

}  // namespace hcx::exact
