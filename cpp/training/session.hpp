/// A training run, step by step: what a page watches.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "core/problem.hpp"
#include "network/objective.hpp"
#include "training/batch_order.hpp"
#include "training/events.hpp"
#include "training/initialization.hpp"
#include "training/kernels/training_kernel.hpp"
#include "training/kernels/update_rule.hpp"
#include "training/key_frames.hpp"
#include "training/settings.hpp"

namespace hcx {

enum class TrainingStatus {
  Running,
  Silent,  ///< no neuron is active on any data point: the gradient of the misfit is 0, and only weight decay still acts
  Converged,  ///< is_stationary: nothing left to do
  Diverged,   ///< the loss rose 10^12-fold or left the finite range; the weights are the last ones before that
};

constexpr std::string_view to_string(TrainingStatus status) {
  switch (status) {  // no default: a new enumerator is a warning here
    case TrainingStatus::Running: return "running";
    case TrainingStatus::Silent: return "silent";
    case TrainingStatus::Converged: return "converged";
    case TrainingStatus::Diverged: return "diverged";
  }
  return "";
}

/// All that a run needs to go on exactly: the weights and what the optimiser remembers.
struct TrainingSnapshot {
  std::int64_t steps;
  Network network;
  Network velocity{Matrix(0, 0), Vector(0)};  ///< v of the rule, shaped as the network; empty where it keeps none
  Network squares{Matrix(0, 0), Vector(0)};   ///< s of the rule

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit(s.network);
    visit("steps", s.steps);
    if (s.velocity.width() > 0) visit("velocity", s.velocity);
    if (s.squares.width() > 0) visit("squares", s.squares);
  }
};

class TrainingSession {
 public:
  /// Throws InvalidArgument on a bad problem or setting, naming it.
  explicit TrainingSession(Problem problem, const TrainingSettings& settings = {});

  /// k >= 0 steps, fewer if the run diverges. No allocation but for a key frame now and then, and for events.
  void step(std::int64_t k);
  /// Steps until `seconds` >= 0 have passed, `most` are made or the run diverges; at least one if `most` allows.
  void step_for(double seconds, std::int64_t most = std::numeric_limits<std::int64_t>::max());

  /// To the state after that many steps, as this run passed or will pass through it, bit for bit: from the nearest key
  /// frame, by making the steps since again. Throws InvalidArgument before first_step().
  void seek(std::int64_t steps);
  /// How far back seek goes: to the start, or to where the data, the step size or the weights were last set.
  std::int64_t first_step() const { return frames_.first(); }

  TrainingStatus status() const;  ///< O(n m d), as a step, while running
  bool diverged() const { return diverged_; }
  std::string status_message() const;  ///< "diverged at step 812: the loss rose above 3e12"
  std::int64_t steps() const { return steps_; }
  double loss() const;  ///< the objective at the present weights; infinity when it leaves the range of a double
  const Problem& problem() const { return problem_; }
  Index width() const { return kernel_.width(); }
  Network network() const { return kernel_.network(); }
  /// 1[w_i . x_j > 0] as the training sees it, neuron by neuron. O(n m).
  std::vector<Pattern> patterns() const;
  /// How many different ones, that of silent neurons included. O(n m log m).
  Index unique_patterns() const;

  Evaluation evaluation() const { return evaluate(problem_, network()); }  ///< loss, its parts, predictions. O(n m d)
  const EventLog& events() const { return events_; }

  TrainingSnapshot snapshot() const { return {steps_, network(), kernel_.velocity(), kernel_.squares()}; }
  /// Goes on from a snapshot exactly as the run that made it. Throws InvalidArgument when it is not one of a run of this
  /// width, dimension and optimiser.
  void restore(const TrainingSnapshot& snapshot);
  /// Other data, labels or weight decay; the weights and the count of steps stay. Throws InvalidArgument when d differs.
  void set_problem(Problem problem);
  void set_step_size(double step_size);

 private:
  TrainingKernel kernel_for(const Network& network) const;
  bool whole() const { return batches_.size() == problem_.X.rows(); }  ///< every step sees all data
  bool move();
  void advance();
  void check();
  void retreat();
  void remember();
  void after_step();
  void watch();

  Problem problem_;
  TrainingSettings settings_;  ///< as given; step_size as it is now
  BatchOrder batches_;
  TrainingKernel kernel_;
  TrainingKernel::State kept_;  ///< to replay from when the loss leaves its range
  KeyFrames frames_;
  EventLog events_;
  std::int64_t steps_ = 0, kept_steps_ = 0;
  bool diverged_ = false;
  double largest_ = 0;  ///< loss above which the run counts as diverged
};

}  // namespace hcx
