/// The exact solver in three dimensions and more.
#pragma once

#include <limits>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "programme/scaled_problem.hpp"
#include "response/peak_by_branch_and_bound.hpp"
#include "solvers/exact/either_dimension.hpp"
#include "solvers/fixed_patterns/fixed_patterns.hpp"

namespace hcx::exact {

inline constexpr double kLooseGap = 1e-3;  ///< the master's first precision

/// Column generation: the restricted master is the programme over the (pattern, sign) blocks found so far, and pricing asks
/// BranchAndBound where the dual constraint of all the others is violated. See the README.
class SpaceSolver : public SolverRun {
 public:
  /// problem, settings: valid, d >= 3.
  SpaceSolver(const Problem& problem, const Settings& settings);

  Solution result() const override;

 private:
  struct Outcome {  ///< a network with its vector of the dual
    std::vector<Block> blocks;
    Network network;
    Vector theta;  ///< in the units of y
  };

  void step(const Slice& slice) override;
  bool done() const override { return level_ == path_.size(); }
  void start_level();
  void start_master();
  void take(const Solution& result);
  void split(const Vector& theta);
  Outcome outcome_of(const Solution& result) const;
  bool note(const Outcome& outcome) const;  ///< whether it is the best so far
  void price_quickly();
  void price_exactly(const Slice& slice);
  bool fits(const Network& network) const;
  bool close_enough(double peak) const;
  bool add(const std::vector<ResponseMaximum>& maxima, double finest);
  void finish_level();
  void fall_back(Solution& result) const;

  Problem problem_, at_level_;  ///< the caller's, and the same with the present weight decay
  Settings settings_;
  Tolerance tolerance_;
  ScaledProblem scaled_;  ///< its b that of the present level
  BranchAndBound search_;
  std::vector<double> path_;  ///< values of b to solve for, in order
  std::size_t level_ = 0;
  std::set<std::pair<Pattern, int>> blocks_;
  std::unique_ptr<fixed_patterns::Solver> master_;
  std::unique_ptr<BranchAndBoundRun> exact_pricing_;
  Outcome now_;
  std::optional<Network> least_;  ///< without weight decay: of least misfit, with many neurons
  mutable Outcome best_;          ///< of all networks seen or shown, the one of the lowest loss
  mutable double best_objective_ = std::numeric_limits<double>::infinity();
  Vector base_;  ///< the part of now_'s theta that nothing responds to by more than base_peak_
  double base_peak_ = 0;
  Vector unit_;            ///< the rest, its largest entry 1: what is priced
  double theta_size_ = 0;  ///< the entry it was divided by
  double value_ = 0;       ///< the loss of now_ at this level
  double precision_;       ///< of the master, a relative gap: tightened as the true gap closes
  bool stalled_ = false;
  long long nodes_ = 0;  ///< the most that a search has taken
  int newton_steps_ = 0;
};

}  // namespace hcx::exact
