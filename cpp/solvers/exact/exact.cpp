#include "solvers/exact/exact.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "convex/mapping.hpp"
#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "solvers/exact/master.hpp"
#include "solvers/exact/pricing.hpp"
#include "solvers/exact/scaled_problem.hpp"

namespace hcx::exact {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kAtomsPerRound = 8;  // the largest local maxima; many more stall, see README
constexpr double kLoose = 1e-2;            // the master's first precision, relative to b
constexpr double kFloor = 1e-3;            // of the zero network's loss: below it the gap is measured absolutely

void validate(const Settings& settings, const Problem& problem) {
  if (!(settings.tolerance > 0 && settings.tolerance < 1))
    throw InvalidArgument("tolerance is " + to_text(settings.tolerance) + ", expected a number between 0 and 1");
  require_between(settings.max_iterations, 1, 1'000'000, "maxIterations");
  if (!(settings.max_seconds > 0))
    throw InvalidArgument("maxSeconds is " + to_text(settings.max_seconds) + ", expected a number > 0");
  if (settings.warm_start) hcx::validate(*settings.warm_start, problem.X.cols());
}

/// Lower bound on the scaled problem from the residual: the certificate's formula, on the solver's own pricing.
double lower_bound(const ScaledProblem& p, const Vector& r, double peak) {
  const double square = r.squaredNorm();
  if (square == 0) return 0;
  const double limit = p.b / peak;
  const double t = std::clamp(r.dot(p.y) / square, -limit, limit);
  return t * r.dot(p.y) - 0.5 * t * t * square;
}

void warm_start(Master& master, const ScaledProblem& p, const Problem& problem, const Network& network) {
  for (const Block& block : to_blocks(problem.X, network)) {
    Point u = Point::Zero();
    u.head(block.u.size()) = block.u * (p.x_unit / p.y_unit);
    if (u.norm() > 0 && u.allFinite()) master.add(block.sign, u);
  }
}

/// What the gap may be at an objective of `value`.
double allowed_gap(const Settings& settings, double value, double zero_network) {
  return settings.tolerance * std::max(value, kFloor * zero_network);
}

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// The values of b to solve for. Without weight decay there is no kink to stop at: follow the path of solutions down to a
/// b at which the misfit that is left, of order b^2, is below rounding.
std::vector<double> levels(const ScaledProblem& p, double lambda, Pricing& pricing) {
  if (lambda > 0) return {p.b};
  pricing.price(p.y);
  std::vector<double> path;
  for (const double fraction : {1e-2, 1e-4, 1e-6, 1e-8, 1e-10})
    if (pricing.peak() > 0) path.push_back(fraction * pricing.peak());
  return path;
}

}  // namespace

struct Solver::State {
  State(const Problem& given, const Settings& chosen)
      : problem(given),
        settings(chosen),
        scaled(given),
        circle(scaled.X),
        pricing(scaled.X, circle),
        master(scaled, circle),
        path(levels(scaled, given.lambda, pricing)) {
    if (settings.warm_start) warm_start(master, scaled, problem, *settings.warm_start);
  }

  bool round();
  Status stopped() const;

  Problem problem;
  Settings settings;
  ScaledProblem scaled;
  Circle circle;
  Pricing pricing;
  Master master;
  std::vector<double> path;  ///< values of b still to be solved for, in order
  std::size_t level = 0;
  double precision = kLoose;  ///< of the master, relative to b: tightened as the gap closes
  bool stalled = false;
  int iterations = 0;
  double seconds = 0;
};

/// One round of column generation at the present b. Returns whether that b is done.
bool Solver::State::round() {
  ++iterations;
  scaled.b = path[level];
  master.minimise(precision);
  pricing.price(master.residual());
  const double value = master.value(), gap = value - lower_bound(scaled, master.residual(), pricing.peak());
  // Half: the certificate also charges for rounding.
  if (gap <= 0.5 * allowed_gap(settings, value, 0.5 * scaled.y.squaredNorm())) return true;

  std::vector<Candidate> candidates = pricing.candidates(scaled.b * (1 + 1e-13));
  const int released = master.release(pricing);
  std::erase_if(candidates, [&](const Candidate& c) { return master.occupied(c.sign, c.face); });
  if (candidates.size() > kAtomsPerRound) candidates.resize(kAtomsPerRound);
  if (!candidates.empty()) master.add(candidates);

  if (!candidates.empty() || released > 0) {
    const double violation = pricing.peak() / scaled.b - 1;
    precision = std::clamp(0.03 * violation, 0.01 * settings.tolerance, kLoose);
  } else if (precision > 1e-15) {
    precision *= 1e-3;
  } else {
    stalled = true;
  }
  return stalled;
}

Status Solver::State::stopped() const {
  if (level < path.size()) return iterations >= settings.max_iterations ? Status::IterationLimit : Status::TimeLimit;
  return stalled ? Status::Stalled : Status::Optimal;
}

Solver::Solver(const Problem& problem, const Settings& settings) {
  hcx::validate(problem);
  validate(settings, problem);
  const auto start = Clock::now();
  state_ = std::make_unique<State>(problem, settings);
  state_->seconds = seconds_since(start);
}

Solver::~Solver() = default;

bool Solver::finished() const {
  const State& s = *state_;
  return s.level == s.path.size() || s.iterations >= s.settings.max_iterations || s.seconds >= s.settings.max_seconds;
}

void Solver::advance(double seconds) {
  State& s = *state_;
  const double end = std::min(s.seconds + seconds, s.settings.max_seconds);
  const auto start = Clock::now();
  const double before = s.seconds;
  while (!finished()) {
    if (s.round()) ++s.level, s.precision = kLoose;
    s.seconds = before + seconds_since(start);
    if (s.seconds >= end) break;
  }
}

Result Solver::result() const {
  const State& s = *state_;
  const Problem& problem = s.problem;
  Result result{};
  const double unit = s.scaled.y_unit / s.scaled.x_unit;
  for (const Atom& atom : s.master.atoms())
    result.blocks.push_back({pattern_of(s.circle, atom.face), atom.sign, unit * atom.u.head(problem.X.cols())});
  result.network = to_network(result.blocks, problem.X.cols());
  result.dual = s.scaled.y_unit * s.master.residual();
  result.certificate = certify(problem, result.network, result.dual);
  // The certificate, not the solver, says whether this is the optimum.
  const double zero_network = problem.misfit_factor() * problem.y.squaredNorm();
  const bool proven = result.certificate.gap() <= allowed_gap(s.settings, result.certificate.objective, zero_network);
  const Status stopped = s.stopped();
  result.status = proven ? Status::Optimal : stopped == Status::Optimal ? Status::Stalled : stopped;
  result.iterations = s.iterations;
  result.newton_steps = s.master.newton_steps();
  result.seconds = s.seconds;
  return result;
}

Result solve(const Problem& problem, const Settings& settings) {
  Solver solver(problem, settings);
  solver.advance();
  return solver.result();
}

}  // namespace hcx::exact
