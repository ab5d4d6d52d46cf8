#include "solvers/exact/scaled_problem.hpp"

#include <cmath>

#include "patterns/enumerate.hpp"

namespace hcx::exact {
namespace {

/// A power of two near size, or 1 for 0.
double unit_of(double size) { return size > 0 ? std::exp2(std::round(std::log2(size))) : 1.0; }

}  // namespace

ScaledProblem::ScaledProblem(const Problem& problem) {
  const auto [canonical_b, factor] = canonical_scale(problem);
  X = in_the_plane(problem.X, "solving over every pattern");
  x_unit = unit_of(X.cwiseAbs().maxCoeff());
  y_unit = unit_of(problem.y.stableNorm());
  X /= x_unit;
  y = problem.y / y_unit;
  b = canonical_b / x_unit / y_unit;
  value_unit = factor * y_unit * y_unit;
}

}  // namespace hcx::exact
