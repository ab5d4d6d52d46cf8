#include "solvers/fixed_patterns/fixed_patterns.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "certificate/pattern_certificate.hpp"
#include "programme/mapping.hpp"
#include "response/cone_projection.hpp"
#include "solvers/fixed_patterns/solver_state.hpp"
#include "solvers/stopping.hpp"

namespace hcx::fixed_patterns {
namespace {

using Clock = std::chrono::steady_clock;

void validate(const Settings& settings, const Problem& problem) {
  validate_stopping(settings.tolerance, settings.max_iterations, settings.max_seconds);
  if (settings.warm_start) hcx::validate(*settings.warm_start, problem.X.cols());
}

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

}  // namespace

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
  const double gap = result.certificate.objective - result.certificate.lower_bound;
  // In slivers it may take neurons so large that their sum comes out below the bound: a loss that is rounding is no answer.
  result.status = std::abs(gap) <= allowed                    ? Status::Optimal
                  : s.phase == State::Phase::Done             ? Status::Stalled
                  : s.iterations >= s.settings.max_iterations ? Status::IterationLimit
                                                              : Status::TimeLimit;
  result.certificate.lower_bound = std::min(result.certificate.lower_bound, result.certificate.objective);
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
