#include "solvers/solve.hpp"

#include "core/invalid_argument.hpp"
#include "network/objective.hpp"
#include "programme/mapping.hpp"
#include "solvers/registry.hpp"

namespace hcx {
namespace {

bool over_all_patterns(const SolveSettings& s) { return s.patterns.from == PatternChoice::From::All; }

SolverEntry chosen_solver(const SolveSettings& s) {
  if (s.solver != kAutomatic) return solver_named(s.solver);
  return solver_named(over_all_patterns(s) ? "exact" : s.warm_start ? "active-sets" : "interior-point");
}

void validate(const SolveSettings& s, const SolverEntry& solver) {
  if (solver.over == SolverEntry::Over::AllPatterns && !over_all_patterns(s))
    throw InvalidArgument("solver is \"" + std::string(solver.name) + "\", which is for patterns \"all\"");
  validate(s.patterns, s.signs);
  validate_sampling(s.count, s.seed);
}

}  // namespace

SolveRun::SolveRun(const Problem& problem, const SolveSettings& s) {
  hcx::validate(problem);
  const SolverEntry solver = chosen_solver(s);
  validate(s, solver);
  all_patterns_ = over_all_patterns(s);
  solver_ = solver.name;
  units_ = ColumnUnits::of(problem);
  if (!units_) {
    method_ = solver.begin(problem, problem.X, s);
    return;
  }
  problem_ = problem;
  SolveSettings measured = s;
  if (s.warm_start) measured.warm_start = units_->measured(*s.warm_start);
  method_ = solver.begin(units_->measured(problem), problem.X, measured);
}

SolveResult SolveRun::result() const {
  SolveResult result{method_->result(), all_patterns_, solver_};
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
