/// The least misfit in any dimension, from that in the plane.
#pragma once

#include "network/network.hpp"

namespace hcx::exact {

/// A network whose outputs are as near to y as any network's. Its weights lie in a plane drawn at random, in which points are
/// on one line only when they are in space; see LeastMisfit. What points on both sides of a line share, a vector of R^d, two
/// more neurons put out. At most n neurons. X: n x d. O(n log n + n d + s d^2), s points on lines with points on both sides, and
/// O(n^3) should that make more than n neurons.
Network least_misfit(const Matrix& X, const Vector& y);

}  // namespace hcx::exact
