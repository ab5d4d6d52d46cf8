#include "training/session.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <utility>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "core/ordered.hpp"
#include "training/stationarity.hpp"

namespace hcx {
namespace {

constexpr double kDiverged = 1e12;
constexpr std::int64_t kLargestInteger = (std::int64_t{1} << 53) - 1;  // what a JavaScript number holds exactly
constexpr std::int64_t kMostValues = 100'000'000;  // of a run's pre-activations and weights: below 1 GB
constexpr std::int64_t kKept = 256;                // steps that a run which diverges makes again
constexpr Index kBatch = 32;                       // of sgd

void require_room(std::int64_t width, const Problem& problem) {
  require_between(width * problem.X.rows(), 1, kMostValues, "width x rows of X");
  require_between(width * problem.X.cols(), 1, kMostValues, "width x columns of X");
}

void require_matching(const Network& network, const Problem& problem) {
  if (network.width() == 0) throw InvalidArgument("alpha has 0 values, expected at least 1 neuron");
  validate(network, problem.X.cols());
  require_room(network.width(), problem);
}

void require_rates(const TrainingSettings& s) {
  require_at_least(s.first_layer_rate, 0, "firstLayerRate");
  require_at_least(s.second_layer_rate, 0, "secondLayerRate");
  if (s.first_layer_rate == 0 && s.second_layer_rate == 0)
    throw InvalidArgument("firstLayerRate and secondLayerRate are both 0, expected one of them > 0");
}

void require_valid(const Problem& problem, const TrainingSettings& s) {
  validate(problem);
  require_positive(s.step_size, "stepSize");
  require_rates(s);
  validate(s.rule);
  require_between(s.seed, 0, kLargestInteger, "seed");
  require_between(s.film_bytes, 0, std::numeric_limits<std::int32_t>::max(), "filmBytes");
  if (s.batch_size && (*s.batch_size < 1 || *s.batch_size > problem.X.rows()))
    throw InvalidArgument("batchSize is " + std::to_string(*s.batch_size) + ", expected a whole number from 1 to " +
                          std::to_string(problem.X.rows()) + " (rows of X)");
  if (s.weights) return require_matching(*s.weights, problem);
  require_between(s.width, 1, 1'000'000, "width");
  require_room(s.width, problem);
  require_positive(s.scale, "scale");
}

Network starting_network(const Problem& problem, const TrainingSettings& s) {
  if (s.weights) return *s.weights;
  return initial_network(s.width, problem.X.cols(), s.initialization, s.scale, static_cast<std::uint64_t>(s.seed));
}

BatchOrder batch_order(const Problem& problem, const TrainingSettings& s) {
  const Index n = problem.X.rows();
  const Index usual = s.rule.optimizer == Optimizer::Stochastic ? std::min(n, kBatch) : n;
  return {n, s.batch_size ? std::min<Index>(*s.batch_size, n) : usual, static_cast<std::uint64_t>(s.seed)};
}

/// "velocity has 0 values, expected 40 (weights of this run): the snapshot is of another optimizer"
void require_moment(const Network& moment, bool kept, const Network& network, std::string_view name) {
  const Index expected = kept ? network.W.size() + network.alpha.size() : 0,
              found = moment.W.size() + moment.alpha.size();
  if (found != expected)
    throw InvalidArgument(std::string(name) + " has " + counted(found, "value") + ", expected " +
                          std::to_string(expected) + " (what this run's optimizer remembers)");
  if (!kept) return;
  validate(moment, network.W.cols());
}

}  // namespace

TrainingSession::TrainingSession(Problem problem, const TrainingSettings& settings)
    : problem_((require_valid(problem, settings), std::move(problem))),
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
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  const auto passed = [&] { return std::chrono::duration<double>(Clock::now() - start).count(); };
  std::int64_t chunk = 1;
  for (std::int64_t made = 0; made < most && !diverged_;) {
    const double before = passed();
    const std::int64_t now = std::min({chunk, most - made, kLargestInteger});
    step(now);
    made += now;
    const double after = passed();
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

void TrainingSession::restore(const TrainingSnapshot& snapshot) {
  require_between(snapshot.steps, 0, kLargestInteger, "steps");
  require_length(snapshot.network.width(), width(), "alpha", "neurons of this run");
  require_matching(snapshot.network, problem_);
  const UpdateRule rule(settings_.rule);
  require_moment(snapshot.velocity, rule.keeps_velocity(), snapshot.network, "velocity");
  require_moment(snapshot.squares, rule.keeps_squares(), snapshot.network, "squares");
  kernel_ = kernel_for(snapshot.network);
  kernel_.set_moments(snapshot.velocity, snapshot.squares);
  steps_ = snapshot.steps;
  watch();
}

void TrainingSession::set_problem(Problem problem) {
  validate(problem);
  if (problem.X.cols() != problem_.X.cols())
    throw InvalidArgument("X has " + counted(problem.X.cols(), "column") + " (bias included), expected " +
                          std::to_string(problem_.X.cols()) + " (as at the start of this run)");
  require_room(width(), problem);
  const TrainingSnapshot now = snapshot();
  problem_ = std::move(problem);
  batches_ = batch_order(problem_, settings_);
  kernel_ = kernel_for(now.network);
  kernel_.set_moments(now.velocity, now.squares);
  watch();
}

void TrainingSession::set_step_size(double step_size) {
  require_positive(step_size, "stepSize");
  settings_.step_size = step_size;
  watch();
}

/// From here on: what counts as diverged, and the weights to go back to then.
void TrainingSession::watch() {
  const double zero_network = problem_.misfit_factor() * problem_.y.squaredNorm();
  largest_ = std::min(kDiverged * std::max(loss(), zero_network), std::numeric_limits<double>::max());
  diverged_ = !(loss() <= largest_);
  kept_ = kernel_.state();
  kept_steps_ = steps_;
  frames_.start(steps_, kernel_.state());
  if (settings_.events) events_.start(steps_, kernel_);
}

}  // namespace hcx
