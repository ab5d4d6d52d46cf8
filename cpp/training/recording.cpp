#include "training/recording.hpp"

#include <algorithm>
#include <cmath>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"

namespace hcx {
namespace {

constexpr Index kMostLooks = 10000;
constexpr double kMostWeights = 5e7;     // of all networks together: 400 MB
constexpr std::int64_t kPiece = 200000;  // neurons times points: well below a millisecond's work a step

std::vector<std::int64_t> steps_from(const Vector& at) {
  require_between(at.size(), 1, kMostLooks, "number of steps in at");
  std::vector<std::int64_t> steps;
  std::int64_t least = 0;
  for (Index k = 0; k < at.size(); ++k) {
    const double step = at[k];
    if (!(step >= static_cast<double>(least) && step <= static_cast<double>(kLargestInteger)) ||
        step != std::floor(step))
      throw InvalidArgument("at[" + std::to_string(k) + "] is " + to_text(step) + ", expected a whole number from " +
                            std::to_string(least) + " on");
    steps.push_back(static_cast<std::int64_t>(step));
    least = steps.back() + 1;
  }
  return steps;
}

/// Nobody goes back in a recording: key frames would be kept for nothing.
TrainingSettings without_film(TrainingSettings settings) {
  settings.film_bytes = 0;
  return settings;
}

}  // namespace

Recording::Recording(const Problem& problem, const TrainingSettings& settings, const Vector& at)
    : session_(problem, without_film(settings)),
      at_(steps_from(at)),
      piece_(std::max<std::int64_t>(1, kPiece / (problem.X.rows() * session_.width()))),
      batch_(batch_order(problem, settings).size()) {
  const double each = static_cast<double>(session_.width()) * static_cast<double>(problem.X.cols() + 1);
  if (static_cast<double>(at_.size()) * each > kMostWeights)
    throw InvalidArgument("at has " + counted(static_cast<Index>(at_.size()), "value") + ", expected at most " +
                          to_text(std::floor(kMostWeights / each)) + ": each keeps a network of " + to_text(each) +
                          " weights");
  if (at_.front() == 0) look();
}

void Recording::step(const Slice&) {
  const std::int64_t next = at_[seen_.steps.size()];
  session_.step(std::min(piece_, next - session_.steps()));
  if (!session_.diverged() && session_.steps() == next) look();
}

void Recording::look() {
  const auto steps = static_cast<double>(session_.steps());
  seen_.steps.push_back(steps);
  seen_.passes.push_back(steps * static_cast<double>(batch_) / static_cast<double>(session_.problem().X.rows()));
  seen_.loss.push_back(session_.loss());
  seen_.networks.push_back(session_.network());
}

RunRecord Recording::result() const {
  RunRecord record = seen_;
  record.status = session_.status();
  record.message = session_.status_message();
  return record;
}

}  // namespace hcx
