#include "solvers/exact/space_solver.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "certificate/dual_bound.hpp"
#include "network/objective.hpp"
#include "programme/mapping.hpp"
#include "solvers/exact/least_misfit_in_any_dimension.hpp"
#include "solvers/exact/reduction.hpp"

namespace hcx::exact {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kBlocksPerRound = 8;
constexpr double kLoose = 1e-3;       // the master's first precision, a relative gap
constexpr double kQuickFloor = 1e-5;  // its finest while climbing alone still finds blocks
constexpr Index kClimbs = 32;         // from random directions, others every round
constexpr double kTightest = 1e-14;   // and its last
constexpr double kDirect = 1e-5;      // of b_max: a smaller b is approached from larger ones
constexpr int kMostRounds = 60;       // without weight decay; a network of least misfit is known by then
constexpr double kViolated = 1e-12;   // relative excess over b that a new block must have
constexpr double kPlainly = 1e-4;     // relative excess at which a search need not look for more
constexpr double kNoise = 1e-14;      // of a vector: a part of it that is rounding
constexpr long long kUnlimited = 1LL << 60;
constexpr long long kNodesToProve = 20000;  // at least, for the certificate of a finished solve
constexpr long long kNodesToReport = 2000;  // of one that was stopped: it must not take longer than the solve

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

Network nothing(Index d) { return {Matrix(0, d), Vector(0)}; }

}  // namespace

SpaceSolver::SpaceSolver(const Problem& problem, const Settings& settings)
    : problem_(problem),
      at_level_(problem),
      settings_(settings),
      scaled_(problem),
      search_(scaled_.X),
      precision_(kLoose) {
  const auto start = Clock::now();
  if (problem.lambda == 0) least_ = least_misfit(problem.X, problem.y);
  const Network from = settings_.warm_start.value_or(nothing(problem.X.cols()));
  now_.blocks = to_blocks(problem.X, from);
  now_.network = to_network(now_.blocks, problem.X.cols());
  for (const Block& block : now_.blocks) blocks_.emplace(block.pattern, block.sign);
  now_.theta = problem.y - predict(now_.network, problem.X);
  note(now_);

  const double b_max = search_.peak(scaled_.y, starting_directions(from, problem.X.cols()), {.max_nodes = 0}).value;
  const double b = scaled_.b;
  if (!(b > 0 && (settings_.warm_start || b >= kDirect * b_max)))
    for (double fraction = 1e-2; fraction > 1e-11 && fraction * b_max > b; fraction *= 1e-2)
      path_.push_back(fraction * b_max);
  if (b > 0) path_.push_back(b);
  if (!path_.empty()) start_level();
  seconds_ = seconds_since(start);
}

bool SpaceSolver::finished() const {
  return level_ == path_.size() || iterations_ >= settings_.max_iterations || seconds_ >= settings_.max_seconds;
}

void SpaceSolver::advance(double seconds) {
  const auto start = Clock::now();
  const double before = seconds_, end = std::min(before + seconds, settings_.max_seconds);
  do {
    if (finished()) return;
    step(end - seconds_);
    seconds_ = before + seconds_since(start);
  } while (seconds_ < end);
}

/// One part of a round: of the master, or of pricing what it left.
void SpaceSolver::step(double seconds) {
  if (master_) {
    master_->advance(seconds);
    if (!master_->finished()) return;
    const fixed_patterns::Result result = master_->result();
    take(result);
    master_.reset();
    ++iterations_;
    if (least_ && (fits(now_.network) || result.status == Status::Stalled || iterations_ >= kMostRounds))
      level_ = path_.size();  // the rest of the path would change nothing
    else
      price_quickly();
  } else {
    price_exactly(seconds);
  }
}

void SpaceSolver::start_level() {
  scaled_.b = path_[level_];
  at_level_.lambda = scaled_.b * scaled_.x_unit * scaled_.y_unit * problem_.misfit_factor();
  precision_ = kLoose;
  stalled_ = false;
  start_master();
}

void SpaceSolver::start_master() {
  PatternSet set;
  for (const auto& [pattern, sign] : blocks_) {
    set.patterns.push_back(pattern);
    set.signs.push_back(static_cast<signed char>(sign));
  }
  fixed_patterns::Settings settings{.tolerance = precision_};
  if (now_.network.width() > 0) settings.warm_start = now_.network;
  master_ = std::make_unique<fixed_patterns::Solver>(at_level_, set, settings);
}

SpaceSolver::Outcome SpaceSolver::outcome_of(const fixed_patterns::Result& result) const {
  Outcome outcome{reduced(problem_.X, result.blocks), {}, result.dual};
  outcome.network = to_network(outcome.blocks, problem_.X.cols());
  return outcome;
}

void SpaceSolver::take(const fixed_patterns::Result& result) {
  now_ = outcome_of(result);
  newton_steps_ += result.iterations;
  value_ = evaluate(at_level_, now_.network).objective;
  note(now_);
  // Blocks that the optimum over them left empty have had their chance: they are priced in again when they are missing.
  std::set<std::pair<Pattern, int>> used;
  for (const Block& block : now_.blocks) used.emplace(block.pattern, block.sign);
  if (blocks_.size() > used.size() + 2 * static_cast<std::size_t>(problem_.X.rows())) blocks_ = used;

  split(now_.theta / scaled_.y_unit);
}

/// A master that works to a loose precision may end a little higher than it was on its way, or than the one before.
bool SpaceSolver::note(const Outcome& outcome) const {
  const double objective = evaluate(problem_, outcome.network).objective;
  if (!(objective < best_objective_)) return false;
  best_objective_ = objective;
  best_ = outcome;
  return true;
}

/// theta in what nothing responds to, and the rest, which is what must be priced: for a small b it is much the smaller part.
void SpaceSolver::split(const Vector& theta) {
  base_ = search_.unfittable_part(theta);
  if (base_.norm() <= kNoise * theta.norm()) base_.setZero();
  base_peak_ = 0;
  if (!base_.isZero(0)) {
    const Matrix start = starting_directions({}, problem_.X.cols(), 1);
    base_peak_ = search_.peak(base_, start, {.max_nodes = 1000}).bound;
    if (base_peak_ >= scaled_.b) base_.setZero(), base_peak_ = 0;
  }
  const Vector rest = theta - base_;
  unit_ = unit_direction(rest);
  theta_size_ = rest.cwiseAbs().maxCoeff();
}

/// Without weight decay: whether the network fits all that any network can.
bool SpaceSolver::fits(const Network& network) const {
  const double objective = evaluate(problem_, network).objective;
  const double least = scaled_.caller_value(0.5 * search_.unfittable_part(scaled_.y).squaredNorm());
  const double zero_network = problem_.misfit_factor() * problem_.y.squaredNorm();
  return objective - least <= 0.1 * settings_.allowed_gap(objective, zero_network);
}

/// Whether the gap is as small as asked when no neuron responds to unit_ by more than `peak`.
bool SpaceSolver::close_enough(double peak) const {
  DualBound bound(scaled_);
  bound.take(bound.multiples(base_, base_peak_, unit_), peak);
  const double zero_network = problem_.misfit_factor() * problem_.y.squaredNorm();
  // Half: the certificate also charges for rounding.
  return value_ - scaled_.caller_value(bound.best()) <= 0.5 * settings_.aimed_gap(value_, zero_network);
}

/// Blocks that climbing finds from the neurons and a few random directions. Without any, pricing must be exact, but for the
/// levels that only lead to the least misfit, of which the certificate has another proof.
void SpaceSolver::price_quickly() {
  if (unit_.size() == 0) return finish_level();
  const double b = scaled_.b / theta_size_;
  const Matrix starts =
      starting_directions(now_.network, problem_.X.cols(), kClimbs, static_cast<std::uint64_t>(iterations_));
  const ResponsePeak found = search_.peak(unit_, starts, {.collect_above = b * (1 + kPlainly), .max_nodes = 0});
  if (!close_enough(std::max(b, found.value)) && add(found.maxima, kQuickFloor)) return start_master();
  if (least_) return finish_level();
  run_ = std::make_unique<BranchAndBoundRun>(
      search_, unit_, starts,
      BranchAndBound::Limits{.enough = std::min(b, DualBound(scaled_).multiples(base_, base_peak_, unit_).enough),
                             .satisfied = b * (1 + kPlainly),
                             .collect_above = b * (1 + kViolated),
                             .max_nodes = kUnlimited});
}

void SpaceSolver::price_exactly(double seconds) {
  run_->advance(seconds);
  if (!run_->finished()) return;
  const ResponsePeak found = run_->peak();
  run_.reset();
  nodes_ = std::max(nodes_, found.nodes);
  if (close_enough(found.bound)) return finish_level();
  if (!add(found.maxima, 0.1 * settings_.tolerance)) {
    stalled_ = precision_ <= kTightest;
    if (stalled_) return finish_level();
    precision_ = std::max(kTightest, 1e-3 * precision_);
  }
  start_master();
}

/// Adds the best new blocks. Returns whether there is one.
bool SpaceSolver::add(const std::vector<ResponseMaximum>& maxima, double finest) {
  std::size_t added = 0;
  for (const ResponseMaximum& maximum : maxima)
    if (added < kBlocksPerRound && blocks_.emplace(pattern_of(scaled_.X, maximum.w), maximum.sign).second) ++added;
  if (added > 0) {
    const double excess = maxima.front().value * theta_size_ / scaled_.b - 1;
    precision_ = std::clamp(0.03 * excess, std::min(finest, kLoose), kLoose);
  }
  return added > 0;
}

void SpaceSolver::finish_level() {
  if (++level_ < path_.size()) start_level();
}

/// A solve that was stopped early never answers with less than what it had to begin with, nor, without weight decay, than what
/// can be written down.
void SpaceSolver::fall_back(Result& result) const {
  const Network zero = nothing(problem_.X.cols());
  const bool written = least_ && !fits(result.network);
  for (const Network& known : {settings_.warm_start.value_or(zero), written ? *least_ : zero, zero}) {
    const std::vector<Block> blocks = reduced(problem_.X, to_blocks(problem_.X, known));
    const Network network = to_network(blocks, problem_.X.cols());
    if (evaluate(problem_, network).objective < evaluate(problem_, result.network).objective) {
      result.network = network;
      result.blocks = blocks;
    }
  }
}

Result SpaceSolver::result() const {
  const Outcome latest = master_ ? outcome_of(master_->result()) : now_;
  const bool improved = note(latest);
  Result result{};
  result.blocks = best_.blocks;
  result.network = best_.network;
  result.dual = improved ? latest.theta : now_.theta;
  fall_back(result);
  const bool done = level_ == path_.size();
  result.certificate =
      certify(problem_, result.network, result.dual, done ? std::max(kNodesToProve, 4 * nodes_) : kNodesToReport);
  const double zero_network = problem_.misfit_factor() * problem_.y.squaredNorm();
  const double allowed = settings_.allowed_gap(result.certificate.objective, zero_network);
  const double gap = result.certificate.objective - result.certificate.lower_bound;
  result.certificate.lower_bound = std::min(result.certificate.lower_bound, result.certificate.objective);
  result.status = std::abs(gap) <= allowed                  ? Status::Optimal
                  : done                                    ? Status::Stalled
                  : iterations_ >= settings_.max_iterations ? Status::IterationLimit
                                                            : Status::TimeLimit;
  result.iterations = iterations_;
  result.newton_steps = newton_steps_;
  result.seconds = seconds_;
  return result;
}

std::unique_ptr<Running> in_space(const Problem& problem, const Settings& settings) {
  return std::make_unique<SpaceSolver>(problem, settings);
}

}  // namespace hcx::exact
