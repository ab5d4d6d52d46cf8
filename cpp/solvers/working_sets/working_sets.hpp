/// The convex programme over given activation patterns, solved over ever more of them.
#pragma once

#include <vector>

#include "core/problem.hpp"
#include "patterns/pattern_set.hpp"
#include "run/solver_run.hpp"

namespace hcx::working_sets {

/// See run/settings for what these mean.
struct Settings {
  double tolerance = 1e-9;
  int max_iterations = 1000;  ///< programmes solved
  double max_seconds = kUnlimited;
};

class Solver : public SolverRun {
 public:
  /// Throws InvalidArgument on bad input or settings.
  Solver(const Problem& problem, const PatternSet& patterns, const Settings& settings = {});

  Solution result() const override;

 private:
  void step(const Slice& slice) override;
  bool done() const override { return done_; }
  bool join(const Vector& direction);  ///< whether a pattern has joined

  Problem problem_;
  PatternSet all_, chosen_;
  std::vector<bool> is_chosen_;
  Settings settings_;
  Solution best_{};
  bool done_ = false;
};

}  // namespace hcx::working_sets
