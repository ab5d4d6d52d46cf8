/// The problem in units in which ||y|| and the longest row of X are about 1, so that no tolerance depends on the caller's.
#pragma once

#include <vector>

#include "convex/programme.hpp"
#include "core/problem.hpp"

namespace hcx::exact {

/// minimise 1/2 ||f - y||^2 + b sum ||u||. Scales are powers of two: going to these units and back rounds nothing.
struct ScaledProblem {
  explicit ScaledProblem(const Problem& problem);

  Matrix X;  ///< n x 2
  Vector y;  ///< n
  double b;
  double x_unit, y_unit;  ///< caller's X = x_unit * X, y = y_unit * y, and so caller's u = (y_unit / x_unit) * u
  double value_unit;      ///< caller's objective = value_unit * value
};

}  // namespace hcx::exact
