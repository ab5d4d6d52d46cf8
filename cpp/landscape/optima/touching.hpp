/// Where the response of a certified optimum touches the level: the only directions that neurons of an optimal network have.
#pragma once

#include <vector>

#include "core/problem.hpp"
#include "run/solver_run.hpp"

namespace hcx {

/// With theta the dual optimum, s theta . max(0, X w) <= b for all unit w and both signs s, and an optimal network has neurons
/// only where it is = b. On the cone of a pattern the left side is linear in w and so has one maximum over unit vectors: at most one
/// direction a pattern and sign touches, and as long as b > 0 never a whole arc of them.
struct Touching {
  Matrix directions;               ///< k x d, unit; those of the solution's own neurons come first
  std::vector<signed char> signs;  ///< k, s
  Vector slack;                    ///< k, 1 - s theta . max(0, X w) / b: 0 but for rounding
  Vector weights;                  ///< k, ||u|| of the solution's neuron there, in the units of the problem; else 0
  /// The least slack of the maxima that were not taken; infinity when none is within a tenth of the level.
  double nearest_miss;
  /// The slack that a direction which touches may show at most: theta is known to within sqrt(2 gap), so that its product with
  /// max(0, X w) is to within sqrt(2 gap) ||max(0, X w)||. A nearest miss above it is proven not to touch.
  double resolution;
};

/// Throws InvalidArgument when d >= 3 and there may be more than 20,000 patterns: to go through them would take seconds.
void require_few_patterns(const Problem& problem);

/// Takes a maximum when its slack is at most `tolerance`: a network made of such directions has at most (1 + tolerance) times the
/// optimum's penalty. Directions closer than sqrt(2 tolerance) look alike to that precision and are one. d <= 2: a sweep, O(n log n). d >= 3:
/// a projection on the cone of each pattern whose own gradient reaches the level.
/// Throws InvalidArgument as require_few_patterns does.
Touching touching_directions(const Problem& problem, const Solution& solution, double tolerance);

}  // namespace hcx
