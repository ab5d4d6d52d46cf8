#include "programme/scaled_problem.hpp"

#include <cmath>
#include <string>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "core/power_of_two.hpp"
#include "patterns/enumerate.hpp"

namespace hcx {
namespace {

/// A power of two near the largest entry, or 1 when all are 0.
double unit_of(double largest, const char* name) {
  if (largest == 0) return 1.0;
  if (!(largest >= 1e-100 && largest <= 1e100))
    throw InvalidArgument("the largest entry of " + std::string(name) + " is " + to_text(largest) +
                          ", expected 0 or a size from 1e-100 to 1e100");
  return power_of_two(largest);
}

}  // namespace

ScaledProblem::ScaledProblem(const Problem& problem) {
  const auto [canonical_b, canonical_factor] = canonical_scale(problem);
  X = problem.X;
  x_unit = unit_of(X.cwiseAbs().maxCoeff(), "X");
  y_unit = unit_of(problem.y.cwiseAbs().maxCoeff(), "y");
  X /= x_unit;
  y = problem.y / y_unit;
  const double root = y.norm();  // ||y|| about 1, whatever n
  if (root > 0) {
    const double more = power_of_two(root);
    y /= more, y_unit *= more;
  }
  b = canonical_b / x_unit / y_unit;
  factor = canonical_factor;
}

ScaledProblem scaled_in_the_plane(const Problem& problem, std::string_view asked) {
  return ScaledProblem({in_the_plane(problem.X, asked), problem.y, problem.lambda, problem.loss});
}

}  // namespace hcx
