/// Without weight decay: linear least squares where the cones allow it.
#pragma once

#include "solvers/fixed_patterns/cones.hpp"

namespace hcx::fixed_patterns {

/// U, d x K, with each block in its cone, changed so that what the patterns with both signs and an open cone can put out of
/// the rest of y is put out. With c deep inside the cone of D, every D X z is that of the two neurons z + m c and m c, of
/// opposite signs, m large enough; so the walls play no part, and the z solve a least-squares problem. Where cones are
/// slivers m is large: the rest of the rest is fitted again. O(n^2 d P) each time.
Eigen::MatrixXd with_rest_fitted(const Cones& cones, Eigen::MatrixXd U);

}  // namespace hcx::fixed_patterns
