/// v . max(0, X w) written hyperplane by hyperplane.
#pragma once

#include <vector>

#include "core/types.hpp"
#include "patterns/hyperplanes.hpp"

namespace hcx {

/// s v . max(0, X w) = sum over hyperplanes h of  plus_h max(0, t) + minus_h max(0, -t),  t = h . w. A term is convex where
/// plus_h + minus_h > 0 and concave elsewhere; there it is the least of a t over plus_h <= a <= -minus_h.
struct ResponseTerms {
  /// weights: v_j ||x_j||, n; normals: those of the planes, d x planes.
  ResponseTerms(const std::vector<Hyperplane>& planes, const Eigen::MatrixXd& normals, const Vector& weights, int sign);

  int sign;                    ///< s
  Vector plus, minus;          ///< one a plane
  std::vector<Index> order;    ///< the convex planes, largest kappa first
  std::vector<double> radius;  ///< bounds the sum of kappa |t| over the planes of `order` from this one on, ||w|| <= 1

  bool convex(Index h) const { return plus[h] + minus[h] > 0; }
  double kappa(Index h) const { return 0.5 * (plus[h] + minus[h]); }

  /// A convex term is at most chord_slope t + chord_height for low <= t <= high, low < 0 < high.
  double chord_slope(Index h, double low, double high) const { return -minus[h] + 2 * kappa(h) * high / (high - low); }
  double chord_height(Index h, double low, double high) const { return -2 * kappa(h) * high * low / (high - low); }

  /// The sum of all terms at t = slopes.
  double response(const Vector& slopes) const {
    return slopes.cwiseMax(0.0).dot(plus) - slopes.cwiseMin(0.0).dot(minus);
  }
};

}  // namespace hcx
