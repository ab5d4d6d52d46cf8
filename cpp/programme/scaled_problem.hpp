/// The problem in units in which y and the longest row of X are about 1, so that no tolerance and no square depends on the
/// caller's units.
#pragma once

#include <string_view>

#include "core/problem.hpp"

namespace hcx {

/// minimise 1/2 ||f - y||^2 + b sum ||u||. Units are powers of two: going to them and back rounds nothing.
struct ScaledProblem {
  /// Throws InvalidArgument when the largest entry of X or y is neither 0 nor between 1e-100 and 1e100: beyond, products of
  /// the caller's numbers would leave the range of a double.
  explicit ScaledProblem(const Problem& problem);

  Matrix X;  ///< n x d
  Vector y;  ///< n
  double b;
  double x_unit, y_unit;  ///< caller's X = x_unit * X, y = y_unit * y, and so caller's u = (y_unit / x_unit) * u
  double factor;          ///< caller's objective = factor * y_unit^2 * value

  double caller_value(double value) const { return factor * y_unit * (y_unit * value); }
};

/// The same with X seen in the plane, n x 2. Throws InvalidArgument for d > 2, naming what was asked, before all else.
ScaledProblem scaled_in_the_plane(const Problem& problem, std::string_view asked);

}  // namespace hcx
