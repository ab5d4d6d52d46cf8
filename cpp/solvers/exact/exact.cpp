#include "solvers/exact/exact.hpp"

#include "solvers/exact/either_dimension.hpp"

namespace hcx::exact {
namespace {

void validate(const Settings& settings, const Problem& problem) {
  require_shared_settings(settings);
  if (settings.warm_start) hcx::validate(*settings.warm_start, problem.X.cols());
}

}  // namespace

std::unique_ptr<SolverRun> begin(const Problem& problem, const Settings& settings) {
  hcx::validate(problem);
  validate(settings, problem);
  return problem.X.cols() <= 2 ? begin_in_plane(problem, settings) : begin_in_space(problem, settings);
}

Result solve(const Problem& problem, const Settings& settings) {
  const std::unique_ptr<SolverRun> method = begin(problem, settings);
  method->advance();
  return method->result();
}

}  // namespace hcx::exact
