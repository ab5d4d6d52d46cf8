#include "solvers/exact/space_solver.hpp"

#include <algorithm>
#include <cmath>

#include "certificate/dual_bound.hpp"
#include "network/objective.hpp"
#include "programme/mapping.hpp"
#include "run/conclude.hpp"
#include "solvers/exact/fewest_blocks.hpp"
#include "solvers/exact/least_misfit_in_any_dimension.hpp"

namespace hcx::exact {
namespace {

constexpr int kMostRoundsInSpace = 60;      // without weight decay; a network of least misfit is known by then
constexpr long long kNodesToProve = 20000;  // at least, for the certificate of a finished solve
constexpr long long kNodesToReport = 2000;  // of one that was stopped: it must not take longer than the solve

Network nothing(Index d) { return {Matrix(0, d), Vector(0)}; }

}  // namespace

SpaceSolver::SpaceSolver(const Problem& problem, const Settings& settings)
    : SolverRun(limits_of(settings)),
      problem_(problem),
      at_level_(problem),
      settings_(settings),
      tolerance_(settings.tolerance),
      scaled_(problem),
      search_(scaled_.X),
      precision_(kLooseGap) {
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
  ready();
}

/// One part of a round: of the master, or of pricing what it left.
void SpaceSolver::step(const Slice& slice) {
  if (master_) {
    master_->advance(slice);
    if (!master_->finished()) return;
    const Solution result = master_->result();
    take(result);
    master_.reset();
    count_iteration();
    if (least_ && (fits(now_.network) || result.status == Status::Stalled || iterations() >= kMostRoundsInSpace))
      level_ = path_.size();  // the rest of the path would change nothing
    else
      price_quickly();
  } else {
    price_exactly(slice);
  }
}

void SpaceSolver::start_level() {
  scaled_.b = path_[level_];
  at_level_.lambda = scaled_.b * scaled_.x_unit * scaled_.y_unit * problem_.misfit_factor();
  precision_ = kLooseGap;
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

SpaceSolver::Outcome SpaceSolver::outcome_of(const Solution& result) const {
  Outcome outcome{at_most_n_blocks(problem_.X, result.blocks), {}, result.dual};
  outcome.network = to_network(outcome.blocks, problem_.X.cols());
  return outcome;
}

void SpaceSolver::take(const Solution& result) {
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

/// Without weight decay: whether the network fits all that any network can.
bool SpaceSolver::fits(const Network& network) const {
  const double objective = evaluate(problem_, network).objective;
  const double least = scaled_.caller_value(0.5 * search_.unfittable_part(scaled_.y).squaredNorm());
  return objective - least <= 0.1 * tolerance_.allowed(objective, problem_.zero_network_loss());
}

void SpaceSolver::finish_level() {
  if (++level_ < path_.size()) start_level();
}

/// A solve that was stopped early never answers with less than what it had to begin with, nor, without weight decay, than what
/// can be written down.
void SpaceSolver::fall_back(Solution& result) const {
  const Network zero = nothing(problem_.X.cols());
  const bool written = least_ && !fits(result.network);
  for (const Network& known : {settings_.warm_start.value_or(zero), written ? *least_ : zero, zero}) {
    const std::vector<Block> blocks = at_most_n_blocks(problem_.X, to_blocks(problem_.X, known));
    const Network network = to_network(blocks, problem_.X.cols());
    if (evaluate(problem_, network).objective < evaluate(problem_, result.network).objective) {
      result.network = network;
      result.blocks = blocks;
    }
  }
}

Solution SpaceSolver::result() const {
  const Outcome latest = master_ ? outcome_of(master_->result()) : now_;
  const bool improved = note(latest);
  Solution result{};
  result.blocks = best_.blocks;
  result.network = best_.network;
  result.dual = improved ? latest.theta : now_.theta;
  fall_back(result);
  result.certificate =
      certify(problem_, result.network, result.dual, done() ? std::max(kNodesToProve, 4 * nodes_) : kNodesToReport);
  result.status = conclude(problem_, *this, tolerance_, result.certificate);
  result.iterations = iterations();
  result.newton_steps = newton_steps_;
  result.seconds = seconds();
  return result;
}

std::unique_ptr<SolverRun> begin_in_space(const Problem& problem, const Settings& settings) {
  return std::make_unique<SpaceSolver>(problem, settings);
}

}  // namespace hcx::exact
