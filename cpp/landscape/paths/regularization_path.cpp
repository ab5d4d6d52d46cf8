#include "landscape/paths/regularization_path.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <utility>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "network/objective.hpp"
#include "programme/largest_lambda.hpp"
#include "solvers/exact/exact.hpp"

namespace hcx {
namespace {

constexpr int kMostPoints = 1000;
constexpr int kPoints = 60;
constexpr double kSpan = 1e-4;          // of the largest lambda, where the path ends
constexpr double kLeastSeconds = 1e-9;  // a time limit must be positive: what is left of it for the last point
constexpr double kFar = 1e-3;           // of the lambda before: a network from further away is no start

void require_good(const RegularizationSettings& s) {
  if (s.lambdas) {
    if (s.from || s.to || s.count)
      throw InvalidArgument("lambdas is given with from, to or count, expected one or the other");
    require_between(s.lambdas->size(), 1, kMostPoints, "length of lambdas");
    for (Index k = 0; k < s.lambdas->size(); ++k)
      require_at_least((*s.lambdas)[k], 0, "lambdas[" + std::to_string(k) + "]");
  }
  if (s.from) require_positive(*s.from, "from");
  if (s.to) require_positive(*s.to, "to");
  require_between(s.count.value_or(kPoints), 1, kMostPoints, "count");
  require_limits({.seconds = s.max_seconds});
}

/// Largest first. When no lambda but 0 makes a difference (no neuron responds to y), that one alone.
std::vector<double> descending_lambdas(const RegularizationSettings& s, double lambda_max) {
  std::vector<double> lambdas;
  if (s.lambdas) {
    lambdas.assign(s.lambdas->begin(), s.lambdas->end());
  } else {
    const double from = s.from.value_or(lambda_max), to = s.to.value_or(kSpan * lambda_max);
    const int last = s.count.value_or(kPoints) - 1;
    if (from == 0 || to == 0) return {0.0};
    for (int k = 0; k <= last; ++k)  // the ends exactly
      lambdas.push_back(k == 0 ? from : k == last ? to : from * std::pow(to / from, static_cast<double>(k) / last));
  }
  std::stable_sort(lambdas.begin(), lambdas.end(), std::greater<>());
  return lambdas;
}

}  // namespace

struct RegularizationTracer::State {
  State(const Problem& given, const RegularizationSettings& chosen)
      : problem(given), settings(chosen), lives(given.X), path{largest_lambda(given), {}, Status::TimeLimit} {
    lambdas = descending_lambdas(settings, path.lambda_max);
  }

  Problem problem;  ///< with the present lambda
  RegularizationSettings settings;
  NeuronLives lives;
  RegularizationPath path;
  std::vector<double> lambdas;
  std::unique_ptr<exact::Solver> solver;  ///< of the point under way
  bool out_of_time = false;               ///< the solver was, at the last point
};

void RegularizationTracer::begin_point() {
  State& s = *state_;
  s.problem.lambda = s.lambdas[s.path.points.size()];
  // A point that is near the one before starts from its network.
  const auto warm_start = [&]() -> std::optional<Network> {
    if (s.path.points.empty()) return std::nullopt;
    const RegularizationPoint& before = s.path.points.back();
    if (before.neurons.network.width() == 0 || s.problem.lambda < kFar * before.lambda) return std::nullopt;
    return before.neurons.network;
  };
  const exact::Settings settings{.tolerance = s.settings.tolerance,
                                 .max_seconds = std::max(s.settings.max_seconds - seconds(), kLeastSeconds),
                                 .warm_start = warm_start()};
  s.solver = std::make_unique<exact::Solver>(s.problem, settings);
}

void RegularizationTracer::end_point() {
  State& s = *state_;
  const Solution r = s.solver->result();
  NamedNetwork named = s.lives.take(r.network);
  const Evaluation e = evaluate(s.problem, named.network);
  s.path.points.push_back({s.problem.lambda, e.objective, e.data_loss, e.penalty, r.certificate.lower_bound, r.status,
                           std::move(named), r.newton_steps});
  s.out_of_time = r.status == Status::TimeLimit;
  s.solver.reset();
}

RegularizationTracer::RegularizationTracer(const Problem& problem, const RegularizationSettings& settings)
    : Run({.seconds = settings.max_seconds}) {
  hcx::validate(problem);
  require_good(settings);
  state_ = std::make_unique<State>(problem, settings);
  begin_point();  // refuses what the solver refuses
}

RegularizationTracer::~RegularizationTracer() = default;

bool RegularizationTracer::done() const {
  return state_->path.points.size() == state_->lambdas.size() || state_->out_of_time;
}

void RegularizationTracer::step(const Slice& slice) {
  if (!state_->solver) begin_point();
  state_->solver->advance(slice);
  if (state_->solver->finished()) end_point();
}

RegularizationPath RegularizationTracer::result() const {
  RegularizationPath path = state_->path;
  if (path.points.size() < state_->lambdas.size()) return path;
  path.status = Status::Optimal;
  for (const RegularizationPoint& point : path.points)
    if (point.status != Status::Optimal) path.status = point.status;
  return path;
}

RegularizationPath regularization_path(const Problem& problem, const RegularizationSettings& settings) {
  RegularizationTracer tracer(problem, settings);
  tracer.advance();
  return tracer.result();
}

}  // namespace hcx
