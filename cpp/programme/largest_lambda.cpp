#include "programme/largest_lambda.hpp"

#include <algorithm>

#include "patterns/circle.hpp"
#include "programme/scaled_problem.hpp"
#include "response/peak_by_branch_and_bound.hpp"
#include "response/peak_on_circle.hpp"

namespace hcx {
namespace {

constexpr long long kMaxNodes = 1'000'000;

double peak_in_the_plane(const Problem& problem) {
  const ScaledProblem p = scaled_in_the_plane(problem, "the circle of directions");
  const Circle circle(p.X);
  return std::max(peak_on_circle(p.X, circle, p.y).value, peak_on_circle(p.X, circle, -p.y).value);
}

double peak_in_space(const ScaledProblem& p) {
  const BranchAndBound search(p.X);
  const Matrix starts = starting_directions({Matrix(0, p.X.cols()), Vector(0)}, p.X.cols(), 32);
  const ResponsePeak peak = search.peak(p.y, starts, {.max_nodes = kMaxNodes});
  return peak.complete ? peak.value : peak.bound;
}

}  // namespace

double largest_lambda(const Problem& problem) {
  validate(problem);
  const ScaledProblem p(problem);
  const double peak = problem.X.cols() <= 2 ? peak_in_the_plane(problem) : peak_in_space(p);
  return p.x_unit * peak * p.y_unit * problem.misfit_factor();  // Mean: b = n lambda
}

}  // namespace hcx
