/// A whole training run, looked at after steps that are chosen beforehand.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "run/run.hpp"
#include "training/session.hpp"

namespace hcx {

struct RunRecord {
  std::vector<double> steps;      ///< those of the list that the run has reached
  std::vector<double> passes;     ///< over the data by then: steps x points a step / n
  std::vector<double> loss;       ///< the objective after each
  std::vector<Network> networks;  ///< the weights after each
  TrainingStatus status;          ///< at the end
  std::string message;            ///< the status in words

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("steps", s.steps);
    visit("passes", s.passes);
    visit("loss", s.loss);
    visit("networks", s.networks);
    visit("status", s.status);
    visit("message", s.message);
  }
};

/// The run of a TrainingSession up to the last step of `at`, a slice of time at a time; a run that diverges ends before.
/// Cost: that of the steps, and O(m d) memory for each entry of `at`.
class Recording : public Run {
 public:
  /// `at`: 1 .. 10,000 whole numbers >= 0, each larger than the one before. Throws InvalidArgument on other ones, and on a bad
  /// problem or setting.
  Recording(const Problem& problem, const TrainingSettings& settings, const Vector& at);

  /// What has been seen so far.
  RunRecord result() const;

 private:
  void step(const Slice& slice) override;
  bool done() const override { return session_.diverged() || seen_.steps.size() == at_.size(); }
  void look();

  TrainingSession session_;
  std::vector<std::int64_t> at_;
  std::int64_t piece_;  ///< steps between two looks at the clock
  Index batch_;         ///< points a step
  RunRecord seen_{};
};

}  // namespace hcx
