#include "solvers/stopping.hpp"

#include <algorithm>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"

namespace hcx {

double allowed_gap(double tolerance, double value, double zero_network) {
  return tolerance * std::max(value, 1e-3 * zero_network);
}

double aimed_gap(double tolerance, double value, double zero_network) {
  return tolerance * std::max(value, 1e-6 * zero_network);
}

void validate_stopping(double tolerance, int max_iterations, double max_seconds) {
  if (!(tolerance > 0 && tolerance < 1))
    throw InvalidArgument("tolerance is " + to_text(tolerance) + ", expected a number between 0 and 1");
  require_between(max_iterations, 1, 1'000'000, "maxIterations");
  if (!(max_seconds > 0)) throw InvalidArgument("maxSeconds is " + to_text(max_seconds) + ", expected a number > 0");
}

}  // namespace hcx
