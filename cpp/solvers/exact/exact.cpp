#include "solvers/exact/exact.hpp"

#include "solvers/exact/running.hpp"
#include "solvers/stopping.hpp"

namespace hcx::exact {
namespace {

void validate(const Settings& settings, const Problem& problem) {
  validate_stopping(settings.tolerance, settings.max_iterations, settings.max_seconds);
  if (settings.warm_start) hcx::validate(*settings.warm_start, problem.X.cols());
}

}  // namespace

Solver::Solver(const Problem& problem, const Settings& settings) {
  hcx::validate(problem);
  validate(settings, problem);
  running_ = problem.X.cols() <= 2 ? in_the_plane(problem, settings) : in_space(problem, settings);
}

Solver::~Solver() = default;

void Solver::advance(double seconds) { running_->advance(seconds); }
bool Solver::finished() const { return running_->finished(); }
Result Solver::result() const { return running_->result(); }

Result solve(const Problem& problem, const Settings& settings) {
  Solver solver(problem, settings);
  solver.advance();
  return solver.result();
}

}  // namespace hcx::exact
