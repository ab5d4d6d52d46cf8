/// The linear system of a Newton step on a sum of squares with a diagonal curvature.
#pragma once

#include "core/types.hpp"

namespace hcx::exact {

struct NewtonStep {
  Vector coordinates;      ///< delta
  bool dependent = false;  ///< the columns are dependent in the metric of the Hessian; delta is then very long
};

/// delta with (B'B + diag(curvature)) delta = -gradient. Cholesky on columns of unit length where that loses no accuracy;
/// else QR of [B; sqrt(curvature)], which has the same triangle without the squaring that B'B goes through.
/// O(n N^2).
NewtonStep newton_step(const Eigen::MatrixXd& B, const Vector& curvature, const Vector& gradient);

}  // namespace hcx::exact
