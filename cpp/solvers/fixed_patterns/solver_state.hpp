/// What a solver over given patterns is doing, and what it knows.
#pragma once

#include <memory>
#include <utility>

#include "solvers/fixed_patterns/augmented_lagrangian.hpp"
#include "solvers/fixed_patterns/fixed_patterns.hpp"
#include "solvers/fixed_patterns/interior_point.hpp"

namespace hcx::fixed_patterns {

struct Solver::State {
  enum class Phase { Penalised, ActiveSets, InteriorPoint, AugmentedLagrangian, Done };

  State(const Problem& given, const PatternSet& set, const Settings& chosen);
  void step();
  void start_warm(const Network& network);
  void start_penalised(double response);
  void step_penalised();
  void step_active_sets();
  bool former_stays();
  void start_interior();
  void step_interior();
  bool near_enough_for_turns() const;
  Eigen::MatrixXd seeded_blocks(double vanished);
  void hand_over();
  void step_lagrangian();
  void start_afresh();
  void fit_rest();
  std::pair<Eigen::MatrixXd, Vector> known() const;
  bool proven() const;

  Problem problem;
  PatternSet patterns;
  Settings settings;
  Cones cones;
  double penalty;                    ///< b of the interior point
  std::unique_ptr<State> penalised;  ///< without weight decay: the same with next to none, to start from
  std::unique_ptr<InteriorPoint> interior;
  AugmentedLagrangian lagrangian;
  Phase phase = Phase::Done;
  Vector former;        ///< the residual of the network that is started from, if any
  double target;        ///< relative gap at which the interior point hands over
  double lowest = 2;    ///< gap of the interior point
  int idle = 0;         ///< its steps since
  bool turned = false;  ///< turns have been tried from where it was
  int patience = 0;     ///< steps left before the interior point goes on
  bool afresh = false;  ///< the augmented Lagrangian has begun from nothing, which is the last resort
};

}  // namespace hcx::fixed_patterns
