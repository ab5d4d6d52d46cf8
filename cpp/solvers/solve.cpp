#include "solvers/solve.hpp"

#include "core/invalid_argument.hpp"
#include "network/objective.hpp"
#include "programme/mapping.hpp"
#include "solvers/exact/exact.hpp"
#include "solvers/solve_method.hpp"

namespace hcx {
namespace {

bool exact_solver(const SolveSettings& settings) {
  return settings.patterns.from == PatternChoice::From::All &&
         (settings.solver == SolverChoice::Auto || settings.solver == SolverChoice::Exact);
}

void validate(const SolveSettings& settings) {
  if (settings.solver == SolverChoice::Exact && !exact_solver(settings))
    throw InvalidArgument("solver is \"exact\", which is for patterns \"all\"");
  validate(settings.patterns, settings.signs);
  validate_sampling(settings.count, settings.seed);
}

}  // namespace

SolveRun::SolveRun(const Problem& problem, const SolveSettings& s) {
  hcx::validate(problem);
  validate(s);
  units_ = ColumnUnits::of(problem);
  if (!units_) {
    begin(problem, problem.X, s);
    return;
  }
  problem_ = problem;
  SolveSettings measured = s;
  if (s.warm_start) measured.warm_start = units_->measured(*s.warm_start);
  begin(units_->measured(problem), problem.X, measured);
}

void SolveRun::begin(const Problem& problem, const Matrix& callers_X, const SolveSettings& s) {
  if (exact_solver(s)) {
    const exact::Settings settings{s.tolerance, s.max_iterations, s.max_seconds, s.warm_start};
    using Exact = SolveMethod<exact::Solver, &exact::Result::newton_steps>;
    method_ = std::make_unique<Exact>(true, SolverChoice::Exact, problem, settings);
  } else {
    method_ = over_given_patterns(problem, callers_X, s);
  }
}

SolveRun::~SolveRun() = default;

void SolveRun::advance(double seconds) { method_->advance(seconds); }
bool SolveRun::finished() const { return method_->finished(); }

SolveResult SolveRun::result() const {
  SolveResult result = method_->result();
  if (!units_) return result;
  for (Block& block : result.blocks) block = units_->callers(block);
  result.network = to_network(result.blocks, problem_.X.cols());
  result.certificate = units_->callers(result.certificate);
  result.certificate.objective = evaluate(problem_, result.network).objective;
  return result;
}

SolveResult solve(const Problem& problem, const SolveSettings& settings) {
  SolveRun run(problem, settings);
  run.advance();
  return run.result();
}

}  // namespace hcx
