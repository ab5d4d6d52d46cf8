/// The linear system of a Newton step on a sum of squares with a diagonal curvature.
#pragma once

#include <functional>

#include "core/types.hpp"

namespace hcx::exact {

/// B'B, known without B.
struct Gram {
  Eigen::MatrixXd products;  ///< N x N, the lower triangle
  Vector terms;              ///< N: size of what was summed for the diagonal, in which it may have cancelled
};

struct NewtonStep {
  Vector coordinates;      ///< delta
  bool dependent = false;  ///< the columns are dependent in the metric of the Hessian; delta is then very long
};

/// delta with (B'B + diag(curvature)) delta = -gradient. Cholesky on columns of unit length where that loses no accuracy;
/// else QR of [B; sqrt(curvature)], which has the same triangle without the squaring that B'B goes through. `columns` gives
/// B, or any matrix with its QR triangle, for that case only. O(N^3), and O(rows N^2) for QR.
NewtonStep newton_step(Gram gram, const std::function<Eigen::MatrixXd()>& columns, const Vector& curvature,
                       const Vector& gradient);

}  // namespace hcx::exact
