#include "training/step_limit.hpp"

#include <cmath>
#include <limits>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "training/session.hpp"

namespace hcx {
namespace {

// What is thrown need not be an interval: a run may be thrown at one step size and come through at a longer one. So no gap
// between two trials may be wide.
constexpr double kStride = 1.189207115002721;  // 2 to the 1/4
constexpr double kShortest = 1e-300;           // below, the next step size may round to the same
constexpr int kHalvings = 3;                   // then 2 to the 1/32: 2.2 %

void validate(const StepLimitSettings& limits) {
  require_between(limits.steps, 1, 1000000, "steps");
  require_positive(limits.from, "from");
  if (limits.from < kShortest) throw InvalidArgument("from is " + to_text(limits.from) + ", expected at least 1e-300");
  require_positive(limits.to, "to");
  if (limits.to < limits.from)
    throw InvalidArgument("to is " + to_text(limits.to) + ", expected at least from, " + to_text(limits.from));
}

bool is_thrown(const Problem& problem, TrainingSettings settings, double step_size, int steps) {
  settings.step_size = step_size;
  TrainingSession session(problem, settings);
  const double start = session.loss();
  const bool silent = session.status() == TrainingStatus::Silent;
  session.step(steps);
  if (session.diverged() || !(session.loss() <= start)) return true;
  return !silent && session.status() == TrainingStatus::Silent;
}

}  // namespace

StepLimit step_limit(const Problem& problem, const TrainingSettings& settings, const StepLimitSettings& limits) {
  validate(limits);
  TrainingSettings tried = settings;
  tried.film_bytes = 0;
  tried.events = false;
  tried.weights = starting_network((validate(problem, settings), problem), settings);
  const auto thrown = [&](double step_size) { return is_thrown(problem, tried, step_size, limits.steps); };

  StepLimit limit{0, limits.from};
  for (; !thrown(limit.throws); limit.throws *= kStride) {
    limit.bears = limit.throws;
    if (kStride * limit.throws > limits.to) return {limit.bears, std::numeric_limits<double>::infinity()};
  }
  for (int k = 0; k < kHalvings && limit.bears > 0; ++k) {
    const double middle = std::sqrt(limit.bears * limit.throws);
    (thrown(middle) ? limit.throws : limit.bears) = middle;
  }
  return limit;
}

}  // namespace hcx
