#include "solvers/fixed_patterns/fixed_patterns.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "convex/cone_projection.hpp"
#include "convex/mapping.hpp"
#include "convex/pattern_certificate.hpp"
#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "network/objective.hpp"
#include "solvers/fixed_patterns/augmented_lagrangian.hpp"
#include "solvers/fixed_patterns/interior_point.hpp"
#include "solvers/fixed_patterns/warm_start.hpp"
#include "solvers/stopping.hpp"

namespace hcx::fixed_patterns {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kFirstTarget = 1e-4;  // relative gap at which the interior point hands over
constexpr double kNextTarget = 1e-2;   // of the last target, when the hand-over was too early
constexpr int kMaxIdle = 25;           // steps of the interior point without a new lowest gap
constexpr int kPatience = 25;          // steps of the augmented Lagrangian before the interior point goes on
constexpr double kNear = 60;     // of b: a residual with larger responses makes a warm start too poor to follow up
constexpr double kThere = 1.01;  // of b: the same where only the optimum itself is near enough
constexpr double kFits = 3e-3;   // of ||y||^2: a warm start with a larger misfit,
constexpr double kStays =
    5;  // or of b: with a residual of larger responses, is nothing to start the interior point from
constexpr double kFeasible = 1e-9;          // violation of the cones at which the interior point may hand over
constexpr double kVanished = 1e-5;          // of the largest block: a shorter one of the interior point is zero
constexpr double kLeastPenalty = 1e-8;      // of the largest response to y: the interior point needs a penalty
constexpr double kStandIn = 1e-8;           // of that response: the penalty where there is none
constexpr double kStandInTolerance = 1e-7;  // how accurately that programme is solved

void validate(const Settings& settings, const Problem& problem) {
  validate_stopping(settings.tolerance, settings.max_iterations, settings.max_seconds);
  if (settings.warm_start) hcx::validate(*settings.warm_start, problem.X.cols());
}

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

}  // namespace

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
  void hand_over();
  void step_lagrangian();
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
  Vector former;  ///< the residual of the network that is started from, if any
  double target = kFirstTarget;
  double lowest = 2;  ///< gap of the interior point
  int idle = 0;       ///< its steps since
  int patience = 0;   ///< steps left before the interior point goes on
  int iterations = 0;
  double seconds = 0;
};

Solver::State::State(const Problem& given, const PatternSet& set, const Settings& chosen)
    : problem(given), patterns(set), settings(chosen), cones(given, set), penalty(0), lagrangian(cones) {
  Eigen::MatrixXd pull;
  cones.responses(cones.y, pull);
  const double response = pull.size() > 0 ? pull.colwise().norm().maxCoeff() : 0.0;
  penalty = std::max(cones.b, kLeastPenalty * response);
  if (!(response > cones.b)) {  // no block can lower the loss of the zero network
    lagrangian.offer(lagrangian.U(), cones.y);
    return;
  }
  if (cones.b == 0 && settings.method != Method::AugmentedLagrangian)
    start_penalised(response);
  else if (settings.method == Method::AugmentedLagrangian || settings.method == Method::ActiveSets ||
           (settings.warm_start && settings.method == Method::Auto))
    start_warm(settings.warm_start.value_or(Network{Matrix(0, given.X.cols()), Vector(0)}));
  else
    start_interior();
}

/// Without a penalty there are optima of every length, up to infinity, and neither method has anything to hold on to. A penalty
/// so small that the loss is right to its square leaves the last digits to do.
void Solver::State::start_penalised(double response) {
  if (settings.warm_start) {
    const WarmStart from = warm_start(cones, *settings.warm_start);
    lagrangian.offer(from.U, cones.y - cones.output(from.U));
    if (proven()) return;
  }
  Problem almost = problem;
  almost.lambda = kStandIn * response * problem.misfit_factor() * cones.y_unit * (cones.y_unit / cones.u_unit);
  Settings loose = settings;
  loose.tolerance = kStandInTolerance;
  loose.warm_start.reset();  // an optimum for nothing is far from one for little
  penalised = std::make_unique<State>(almost, patterns, loose);
  phase = Phase::Penalised;
}

void Solver::State::step_penalised() {
  penalised->step();
  if (penalised->phase != Phase::Done) return;
  const Eigen::MatrixXd& U = penalised->lagrangian.U();
  lagrangian.start(U, cones.y - cones.output(U), penalty);
  phase = Phase::AugmentedLagrangian;
  target = 0;  // nothing for the interior point to do
}

/// From near the optimum a few turns end it; from far away the interior point is quicker than the whole way. Where the network was
/// optimal before a pattern changed, its own residual names the faces that most blocks stay on.
void Solver::State::start_warm(const Network& network) {
  const WarmStart from = warm_start(cones, network);
  const Vector residual = cones.y - cones.output(from.U);
  former = from.residual;
  for (Index k = 0; k < cones.count(); ++k) lagrangian.seed(k, from.walls[static_cast<std::size_t>(k)]);
  if (settings.method == Method::AugmentedLagrangian) {
    lagrangian.start(from.U, residual, penalty);
    if (from.fits) lagrangian.try_faces();
    phase = proven() ? Phase::Done : Phase::AugmentedLagrangian;
    return;
  }
  const double near = lagrangian.too_many(from.dimensions()) ? kThere : kNear;
  if (lagrangian.exceeds(residual, near * penalty)) {
    lagrangian.offer(from.U);
    start_interior();
  } else {
    lagrangian.start_turns(from.U, former);
    phase = Phase::ActiveSets;
  }
}

void Solver::State::step_active_sets() {
  const bool moved = lagrangian.turn();
  if (proven())
    phase = Phase::Done;
  else if (!moved)
    start_interior();
}

/// Whether the warm start still fits the labels and its residual is nearly feasible: the interior point may start from it.
bool Solver::State::former_stays() {
  if (former.size() == 0) return false;
  const double misfit = (cones.y - cones.output(lagrangian.U())).squaredNorm();
  return misfit < kFits * cones.y.squaredNorm() && !lagrangian.exceeds(former, kStays * penalty);
}

void Solver::State::start_interior() {
  interior = std::make_unique<InteriorPoint>(cones, penalty);
  if (former_stays()) interior->start_near(lagrangian.U(), lagrangian.project_responses(former));
  phase = Phase::InteriorPoint;
}

void Solver::State::step() {
  ++iterations;
  switch (phase) {
    case Phase::Penalised: return step_penalised();
    case Phase::ActiveSets: return step_active_sets();
    case Phase::InteriorPoint: return step_interior();
    case Phase::AugmentedLagrangian: return step_lagrangian();
    case Phase::Done: return;
  }
}

/// The best blocks and dual point if time is up now. The solver itself goes on as if not asked.
std::pair<Eigen::MatrixXd, Vector> Solver::State::known() const {
  if (phase != Phase::InteriorPoint && phase != Phase::Penalised) return {lagrangian.U(), lagrangian.theta()};
  AugmentedLagrangian asked = lagrangian;
  if (phase == Phase::InteriorPoint) {
    asked.offer(interior->U(), interior->theta());
  } else {
    const auto [U, theta] = penalised->known();
    asked.offer(U, theta);
  }
  return {asked.U(), asked.theta()};
}

void Solver::State::step_interior() {
  const bool moved = interior->step();
  idle = interior->gap() < lowest ? 0 : idle + 1;
  lowest = std::min(lowest, interior->gap());
  const bool going = moved && idle < kMaxIdle;
  if (going && (interior->gap() > target || interior->infeasibility() > kFeasible)) return;
  if (!going) target = 0;  // this is as far as it goes
  hand_over();
}

void Solver::State::hand_over() {
  Eigen::MatrixXd U = interior->U();
  const double largest = U.colwise().norm().maxCoeff();
  for (Index k = 0; k < cones.count(); ++k) {
    const bool vanished = U.col(k).norm() <= kVanished * largest;
    if (vanished) U.col(k).setZero();
    lagrangian.seed(k, vanished ? std::vector<Index>{} : interior->pressed_walls(k));
  }
  lagrangian.start(U, interior->theta(), penalty);
  lagrangian.try_faces();
  phase = proven() ? Phase::Done : Phase::AugmentedLagrangian;
  patience = kPatience;
}

void Solver::State::step_lagrangian() {
  const bool moved = lagrangian.step();
  if (proven()) {
    phase = Phase::Done;
  } else if (settings.method != Method::AugmentedLagrangian && target > 0 && (!moved || --patience == 0)) {
    target *= kNextTarget;
    phase = Phase::InteriorPoint;
  } else if (!moved) {
    phase = Phase::Done;
  }
}

bool Solver::State::proven() const {
  const double allowed = allowed_gap(settings.tolerance, lagrangian.value(), 0.5 * cones.y.squaredNorm());
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
}

Result Solver::result() const {
  const State& s = *state_;
  Result result{};
  auto [U, theta] = s.known();
  ConeProjection projection(s.cones.d());
  for (Index k = 0; k < s.cones.count(); ++k) {
    if (U.col(k).isZero(0)) continue;
    // What was projected from far away, as happens without weight decay, lies in its cone to the rounding of where it came from.
    projection.forget();
    projection.project(s.cones.rows, s.cones.sides(k), U.col(k).data());
    U.col(k) = projection.w();
    if (!U.col(k).isZero(0))
      result.blocks.push_back({s.cones.patterns[static_cast<std::size_t>(s.cones.block(k).pattern)],
                               s.cones.block(k).sign > 0 ? 1 : -1, s.cones.u_unit * U.col(k)});
  }
  result.network = to_network(result.blocks, s.problem.X.cols());
  result.dual = s.cones.y_unit * theta;
  result.certificate = certify(s.problem, result.network, s.patterns, result.dual);
  const double zero_network = s.problem.misfit_factor() * s.problem.y.squaredNorm();
  const double allowed = allowed_gap(s.settings.tolerance, result.certificate.objective, zero_network);
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
