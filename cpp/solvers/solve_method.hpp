/// The methods behind the one door, as SolveRun drives them.
#pragma once

#include <memory>
#include <utility>

#include "solvers/solve.hpp"

namespace hcx {

class SolveRun::Method {
 public:
  virtual ~Method() = default;
  virtual void advance(double seconds) = 0;
  virtual bool finished() const = 0;
  virtual SolveResult result() const = 0;
};

/// A solver's own type, its answer told in the common form. `newton_steps` says which of its counts are those.
template <class Solver, auto newton_steps>
class SolveMethod : public SolveRun::Method {
 public:
  template <class... Arguments>
  SolveMethod(bool all_patterns, SolverChoice which, const Arguments&... arguments)
      : all_patterns_(all_patterns), which_(which), running_(arguments...) {}

  void advance(double seconds) override { running_.advance(seconds); }
  bool finished() const override { return running_.finished(); }
  SolveResult result() const override {
    auto r = running_.result();
    const int steps = r.*newton_steps;
    return {r.status,
            std::move(r.network),
            std::move(r.blocks),
            std::move(r.dual),
            r.certificate,
            all_patterns_,
            which_,
            r.iterations,
            steps,
            r.seconds};
  }

 private:
  bool all_patterns_;
  SolverChoice which_;
  Solver running_;
};

/// Over listed patterns, sampled ones or all of them enumerated. X: as the caller gave it, for directions are drawn in his
/// units. Throws as SolveRun does. A program that solves over all patterns only may link without it.
std::unique_ptr<SolveRun::Method> over_given_patterns(const Problem& problem, const Matrix& X,
                                                      const SolveSettings& settings);

}  // namespace hcx
