/// Newton's equations on the faces of the cones on which the blocks lie.
#pragma once

#include <vector>

#include "core/kernels/dense.hpp"
#include "solvers/fixed_patterns/proximal.hpp"

namespace hcx::fixed_patterns {

/// One unit direction along each block, and directions across it that span the rest of its face (the null
/// space of its active walls): N in all, B = [s D X e] their outputs, n x N.
class FaceSystem {
 public:
  explicit FaceSystem(const Cones& cones) : cones_(cones), spanned_(cones.d()) {}

  /// For blocks U that lie on these faces. O(N n d).
  void build(const std::vector<ConeFace>& faces, const Eigen::MatrixXd& U);
  Index size() const { return static_cast<Index>(axes_.size()); }

  /// delta = -(I + sigma sum_k A_k J_k A_k')^-1 gradient with J_k the derivative of the proximal map: 1 along, and across
  /// the part that shortening leaves, shrink_k. By Woodbury in N x N, or in n x n where that is smaller.
  bool dual_step(double sigma, const Vector& gradient, Vector& delta);

  /// Newton's step for 1/2 ||r||^2 + b sum ||u|| within the faces: (B'B + curvature) z = B'r - b [along],
  /// curvature b / ||u|| across. du: d x K; df = B z: n. False when the system is singular to rounding. O(N^2 (N + n)), or
  /// O(n^2 N) where N exceeds 2 n and the cones have no walls.
  bool primal_step(double b, const Eigen::MatrixXd& U, const Vector& r, Eigen::MatrixXd& du, Vector& df);

  /// The derivatives within the faces at other blocks U on them and their residual r: their largest is slope(). O(N (n + d)).
  void differentiate(double b, const Eigen::MatrixXd& U, const Vector& r);
  /// From there, the step that the last primal_step's Hessian gives, if that was the N x N one. O(N (N + n)).
  void chord_step(Eigen::MatrixXd& du, Vector& df);

  /// Largest derivative at the last primal_step's or differentiate()'s point.
  double slope() const { return slope_; }

 private:
  struct Axis {
    Index block;
    bool along;
    double shrink;  ///< (||w|| - sigma b) / ||w|| across, 1 along
  };
  bool factor_lifted(const Vector& curvature);  ///< B'B and the curvatures across, into cholesky_
  void add_axes(const ConeFace& face);
  /// z <- the solution for the gradient z.
  bool solve_axes(const Vector& curvature, Vector& z);
  void unfold(const Vector& z, Eigen::MatrixXd& du, Vector& df) const;
  /// The same by way of the new residual, n x n and (axes along) x (axes along).
  bool solve_points(double b, const Vector& curvature, const Vector& r, Vector& z);

  const Cones& cones_;
  std::vector<Axis> axes_;
  Vector direction_, free_,
      along_;              ///< of the block at hand: along it, across it, and what of that its other axes hold
  ColumnQR spanned_;       ///< walls and axes of the block at hand; kept for its memory
  Eigen::MatrixXd basis_;  ///< N x d, one unit direction a row
  Eigen::MatrixXd Bt_;     ///< N x n
  Eigen::MatrixXd scaled_, H_;
  Cholesky cholesky_;
  Vector gradient_;
  double slope_ = 0;
};

}  // namespace hcx::fixed_patterns
