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

/// The blocks that are not zero, in the caller's units.
///
/// A block that was projected from far away, as happens without weight decay, lies in its cone only to the rounding of where it
/// came from. Projecting it once more makes it a point of the programme.
std::vector<Block> Solver::blocks_of(const Eigen::MatrixXd& U) const {
  const Cones& cones = state_->cones;
  ConeProjection projection(cones.d());
  std::vector<Block> blocks;
  for (Index k = 0; k < cones.count(); ++k) {
    if (U.col(k).isZero(0)) continue;
    projection.forget();
    projection.project(cones.rows, cones.sides(k), U.col(k).data());
    if (projection.w().isZero(0)) continue;
    const auto& [pattern, sign] = cones.block(k);
    blocks.push_back(
        {cones.patterns[static_cast<std::size_t>(pattern)], sign > 0 ? 1 : -1, cones.u_unit * projection.w()});
  }
  return blocks;
}

Result Solver::result() const {
  const State& s = *state_;
  Result result{};
  const auto [U, theta] = s.known();
  result.blocks = blocks_of(U);
  result.network = to_network(result.blocks, s.problem.X.cols());
  result.dual = s.cones.y_unit * theta;
  result.certificate = certify(s.problem, result.network, s.patterns, result.dual);
  // Huge blocks that cancel may do so in the programme and not, by rounding, as a network.
  if (result.certificate.objective > s.problem.zero_network_loss()) {
    result.blocks.clear();
    result.network = to_network(result.blocks, s.problem.X.cols());
    result.certificate = certify(s.problem, result.network, s.patterns, result.dual);
  }
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
