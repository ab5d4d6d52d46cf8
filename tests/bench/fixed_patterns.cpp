#include "fixed_patterns.hpp"

#include "solvers/fixed_patterns/fixed_patterns.hpp"

namespace hcx::bench {

std::optional<Answer> solve_fixed(const Instance& instance) {
  const PatternSet set{instance.patterns, {instance.signs.begin(), instance.signs.end()}};
  const fixed_patterns::Result r = fixed_patterns::solve(instance.problem, set);
  return Answer{r.blocks, r.certificate.objective, r.certificate.lower_bound, std::string(to_string(r.status))};
}

}  // namespace hcx::bench
