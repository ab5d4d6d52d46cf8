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

/// Each neuron as a direction and a weight: f(x) = sum_i sign(alpha_i) weight_i max(0, direction_i . x).
struct Directions {
  Matrix direction;  ///< m x d: w_i / ||w_i||, or 0
  Vector norm;       ///< m: ||w_i||
  Vector weight;     ///< m: ||w_i|| |alpha_i|, the neuron's share of the penalty of the convex programme
  Vector angle;      ///< m: atan2(w_i2, w_i1) where d = 2, else NaN

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("direction", s.direction);
    visit("norm", s.norm);
    visit("weight", s.weight);
    visit("angle", s.angle);
  }
};
/// Throws InvalidArgument as validate. O(m d).
Directions directions(const Network& network);

/// The balanced network of the plane with direction i at angle_i and weight |weight_i|, pushing up or down by its sign:
/// w_i = sqrt|weight_i| (cos, sin), alpha_i = sign sqrt|weight_i|. Throws InvalidArgument when lengths differ or a value is not finite.
Network network_of_angles(const Vector& angle, const Vector& weight);

/// What each neuron does to 1-D data with a bias: w = (slope, offset), kink at -offset / slope. Each array has length m.
struct ActivationPoints {
  Vector position;                ///< where w . (x, 1) changes sign; +-infinity without a kink
  std::vector<signed char> side;  ///< +1 active to the right of it, -1 to the left
  Vector slope;                   ///< |w_1| alpha on the active side
  Vector weight;                  ///< ||w|| |alpha|: the neuron's share of the penalty

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("position", s.position);
    visit("side", s.side);
    visit("slope", s.slope);
    visit("weight", s.weight);
  }
};
/// Throws InvalidArgument unless d = 2.
ActivationPoints activation_points(const Network& network);

/// The vertices of f on [from, to], 1-D inputs with a bias: the polyline through them is f exactly.
struct OutputCurve {
  Vector x, y;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("x", s.x);
    visit("y", s.y);
  }
};
/// Throws InvalidArgument unless d = 2 and from < to, both finite. O(m log m).
OutputCurve output_curve(const Network& network, double from, double to);

}  // namespace hcx
