/// Whether a cone cut out by half spaces is open, and a direction deep inside it.
#pragma once

#include "core/types.hpp"

namespace hcx {

/// max over ||w|| = 1 of min_j g_j . w for unit rows g_j: how far inside the cone {w : G w > 0} a direction can be.
struct InteriorDirection {
  Vector w;       ///< the deepest direction, a unit vector; 0 when the cone is not open
  double margin;  ///< the radius of the ball around w inside the cone, in (0, 1]; 0 when the cone is not open
};

/// The deepest direction is that of the point of the rows' convex hull nearest to 0 (Gordan): Wolfe's algorithm (1976),
/// finite and exact to rounding. Zero rows are ignored; without rows every direction is inside, with margin 1.
/// A margin below 1e-11 counts as none. G: m x d. O(m d) a step, d + 1 steps or a few more.
InteriorDirection interior_direction(const Matrix& G);

}  // namespace hcx
