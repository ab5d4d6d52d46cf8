/// The problem in units in which y and the longest row of X are about 1, so that no tolerance and no square depends on the
/// caller's units.
#pragma once

#include "core/problem.hpp"

namespace hcx {

/// minimise 1/2 ||f - y||^2 + b sum ||u||, d = 2. Units are powers of two: going to them and back rounds nothing.
struct ScaledProblem {
  /// Throws InvalidArgument when d > 2 (naming what was asked) or when the largest entry of X or y is neither 0 nor between
  /// 1e-100 and 1e100: beyond, products of the caller's numbers would leave the range of a double.
  ScaledProblem(const Problem& problem, std::string_view asked);

  Matrix X;  ///< n x 2
  Vector y;  ///< n
  double b;
  double x_unit, y_unit;  ///< caller's X = x_unit * X, y = y_unit * y, and so caller's u = (y_unit / x_unit) * u
  double factor;          ///< caller's objective = factor * y_unit^2 * value

  double caller_value(double value) const { return factor * y_unit * (y_unit * value); }
};

}  // namespace hcx
