/// How far a polyhedral cone reaches.
#pragma once

#include <utility>

#include "core/types.hpp"
#include "response/nearest_combination.hpp"

namespace hcx {

/// The cone {w : side h . w >= 0 for its walls} among given hyperplanes. What is said about it holds for its unit vectors, in
/// exact arithmetic: rounding is added.
class ConeExtent {
 public:
  /// normals: d x m, unit columns h, which outlive this.
  explicit ConeExtent(const Eigen::MatrixXd& normals);

  /// The whole space.
  void clear();
  void add_wall(Index h, int side);

  /// An upper bound on p . w, which is max(0, .) of the true one but for rounding: ||Proj p|| by Moreau, warm from `places` of
  /// an earlier solution on these planes.
  double reach(const Vector& p, const signed char* places);
  /// Whether it does not reach beyond the plane on the side given, but for rounding.
  bool misses(Index h, int side, const signed char* places);

  /// Encloses the cone in a box around the unit direction u; false when it is so wide that this says little.
  bool enclose(const Vector& u, const signed char* places);
  /// Bounds on h . w from that box.
  std::pair<double, double> range(Index h) const;

 private:
  const Eigen::MatrixXd& normals_;
  NearestCombination projection_;
  double rounding_;
  Eigen::MatrixXd box_;  ///< orthonormal, u its first column
  Vector low_, high_;    ///< of box_' w
};

}  // namespace hcx
