#include "training/session.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"

namespace hcx {
namespace {

constexpr double kDiverged = 1e12;
constexpr std::int64_t kLargestInteger = (std::int64_t{1} << 53) - 1;  // what a JavaScript number holds exactly

constexpr std::int64_t kMostValues = 100'000'000;  // of a run's pre-activations and weights: below 1 GB

void require_room(std::int64_t width, const Problem& problem) {
  require_between(width * problem.X.rows(), 1, kMostValues, "width x rows of X");
  require_between(width * problem.X.cols(), 1, kMostValues, "width x columns of X");
}

void require_matching(const Network& network, const Problem& problem) {
  if (network.width() == 0) throw InvalidArgument("alpha has 0 values, expected at least 1 neuron");
  validate(network, problem.X.cols());
  require_room(network.width(), problem);
}

Network starting_network(const Problem& problem, const TrainingSettings& s) {
  validate(problem);
  require_positive(s.step_size, "stepSize");
  if (s.weights) {
    require_matching(*s.weights, problem);
    return *s.weights;
  }
  require_between(s.width, 1, 1'000'000, "width");
  require_room(s.width, problem);
  require_positive(s.scale, "scale");
  require_between(s.seed, 0, kLargestInteger, "seed");
  return initial_network(s.width, problem.X.cols(), s.initialization, s.scale, static_cast<std::uint64_t>(s.seed));
}

}  // namespace

TrainingSession::TrainingSession(Problem problem, const TrainingSettings& settings)
    : problem_(std::move(problem)),
      step_size_(settings.step_size),
      kernel_(problem_, starting_network(problem_, settings)) {
  watch();
}

void TrainingSession::step(std::int64_t k) {
  require_between(k, 0, kLargestInteger, "k");
  for (; k > 0 && !diverged_; --k) {
    kernel_.step(step_size_);
    if (loss() <= largest_) {
      ++steps_;
    } else {  // NaN included
      kernel_.undo();
      diverged_ = true;
    }
  }
}

TrainingStatus TrainingSession::status() const {
  if (diverged_) return TrainingStatus::Diverged;
  return kernel_.silent() ? TrainingStatus::Silent : TrainingStatus::Running;
}

double TrainingSession::loss() const {
  const double data_loss = problem_.misfit_factor() * kernel_.squared_residual();
  const double total = problem_.lambda > 0 ? data_loss + problem_.lambda * kernel_.squared_weights() : data_loss;
  return std::isnan(total) ? std::numeric_limits<double>::infinity() : total;
}

void TrainingSession::restore(const TrainingSnapshot& snapshot) {
  require_between(snapshot.steps, 0, kLargestInteger, "steps");
  const Index m = kernel_.width();
  require_length(snapshot.network.width(), m, "alpha", "neurons of this run");
  require_matching(snapshot.network, problem_);
  start(snapshot.network);
  steps_ = snapshot.steps;
}

void TrainingSession::set_problem(Problem problem) {
  validate(problem);
  if (problem.X.cols() != problem_.X.cols())
    throw InvalidArgument("X has " + counted(problem.X.cols(), "column") + " (bias included), expected " +
                          std::to_string(problem_.X.cols()) + " (as at the start of this run)");
  require_room(kernel_.width(), problem);
  const Network weights = network();
  problem_ = std::move(problem);
  start(weights);
}

void TrainingSession::set_step_size(double step_size) {
  require_positive(step_size, "stepSize");
  step_size_ = step_size;
  diverged_ = false;
}

void TrainingSession::start(const Network& network) {
  kernel_ = DescentKernel(problem_, network);
  watch();
}

void TrainingSession::watch() {
  const double zero_network = problem_.misfit_factor() * problem_.y.squaredNorm();
  largest_ = std::min(kDiverged * std::max(loss(), zero_network), std::numeric_limits<double>::max());
  diverged_ = !(loss() <= largest_);
}

}  // namespace hcx
