/// The two-layer ReLU network and what it shows on the line.
#pragma once

#include <vector>

#include "core/types.hpp"

namespace hcx {

/// f(x) = sum_i alpha_i max(0, w_i . x)
struct Network {
  Matrix W;      ///< m x d, one neuron a row
  Vector alpha;  ///< m

  Index width() const { return alpha.size(); }
};

/// Throws InvalidArgument when W and alpha disagree in length, W has not d columns (an empty network may have any), or a
/// value is not finite.
void validate(const Network& network, Index d);

/// f(x_j) for every row of X: n. O(n m d).
Vector predict(const Network& network, const Matrix& X);

/// What each neuron does to 1-D data with a bias: w = (slope, offset), kink at -offset / slope. Each array has length m.
struct ActivationPoints {
  Vector position;                ///< where w . (x, 1) changes sign; +-infinity without a kink
  std::vector<signed char> side;  ///< +1 active to the right of it, -1 to the left
  Vector slope;                   ///< |w_1| alpha on the active side
  Vector weight;                  ///< ||w|| |alpha|: the neuron's share of the penalty
};
/// Throws InvalidArgument unless d = 2.
ActivationPoints activation_points(const Network& network);

/// The vertices of f on [from, to], 1-D inputs with a bias: the polyline through them is f exactly.
struct OutputCurve {
  Vector x, y;
};
/// Throws InvalidArgument unless d = 2 and from < to, both finite. O(m log m).
OutputCurve output_curve(const Network& network, double from, double to);

}  // namespace hcx
