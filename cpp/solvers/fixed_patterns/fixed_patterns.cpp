#include "solvers/fixed_patterns/fixed_patterns.hpp"

#include "certificate/pattern_certificate.hpp"
#include "programme/mapping.hpp"
#include "response/cone_projection.hpp"
#include "run/conclude.hpp"
#include "solvers/fixed_patterns/solver_state.hpp"

namespace hcx::fixed_patterns {
namespace {

void validate(const Settings& settings, const Problem& problem) {
  require_shared_settings(settings);
  if (settings.warm_start) hcx::validate(*settings.warm_start, problem.X.cols());
}

}  // namespace

Solver::Solver(const Problem& problem, const PatternSet& patterns, const Settings& settings)
    : SolverRun(limits_of(settings)) {
  hcx::validate(problem);
  hcx::validate(patterns, problem.X.rows());
  validate(settings, problem);
  state_ = std::make_unique<State>(problem, patterns, settings);
  ready();
}

Solver::~Solver() = default;

bool Solver::done() const { return state_->phase == State::Phase::Done; }

void Solver::step(const Slice&) {
  count_iteration();
  state_->step();
}

Result Solver::result() const {
  const State& s = *state_;
  Result result{};
  auto [U, theta] = s.known();
  ConeProjection projection(s.cones.d());
  for (Index k = 0; k < s.cones.count(); ++k) {
    if (U.col(k).isZero(0)) continue;
    // A block that was projected from far away, as happens without weight decay, lies in its cone only to the rounding of
    // where it came from. Projecting it once more makes it a point of the programme.
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
  result.status = conclude(s.problem, *this, Tolerance(s.settings.tolerance), result.certificate);
  result.iterations = result.newton_steps = iterations();
  result.seconds = seconds();
  return result;
}

Result solve(const Problem& problem, const PatternSet& patterns, const Settings& settings) {
  Solver solver(problem, patterns, settings);
  solver.advance();
  return solver.result();
}

}  // namespace hcx::fixed_patterns
