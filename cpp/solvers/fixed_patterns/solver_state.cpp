#include "solvers/fixed_patterns/solver_state.hpp"

#include <algorithm>

#include "solvers/fixed_patterns/least_squares.hpp"
#include "solvers/fixed_patterns/warm_start.hpp"

namespace hcx::fixed_patterns {
namespace {

constexpr double kFirstTarget = 1e-4;  // relative gap at which the interior point hands over
constexpr double kNextTarget = 1e-2;   // of the last target, when the hand-over was too early
constexpr int kMaxIdle = 25;           // steps of the interior point without a new lowest gap
constexpr int kPatience = 25;          // steps of the augmented Lagrangian before the interior point goes on
constexpr double kNear = 60;        // of b: a residual with larger responses makes a warm start too poor to follow up
constexpr double kOptimal = 1.01;   // of b: the same where only the optimum itself is near enough
constexpr double kFits = 3e-3;      // of ||y||^2: a warm start with a larger misfit,
constexpr double kStays = 5;        // or of b: with larger responses of its residual, is nothing to start from
constexpr double kEarly = 0.5;      // relative gap from which on the interior point may leave the rest to turns, and
constexpr double kShort = 1e-3;     // of the largest block: what then counts as zero
constexpr double kFeasible = 1e-9;  // violation of the cones at which the interior point may hand over
constexpr double kVanished = 1e-5;  // of the largest block: a shorter one of the interior point is zero
constexpr double kLeastPenalty = 1e-8;      // of the largest response to y: the interior point needs a penalty
constexpr double kStandIn = 1e-8;           // of that response: the penalty where there is none
constexpr double kStandInTolerance = 1e-7;  // how accurately that programme is solved

}  // namespace

Solver::State::State(const Problem& given, const PatternSet& set, const Settings& chosen)
    : problem(given),
      patterns(set),
      settings(chosen),
      cones(given, set),
      penalty(0),
      lagrangian(cones),
      target(kFirstTarget) {
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
  lagrangian.offer(from.U);  // whatever comes, the answer is not to be worse
  for (Index k = 0; k < cones.count(); ++k) lagrangian.seed(k, from.walls[static_cast<std::size_t>(k)]);
  if (settings.method == Method::AugmentedLagrangian) {
    lagrangian.start(from.U, residual, penalty);
    if (from.fits) lagrangian.try_faces();
    phase = proven() ? Phase::Done : Phase::AugmentedLagrangian;
    return;
  }
  const double near = lagrangian.too_many(from.dimensions()) ? kOptimal : kNear;
  if (lagrangian.exceeds(residual, near * penalty)) {
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
  else if (!moved && interior)
    phase = Phase::InteriorPoint;  // goes on from where it was
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
  if (going && near_enough_for_turns()) {
    turned = true;
    lagrangian.start_turns(seeded_blocks(kShort), interior->theta());
    phase = Phase::ActiveSets;
    return;
  }
  if (going && (interior->gap() > target || interior->infeasibility() > kFeasible)) return;
  if (!going) target = 0;  // this is as far as it goes
  hand_over();
}

/// Turns are cheaper than steps, and a rough guess of the faces is enough for them where the points tell these apart.
bool Solver::State::near_enough_for_turns() const {
  const bool allowed = settings.method == Method::Auto || settings.method == Method::ActiveSets;
  return allowed && !turned && penalty == cones.b && interior->gap() < kEarly &&
         !lagrangian.too_many(interior->dimensions(kShort));
}

/// The interior point's blocks, the short ones zero, and for their next projections the walls that press on the others.
Eigen::MatrixXd Solver::State::seeded_blocks(double vanished) {
  Eigen::MatrixXd U = interior->U();
  const double largest = U.colwise().norm().maxCoeff();
  for (Index k = 0; k < cones.count(); ++k) {
    const bool zero = U.col(k).norm() <= vanished * largest;
    if (zero) U.col(k).setZero();
    lagrangian.seed(k, zero ? std::vector<Index>{} : interior->pressed_walls(k));
  }
  return U;
}

void Solver::State::hand_over() {
  const Eigen::MatrixXd U = seeded_blocks(kVanished);
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
    if (cones.b == 0) fit_rest();
    afresh || cones.b == 0 ? void(phase = Phase::Done) : start_afresh();
  }
}

/// Next to no penalty leaves huge blocks that cancel, from which no method finds back. From nothing the augmented Lagrangian
/// meets only those that it needs.
void Solver::State::start_afresh() {
  afresh = true;
  target = 0;  // the interior point has had its turn
  lagrangian.start(Eigen::MatrixXd::Zero(cones.d(), cones.count()), cones.y, penalty);
  lagrangian.try_faces();
  if (proven()) phase = Phase::Done;
}

/// What rounding has kept the methods from, where walls are no obstacle.
void Solver::State::fit_rest() {
  const Eigen::MatrixXd U = with_rest_fitted(cones, lagrangian.U());
  lagrangian.offer(U, cones.y - cones.output(U));
}

bool Solver::State::proven() const {
  return Tolerance(settings.tolerance).closes(lagrangian.value(), lagrangian.bound(), 0.5 * cones.y.squaredNorm());
}

}  // namespace hcx::fixed_patterns
