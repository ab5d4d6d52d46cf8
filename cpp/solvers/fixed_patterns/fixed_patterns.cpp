#include "solvers/fixed_patterns/fixed_patterns.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "convex/mapping.hpp"
#include "convex/pattern_certificate.hpp"
#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "network/objective.hpp"
#include "solvers/fixed_patterns/augmented_lagrangian.hpp"
#include "solvers/fixed_patterns/interior_point.hpp"
#include "solvers/fixed_patterns/warm_start.hpp"

namespace hcx::fixed_patterns {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kFirstTarget = 1e-4;   // relative gap at which the interior point hands over
constexpr double kNextTarget = 1e-2;    // of the last target, when the hand-over was too early
constexpr int kPatience = 25;           // steps of the augmented Lagrangian before the interior point goes on
constexpr double kFeasible = 1e-9;      // violation of the cones at which the interior point may hand over
constexpr double kVanished = 1e-5;      // of the largest block: a shorter one of the interior point is zero
constexpr double kLeastPenalty = 1e-7;  // of the largest response to y: the interior point needs a penalty
constexpr double kFloor = 1e-3;         // of the zero network's loss: below it the gap is measured absolutely

void validate(const Settings& settings, const Problem& problem) {
  if (!(settings.tolerance > 0 && settings.tolerance < 1))
    throw InvalidArgument("tolerance is " + to_text(settings.tolerance) + ", expected a number between 0 and 1");
  require_between(settings.max_iterations, 1, 1'000'000, "maxIterations");
  if (!(settings.max_seconds > 0))
    throw InvalidArgument("maxSeconds is " + to_text(settings.max_seconds) + ", expected a number > 0");
  if (settings.warm_start) hcx::validate(*settings.warm_start, problem.X.cols());
}

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

double largest_response(const Cones& cones) {
  Eigen::MatrixXd g;
  cones.responses(cones.y, g);
  return g.size() > 0 ? g.colwise().norm().maxCoeff() : 0.0;
}

}  // namespace

struct Solver::State {
  enum class Phase { InteriorPoint, AugmentedLagrangian, Done };

  State(const Problem& given, const PatternSet& set, const Settings& chosen);
  void step();
  void start_interior();
  void step_interior();
  void hand_over();
  void step_lagrangian();
  bool proven() const;

  Problem problem;
  PatternSet patterns;
  Settings settings;
  Cones cones;
  double penalty;  ///< b of the interior point
  std::unique_ptr<InteriorPoint> interior;
  AugmentedLagrangian lagrangian;
  Phase phase = Phase::Done;
  double target = kFirstTarget;
  int patience = 0;  ///< steps left before the interior point goes on
  bool stalled = false;
  int iterations = 0;
  double seconds = 0;
};

Solver::State::State(const Problem& given, const PatternSet& set, const Settings& chosen)
    : problem(given), patterns(set), settings(chosen), cones(given, set), penalty(0), lagrangian(cones) {
  const double response = largest_response(cones);
  penalty = std::max(cones.b, kLeastPenalty * response);
  if (!(response > cones.b)) {  // no block can lower the loss of the zero network
    lagrangian.offer(lagrangian.U(), cones.y);
    return;
  }
  if (settings.warm_start || settings.method == Method::AugmentedLagrangian) {
    const WarmStart from =
        warm_start(cones, settings.warm_start.value_or(Network{Matrix(0, given.X.cols()), Vector(0)}));
    for (Index k = 0; k < cones.count(); ++k) lagrangian.seed(k, from.walls[static_cast<std::size_t>(k)]);
    lagrangian.start(from.U, cones.y - cones.output(from.U), penalty);
    phase = Phase::AugmentedLagrangian;
    patience = kPatience;
  } else {
    start_interior();
  }
}

void Solver::State::start_interior() {
  interior = std::make_unique<InteriorPoint>(cones, penalty);
  phase = Phase::InteriorPoint;
}

void Solver::State::step() {
  ++iterations;
  phase == Phase::InteriorPoint ? step_interior() : step_lagrangian();
}

void Solver::State::step_interior() {
  const bool moved = interior->step();
  if (moved && (interior->gap() > target || interior->infeasibility() > kFeasible)) return;
  if (!moved) target = 0;  // this is as far as it goes
  hand_over();
}

void Solver::State::hand_over() {
  Eigen::MatrixXd U = interior->U();
  const double largest = U.colwise().norm().maxCoeff();
  for (Index k = 0; k < cones.count(); ++k) {
    if (U.col(k).norm() <= kVanished * largest)
      U.col(k).setZero();
    else
      lagrangian.seed(k, interior->pressed_walls(k));
  }
  lagrangian.start(U, interior->theta(), penalty);
  phase = Phase::AugmentedLagrangian;
  patience = kPatience;
}

void Solver::State::step_lagrangian() {
  const bool moved = lagrangian.step();
  if (proven()) {
    phase = Phase::Done;
  } else if (settings.method != Method::AugmentedLagrangian && target > 0 && (!moved || --patience == 0)) {
    if (!interior) return start_interior();
    target *= kNextTarget;
    phase = Phase::InteriorPoint;
  } else if (!moved) {
    stalled = true;
    phase = Phase::Done;
  }
}

bool Solver::State::proven() const {
  const double allowed = settings.tolerance * std::max(lagrangian.value(), kFloor * 0.5 * cones.y.squaredNorm());
  return lagrangian.value() - lagrangian.bound() <= 0.5 * allowed;  // half: the certificate also charges for rounding
}

Solver::Solver(const Problem& problem, const PatternSet& patterns, const Settings& settings) {
  hcx::validate(problem);
  hcx::validate(patterns, problem.X.rows());
  validate(settings, problem);
  const auto start = Clock::now();
  state_ = std::make_unique<State>(problem, patterns, settings);
  state_->seconds = seconds_since(start);
}

Solver::~Solver() = default;

bool Solver::finished() const {
  const State& s = *state_;
  return s.phase == State::Phase::Done || s.iterations >= s.settings.max_iterations ||
         s.seconds >= s.settings.max_seconds;
}

void Solver::advance(double seconds) {
  State& s = *state_;
  const auto start = Clock::now();
  const double before = s.seconds, end = std::min(before + seconds, s.settings.max_seconds);
  while (!finished() && (s.seconds < end || s.seconds == before)) {
    s.step();
    s.seconds = before + seconds_since(start);
  }
  if (s.phase == State::Phase::InteriorPoint) s.lagrangian.offer(s.interior->U(), s.interior->theta());
}

Result Solver::result() const {
  const State& s = *state_;
  Result result{};
  const Eigen::MatrixXd& U = s.lagrangian.U();
  for (Index k = 0; k < s.cones.count(); ++k)
    if (!U.col(k).isZero(0))
      result.blocks.push_back({s.cones.patterns[static_cast<std::size_t>(s.cones.block(k).pattern)],
                               s.cones.block(k).sign > 0 ? 1 : -1, s.cones.u_unit * U.col(k)});
  result.network = to_network(result.blocks, s.problem.X.cols());
  result.dual = s.cones.y_unit * s.lagrangian.theta();
  result.certificate = certify(s.problem, result.network, s.patterns, result.dual);
  const double zero_network = s.problem.misfit_factor() * s.problem.y.squaredNorm();
  const double allowed = s.settings.tolerance * std::max(result.certificate.objective, kFloor * zero_network);
  result.status = result.certificate.gap() <= allowed         ? Status::Optimal
                  : s.phase == State::Phase::Done             ? Status::Stalled
                  : s.iterations >= s.settings.max_iterations ? Status::IterationLimit
                                                              : Status::TimeLimit;
  result.iterations = s.iterations;
  result.seconds = s.seconds;
  return result;
}

Result solve(const Problem& problem, const PatternSet& patterns, const Settings& settings) {
  Solver solver(problem, patterns, settings);
  solver.advance();
  return solver.result();
}

}  // namespace hcx::fixed_patterns
