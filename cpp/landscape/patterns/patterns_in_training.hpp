/// A training run beside the convex programme of the patterns that its neurons have at every step.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/problem.hpp"
#include "run/run.hpp"
#include "training/session.hpp"

namespace hcx {

/// Which blocks a programme has for the pattern of a neuron.
enum class BlockSigns {
  Own,   ///< one, with the sign of the neuron's alpha: what the network could become if no pattern and no sign changed
  Both,  ///< two, as the programme is stated
};

constexpr std::string_view to_string(BlockSigns signs) {
  switch (signs) {  // no default: a new enumerator is a warning here
    case BlockSigns::Own: return "own";
    case BlockSigns::Both: return "both";
  }
  return "";
}

struct PatternsInTrainingSettings : TrainingSettings {
  int steps = 440;  ///< 1 .. 10^5; (steps + 1) x width x rows of X at most 10^8
  BlockSigns signs = BlockSigns::Own;
  double tolerance = 1e-7;  ///< of every optimum, see run/settings

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    TrainingSettings::fields(s, visit);
    visit("steps", s.steps);
    visit("signs", s.signs);
    visit("tolerance", s.tolerance);
  }
};

/// One entry, or one row of m entries, for each step, that of the start included. Both losses are of one objective, the
/// problem's, weight decay included:  loss[t] >= optimum of the programme of step t,  which lies in [lower_bound[t], optimum[t]].
struct PatternsInTraining {
  std::vector<double> loss;         ///< of the network in training
  std::vector<double> optimum;      ///< of the best network whose neurons have the patterns of this step
  std::vector<double> lower_bound;  ///< proven
  std::vector<int> unique;          ///< different patterns, that of silent neurons included
  std::vector<int> group;           ///< steps x m: of each neuron the first one that has its pattern
  std::vector<signed char> sign;    ///< steps x m: of alpha
  std::vector<unsigned char> on;    ///< steps x m x n: 1 where the neuron sees the point
  int programmes = 0;               ///< solved: where no pattern changes, the optimum of the step before stands
  TrainingStatus status = TrainingStatus::Running;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("loss", s.loss);
    visit("optimum", s.optimum);
    visit("lowerBound", s.lower_bound);
    visit("unique", s.unique);
    visit("group", s.group);
    visit("sign", s.sign);
    visit("on", s.on);
    visit("programmes", s.programmes);
    visit("status", s.status);
  }
};

/// A slice is some steps of the run, each with its programme, solved from the network that was best at the step before.
/// Cost: a step of training, O(m^2 n) to compare the patterns, and where they have changed a programme of at most m blocks (2 m
/// with both signs), see solvers/fixed_patterns. A run that diverges ends there.
class PatternsInTrainingRun : public Run {
 public:
  /// Throws InvalidArgument on a bad problem or setting, naming it.
  explicit PatternsInTrainingRun(const Problem& problem, const PatternsInTrainingSettings& settings = {});
  ~PatternsInTrainingRun() override;

  /// As far as it has come.
  const PatternsInTraining& result() const;

 private:
  void step(const Slice& slice) override;
  bool done() const override;
  void look();

  struct State;
  std::unique_ptr<State> state_;
};

PatternsInTraining patterns_in_training(const Problem& problem, const PatternsInTrainingSettings& settings = {});

}  // namespace hcx
