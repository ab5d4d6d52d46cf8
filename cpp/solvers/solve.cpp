#include "solvers/solve.hpp"

#include <string>
#include <utility>

#include "core/invalid_argument.hpp"
#include "solvers/exact/exact.hpp"
#include "solvers/fixed_patterns/fixed_patterns.hpp"

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

PatternSet pattern_set(const Problem& problem, const SolveSettings& settings) {
  return {chosen_patterns(problem.X, settings.patterns, settings.count, settings.seed), settings.signs.given};
}

fixed_patterns::Method method_of(SolverChoice choice) {
  return choice == SolverChoice::InteriorPoint         ? fixed_patterns::Method::InteriorPoint
         : choice == SolverChoice::AugmentedLagrangian ? fixed_patterns::Method::AugmentedLagrangian
                                                       : fixed_patterns::Method::Auto;
}

int newton_steps_of(const exact::Result& result) { return result.newton_steps; }
int newton_steps_of(const fixed_patterns::Result& result) { return result.iterations; }

}  // namespace

struct SolveRun::Method {
  Method(bool over_all, SolverChoice which) : all_patterns(over_all), solver(which) {}
  virtual ~Method() = default;
  virtual void advance(double seconds) = 0;
  virtual bool finished() const = 0;
  virtual SolveResult result() const = 0;

  bool all_patterns;
  SolverChoice solver;
};

template <class Solver>
struct SolveRun::Running : SolveRun::Method {
  template <class... Arguments>
  Running(bool over_all, SolverChoice which, const Arguments&... arguments)
      : Method(over_all, which), running(arguments...) {}
  void advance(double seconds) override { running.advance(seconds); }
  bool finished() const override { return running.finished(); }
  SolveResult result() const override {
    auto r = running.result();
    const int newton_steps = newton_steps_of(r);
    return {r.status, std::move(r.network), std::move(r.blocks), std::move(r.dual), r.certificate, all_patterns,
            solver,   r.iterations,         newton_steps,        r.seconds};
  }

  Solver running;
};

SolveRun::SolveRun(const Problem& problem, const SolveSettings& s) {
  hcx::validate(problem);
  validate(s);
  if (exact_solver(s)) {
    const exact::Settings settings{s.tolerance, s.max_iterations, s.max_seconds, s.warm_start};
    method_ = std::make_unique<Running<exact::Solver>>(true, SolverChoice::Exact, problem, settings);
    return;
  }
  const fixed_patterns::Settings settings{s.tolerance, s.max_iterations, s.max_seconds, s.warm_start,
                                          method_of(s.solver)};
  const SolverChoice automatic = s.warm_start ? SolverChoice::AugmentedLagrangian : SolverChoice::InteriorPoint;
  method_ = std::make_unique<Running<fixed_patterns::Solver>>(s.patterns.from == PatternChoice::From::All,
                                                              s.solver == SolverChoice::Auto ? automatic : s.solver,
                                                              problem, pattern_set(problem, s), settings);
}

SolveRun::~SolveRun() = default;

void SolveRun::advance(double seconds) { method_->advance(seconds); }
bool SolveRun::finished() const { return method_->finished(); }
SolveResult SolveRun::result() const { return method_->result(); }

SolveResult solve(const Problem& problem, const SolveSettings& settings) {
  SolveRun run(problem, settings);
  run.advance();
  return run.result();
}

}  // namespace hcx
