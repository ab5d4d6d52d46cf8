#include "solvers/registry.hpp"

#include <string>

#include "core/invalid_argument.hpp"

namespace hcx {

SolverEntry solver_named(std::string_view name) {
  std::string expected{kAutomatic};
  for (const SolverEntry& entry : known_solvers()) {
    if (entry.name == name) return entry;
    expected += ", " + std::string(entry.name);
  }
  throw InvalidArgument("solver is \"" + std::string(name) + "\", expected one of " + expected);
}

PatternSet pattern_set(const Matrix& X, const SolveSettings& settings) {
  return {chosen_patterns(X, settings.patterns, settings.count, settings.seed), settings.signs.given};
}

}  // namespace hcx
