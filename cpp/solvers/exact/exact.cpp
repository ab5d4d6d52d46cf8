#include "solvers/exact/exact.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "convex/mapping.hpp"
#include "convex/scaled_problem.hpp"
#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "network/objective.hpp"
#include "solvers/exact/master.hpp"
#include "solvers/exact/pricing.hpp"
#include "solvers/exact/space_solver.hpp"
#include "solvers/stopping.hpp"

namespace hcx::exact {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kAtomsPerRound = 8;  // the largest local maxima; many more stall, see README
constexpr double kLoose = 1e-2;            // the master's first precision, relative to b
constexpr double kDirect = 1e-5;           // of b_max: a smaller b is approached from larger ones

void validate(const Settings& settings, const Problem& problem) {
  validate_stopping(settings.tolerance, settings.max_iterations, settings.max_seconds);
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
    u.head(block.u.size()) = block.u * p.x_unit / p.y_unit;
    const double length = u.norm();
    if (length > 0 && std::isfinite(length)) master.add(block.sign, u);
  }
}

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// The values of b to solve for, largest first: a small b is approached along the path of solutions. Without weight decay
/// there is no kink to stop at, and the path ends where the misfit that is left, of order b^2, is below rounding.
std::vector<double> levels(const ScaledProblem& p, Pricing& pricing, bool warm) {
  pricing.price(p.y);
  const double b_max = pricing.peak();
  if (p.b > 0 && (warm || p.b >= kDirect * b_max)) return {p.b};
  std::vector<double> path;
  for (double fraction = 1e-2; fraction > 1e-11 && fraction * b_max > p.b; fraction *= 1e-2)
    path.push_back(fraction * b_max);
  if (p.b > 0) path.push_back(p.b);
  return path;
}

}  // namespace

struct Solver::State {
  State(const Problem& given, const Settings& chosen)
      : problem(given),
        settings(chosen),
        scaled(scaled_in_the_plane(given, "solving over every pattern")),
        circle(scaled.X),
        pricing(scaled.X, circle),
        master(scaled, circle),
        path(levels(scaled, pricing, chosen.warm_start.has_value())) {
    if (settings.warm_start) warm_start(master, scaled, problem, *settings.warm_start);
  }

  bool round(Clock::time_point end);
  Status stopped() const;
  void fall_back(Result& result) const;

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

/// One round of column generation at the present b, or what of it there is time for. Returns whether that b is done.
bool Solver::State::round(Clock::time_point end) {
  scaled.b = path[level];
  if (!master.minimise(precision, end)) return false;  // the next slice goes on here
  ++iterations;
  const Vector r = master.residual();
  pricing.price(r);
  const double value = master.value(), gap = value - lower_bound(scaled, r, pricing.peak());
  // Half: the certificate also charges for rounding.
  if (gap <= 0.5 * settings.allowed_gap(value, 0.5 * scaled.y.squaredNorm())) return true;

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

/// A solve that was stopped early never answers with less than what it had to begin with.
void Solver::State::fall_back(Result& result) const {
  const Network zero{Matrix(0, problem.X.cols()), Vector(0)};
  for (const Network& known : {settings.warm_start.value_or(zero), zero}) {
    const Network merged = merge(problem.X, known);
    if (merged.width() > problem.X.rows() || evaluate(problem, merged).objective >= result.certificate.objective)
      continue;
    result.blocks = to_blocks(problem.X, merged);
    result.network = to_network(result.blocks, problem.X.cols());
    const Certificate own = certify(problem, result.network, result.dual);
    result.certificate.objective = own.objective;
    result.certificate.lower_bound = std::max(result.certificate.lower_bound, own.lower_bound);
  }
}

Status Solver::State::stopped() const {
  if (level < path.size()) return iterations >= settings.max_iterations ? Status::IterationLimit : Status::TimeLimit;
  return stalled ? Status::Stalled : Status::Optimal;
}

Solver::Solver(const Problem& problem, const Settings& settings) {
  hcx::validate(problem);
  validate(settings, problem);
  if (problem.X.cols() > 2) {
    space_ = std::make_unique<SpaceSolver>(problem, settings);
    return;
  }
  const auto start = Clock::now();
  state_ = std::make_unique<State>(problem, settings);
  state_->seconds = seconds_since(start);
}

Solver::~Solver() = default;

bool Solver::finished() const {
  if (space_) return space_->finished();
  const State& s = *state_;
  return s.level == s.path.size() || s.iterations >= s.settings.max_iterations || s.seconds >= s.settings.max_seconds;
}

void Solver::advance(double seconds) {
  if (space_) return space_->advance(seconds);
  State& s = *state_;
  const double end = std::min(s.seconds + seconds, s.settings.max_seconds);
  const auto start = Clock::now();
  const double before = s.seconds;
  constexpr double never = 1e9;
  const auto stop = start + std::chrono::duration_cast<Clock::duration>(
                                std::chrono::duration<double>(std::clamp(end - before, 0.0, never)));
  while (!finished()) {
    if (s.round(stop)) ++s.level, s.stalled = false, s.precision = kLoose;
    s.seconds = before + seconds_since(start);
    if (s.seconds >= end) break;
  }
  s.master.trim();
}

Result Solver::result() const {
  if (space_) return space_->result();
  const State& s = *state_;
  const Problem& problem = s.problem;
  Result result{};
  const double unit = s.scaled.y_unit / s.scaled.x_unit;
  for (const Atom& atom : s.master.atoms())
    result.blocks.push_back({pattern_of(s.circle, atom.face), atom.sign, unit * atom.u.head(problem.X.cols())});
  result.network = to_network(result.blocks, problem.X.cols());
  result.dual = s.scaled.y_unit * s.master.residual();
  result.certificate = certify(problem, result.network, result.dual);
  s.fall_back(result);
  // The certificate, not the solver, says whether this is the optimum.
  const double zero_network = problem.misfit_factor() * problem.y.squaredNorm();
  const bool proven = result.certificate.gap() <= s.settings.allowed_gap(result.certificate.objective, zero_network);
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
