#include "training/session.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/checks.hpp"
#include "core/ordered.hpp"
#include "run/slice.hpp"
#include "training/stationarity.hpp"

namespace hcx {
namespace {

constexpr double kDiverged = 1e12;   // of the first loss, or the zero network's: what a run that diverges soon exceeds
constexpr std::int64_t kKept = 256;  // steps that a run which diverges makes again

}  // namespace

TrainingSession::TrainingSession(Problem problem, const TrainingSettings& settings)
    : problem_((validate(problem, settings), std::move(problem))),
      settings_(settings),
      batches_(batch_order(problem_, settings_)),
      kernel_(kernel_for(starting_network(problem_, settings_))),
      frames_(static_cast<std::size_t>(settings_.film_bytes)) {
  settings_.weights.reset();
  watch();
}

TrainingKernel TrainingSession::kernel_for(const Network& network) const {
  return {problem_,
          network,
          UpdateRule(settings_.rule),
          {settings_.first_layer_rate, settings_.second_layer_rate},
          whole() ? 0 : batches_.size()};
}

void TrainingSession::step(std::int64_t k) {
  require_between(k, 0, kLargestInteger, "k");
  for (; k > 0 && !diverged_; --k) {
    if (steps_ - kept_steps_ >= kKept) remember();
    if (!diverged_) advance();
    if (!diverged_) after_step();
  }
  if (!whole()) check();
}

void TrainingSession::after_step() {
  if (frames_.wants(steps_)) frames_.add(steps_, kernel_.state());
  if (!settings_.events) return;
  if (!whole()) kernel_.look();
  events_.look(steps_, kernel_);
}

void TrainingSession::seek(std::int64_t steps) {
  require_between(steps, first_step(), kLargestInteger, "steps");
  const KeyFrames::Frame& frame = frames_.before(steps);
  if (steps < steps_ || frame.steps > steps_) {
    kernel_.set_state(frame.state);
    steps_ = frame.steps;
    diverged_ = false;
    remember();
    if (settings_.events) events_.jump(kernel_);
  }
  step(steps - steps_);
}

void TrainingSession::step_for(double seconds, std::int64_t most) {
  require_at_least(seconds, 0, "seconds");
  require_between(most, 0, std::numeric_limits<std::int64_t>::max(), "maxSteps");
  const Slice slice(seconds);
  std::int64_t chunk = 1;
  for (std::int64_t made = 0; made < most && !diverged_;) {
    const double before = slice.elapsed();
    const std::int64_t now = std::min({chunk, most - made, kLargestInteger});
    step(now);
    made += now;
    const double after = slice.elapsed();
    if (after >= seconds) return;
    // No chunk longer than a sixteenth of the time: what is overrun stays small.
    if (after - before < seconds / 32) chunk *= 2;
  }
}

/// One step of the kernel. False when a loss out of range was seen: after it on all data, before it on a mini-batch.
bool TrainingSession::move() {
  if (whole()) {
    kernel_.step(steps_ + 1, settings_.step_size);
    return loss() <= largest_;  // false for NaN
  }
  const BatchOrder::Batch batch = batches_.at(steps_);
  return kernel_.step_on(batch.rows, batch.count, steps_ + 1, settings_.step_size) <= largest_;
}

/// A loss out of range ends the run at the weights before it.
void TrainingSession::advance() {
  const bool fine = move();
  ++steps_;
  if (!fine) retreat();
}

/// On mini-batches the loss of all data is looked at only now and then.
void TrainingSession::check() {
  if (diverged_) return;
  kernel_.look();
  if (!(loss() <= largest_)) retreat();
}

/// To the last weights whose loss was in range, by making the steps since the kept ones again, twice.
void TrainingSession::retreat() {
  diverged_ = true;
  const auto go_to = [&](std::int64_t most) {
    kernel_.set_state(kept_);
    for (steps_ = kept_steps_; steps_ < most; ++steps_) {
      move();
      if (!whole()) kernel_.look();
      if (!(loss() <= largest_)) return;
    }
  };
  go_to(steps_);
  go_to(steps_);
}

void TrainingSession::remember() {
  if (!whole()) check();
  if (diverged_) return;
  kept_ = kernel_.state();
  kept_steps_ = steps_;
}

TrainingStatus TrainingSession::status() const {
  if (diverged_) return TrainingStatus::Diverged;
  if (kernel_.silent()) return TrainingStatus::Silent;
  return is_stationary(problem_, network()) ? TrainingStatus::Converged : TrainingStatus::Running;
}

std::string TrainingSession::status_message() const {
  const std::string at = std::to_string(steps_);
  switch (status()) {  // no default: a new enumerator is a warning here
    case TrainingStatus::Running: return "running: " + counted(steps_, "step");
    case TrainingStatus::Silent: return "silent at step " + at + ": no neuron is active on any data point";
    case TrainingStatus::Converged: return "converged by step " + at + ": every neuron is at rest";
    case TrainingStatus::Diverged:
      return "diverged at step " + std::to_string(steps_ + 1) + ": the loss rose above " + to_text(largest_);
  }
  return {};
}

double TrainingSession::loss() const {
  const double data_loss = problem_.misfit_factor() * kernel_.squared_residual();
  const double total = problem_.lambda > 0 ? data_loss + problem_.lambda * kernel_.squared_weights() : data_loss;
  return std::isnan(total) ? std::numeric_limits<double>::infinity() : total;
}

std::vector<Pattern> TrainingSession::patterns() const {
  std::vector<Pattern> patterns;
  kernel_.patterns(patterns);
  return patterns;
}

Index TrainingSession::unique_patterns() const {
  const std::vector<Pattern> all = patterns();
  const auto pattern = [&](Index i) -> const Pattern& { return all[static_cast<std::size_t>(i)]; };
  const auto before = [&](Index i, Index k) { return pattern(i) < pattern(k); };
  Index last = -1, count = 0;
  for (const Index i : ordered(all.size(), before)) {
    if (last < 0 || before(last, i)) ++count;
    last = i;
  }
  return count;
}

void TrainingSession::set_step_size(double step_size) {
  require_positive(step_size, "stepSize");
  settings_.step_size = step_size;
  watch();
}

/// From here on: what counts as diverged, and the weights to go back to then.
void TrainingSession::watch() {
  largest_ = std::min(kDiverged * std::max(loss(), problem_.zero_network_loss()), std::numeric_limits<double>::max());
  diverged_ = !(loss() <= largest_);
  kept_ = kernel_.state();
  kept_steps_ = steps_;
  frames_.start(steps_, kernel_.state());
  if (settings_.events) events_.start(steps_, kernel_);
}

}  // namespace hcx
