#include "landscape/paths/regularization_path.hpp"

#include <algorithm>
#include <chrono>
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

using Clock = std::chrono::steady_clock;

constexpr int kMostPoints = 1000;
constexpr int kPoints = 60;
constexpr double kSpan = 1e-4;  // of the largest lambda, where the path ends
constexpr double kFar = 1e-3;   // of the lambda before: a network from further away is no start

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
  if (!(s.max_seconds > 0))
    throw InvalidArgument("maxSeconds is " + to_text(s.max_seconds) + ", expected a number > 0");
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

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

}  // namespace

struct RegularizationTracer::State {
  State(const Problem& given, const RegularizationSettings& chosen)
      : problem(given), settings(chosen), lives(given.X), path{largest_lambda(given), {}, Status::TimeLimit} {
    lambdas = descending_lambdas(settings, path.lambda_max);
  }

  void begin_point();
  void end_point();
  bool finished() const { return path.points.size() == lambdas.size() || out_of_time; }

  Problem problem;  ///< with the present lambda
  RegularizationSettings settings;
  NeuronLives lives;
  RegularizationPath path;
  std::vector<double> lambdas;
  std::unique_ptr<exact::Solver> solver;  ///< of the point under way
  double seconds = 0;
  bool out_of_time = false;
};

void RegularizationTracer::State::begin_point() {
  problem.lambda = lambdas[path.points.size()];
  exact::Settings s{.tolerance = settings.tolerance, .max_seconds = std::max(settings.max_seconds - seconds, 1e-9)};
  if (!path.points.empty()) {
    const RegularizationPoint& before = path.points.back();
    if (before.neurons.network.width() > 0 && problem.lambda >= kFar * before.lambda)
      s.warm_start = before.neurons.network;
  }
  solver = std::make_unique<exact::Solver>(problem, s);
}

void RegularizationTracer::State::end_point() {
  const exact::Result r = solver->result();
  NamedNetwork named = lives.take(r.network);
  const Evaluation e = evaluate(problem, named.network);
  path.points.push_back({problem.lambda, e.objective, e.data_loss, e.penalty, r.certificate.lower_bound, r.status,
                         std::move(named), r.newton_steps});
  out_of_time = r.status == Status::TimeLimit;
  solver.reset();
}

RegularizationTracer::RegularizationTracer(const Problem& problem, const RegularizationSettings& settings) {
  hcx::validate(problem);
  require_good(settings);
  const auto start = Clock::now();
  state_ = std::make_unique<State>(problem, settings);
  state_->begin_point();  // refuses what the solver refuses
  state_->seconds = seconds_since(start);
}

RegularizationTracer::~RegularizationTracer() = default;

bool RegularizationTracer::finished() const { return state_->finished(); }

void RegularizationTracer::advance(double seconds) {
  State& s = *state_;
  const auto start = Clock::now();
  const double before = s.seconds, end = before + seconds;
  while (!s.finished() && (s.seconds < end || s.seconds == before)) {
    if (!s.solver) s.begin_point();
    s.solver->advance(std::max(end - s.seconds, 1e-9));
    if (s.solver->finished()) s.end_point();
    s.seconds = before + seconds_since(start);
    if (s.seconds >= s.settings.max_seconds) s.out_of_time = true;
  }
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
