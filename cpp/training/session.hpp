/// A training run, step by step: what a page watches.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/problem.hpp"
#include "network/network.hpp"
#include "training/descent_kernel.hpp"
#include "training/initialization.hpp"

namespace hcx {

enum class Optimizer {
  GradientDescent,  ///< w <- w - step_size dL/dw, on all data at once
};

constexpr std::string_view to_string(Optimizer optimizer) {
  switch (optimizer) {  // no default: a new enumerator is a warning here
    case Optimizer::GradientDescent: return "gd";
  }
  return "";
}

enum class TrainingStatus {
  Running,
  Silent,  ///< no neuron is active on any data point: the gradient of the misfit is 0, and only weight decay still acts
  Diverged,  ///< the loss rose 10^12-fold or left the finite range; the weights are the last ones before that
};

constexpr std::string_view to_string(TrainingStatus status) {
  switch (status) {  // no default: a new enumerator is a warning here
    case TrainingStatus::Running: return "running";
    case TrainingStatus::Silent: return "silent";
    case TrainingStatus::Diverged: return "diverged";
  }
  return "";
}

struct TrainingSettings {
  int width = 100;  ///< m, 1 .. 1e6, m n and m d at most 1e8; ignored when weights are given
  Initialization initialization = Initialization::Normal;
  double scale = 1.0;     ///< multiplies the initial weights, > 0
  std::int64_t seed = 0;  ///< 0 .. 2^53 - 1
  Optimizer optimizer = Optimizer::GradientDescent;
  double step_size = 0.01;                        ///< > 0
  std::optional<Network> weights = std::nullopt;  ///< given instead of a draw; W and alpha in JavaScript

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("width", s.width);
    visit("initialization", s.initialization);
    visit("scale", s.scale);
    visit("seed", s.seed);
    visit("optimizer", s.optimizer);
    visit("stepSize", s.step_size);
    visit("W", "alpha", s.weights);
  }
};

struct TrainingSnapshot {
  std::int64_t steps;
  Network network;
};

class TrainingSession {
 public:
  /// Throws InvalidArgument on a bad problem or setting, naming it.
  explicit TrainingSession(Problem problem, const TrainingSettings& settings = {});

  /// k >= 0 steps, fewer if the run diverges. No allocation.
  void step(std::int64_t k);

  TrainingStatus status() const;
  std::int64_t steps() const { return steps_; }
  double loss() const;  ///< the objective at the present weights; infinity when it leaves the range of a double
  const Problem& problem() const { return problem_; }
  Network network() const { return kernel_.network(); }

  TrainingSnapshot snapshot() const { return {steps_, network()}; }
  /// Goes on from a snapshot exactly as the run that made it. Throws InvalidArgument when its shape is not this run's.
  void restore(const TrainingSnapshot& snapshot);
  /// Other data, labels or weight decay; the weights and the count of steps stay. Throws InvalidArgument when d differs.
  void set_problem(Problem problem);
  void set_step_size(double step_size);

 private:
  void start(const Network& network);
  void watch();

  Problem problem_;
  double step_size_;
  DescentKernel kernel_;
  std::int64_t steps_ = 0;
  bool diverged_ = false;
  double largest_ = 0;  ///< loss above which the run counts as diverged
};

}  // namespace hcx
