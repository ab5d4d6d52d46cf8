#include "solvers/gated/over_choice.hpp"

#include <utility>

namespace hcx::gated {

ChoiceResult solve_over(const Problem& problem, const ChoiceSettings& settings) {
  validate(problem, settings.solver);  // before patterns are enumerated, which is dear
  const auto gates = chosen_patterns(problem.X, settings.patterns, settings.count, settings.seed);
  Result solved = solve(problem, gates, settings.solver);
  auto relu = decompose(problem, solved.network);
  return {std::move(solved), settings.patterns.from == PatternChoice::From::All, std::move(relu)};
}

GatedCertificate certify_over(const Problem& problem, const GatedNetwork& network, const CertifySettings& settings) {
  refuse_sampled(settings.patterns);
  // Nothing is drawn here: one draw with seed 0 is a choice that passes for any.
  return certify(problem, network, chosen_patterns(problem.X, settings.patterns, 1, 0), settings.dual);
}

}  // namespace hcx::gated
