#include "run/settings.hpp"

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"

namespace hcx {

void require_tolerance(double tolerance) {
  if (!(tolerance > 0 && tolerance < 1))
    throw InvalidArgument("tolerance is " + to_text(tolerance) + ", expected a number between 0 and 1");
}

void require_limits(const Limits& limits) {
  require_between(limits.iterations, 1, 1'000'000, "maxIterations");
  if (!(limits.seconds > 0))
    throw InvalidArgument("maxSeconds is " + to_text(limits.seconds) + ", expected a number > 0");
}

}  // namespace hcx
