/// The linear system of a Newton step on a sum of squares with a diagonal curvature.
#pragma once

#include <optional>

#include "core/types.hpp"

namespace hcx::exact {

/// B'B, known without B.
struct Gram {
  Eigen::MatrixXd products;  ///< N x N, the lower triangle
  Vector terms;              ///< N: size of what was summed for the diagonal, in which it may have cancelled
};

/// delta with (B'B + diag(curvature)) delta = -gradient, by Cholesky on columns of unit length; nothing where that would lose
/// too many digits. O(N^3).
std::optional<Vector> newton_step(Gram gram, const Vector& curvature, const Vector& gradient);
/// The same whatever the condition, by QR of [B; sqrt(curvature)], which has the same triangle without the squaring that B'B
/// goes through: B or any matrix with B's QR triangle. Dependent columns make delta very long. O(rows N^2).
Vector accurate_newton_step(const Eigen::MatrixXd& B, const Vector& curvature, const Vector& gradient);

}  // namespace hcx::exact
