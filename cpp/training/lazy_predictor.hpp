/// Where training would end if the network were linear in its weights: the lazy regime of a large start.
#pragma once

#include "core/problem.hpp"
#include "network/network.hpp"

namespace hcx {

/// Around theta_0 the network is f_0(x) + J(x) (theta - theta_0), with the tangent kernel
///     K(x, x') = J(x) J(x')' = sum_i max(0, w_i . x) max(0, w_i . x') + alpha_i^2 1[w_i . x > 0] 1[w_i . x' > 0] x . x'.
/// Gradient descent on this linear model from theta_0 with lambda = 0 ends at
///     f(x) = f_0(x) + K(x, X) K(X, X)^+ (y - f_0(X)),
/// and with lambda > 0 at the ridge regression f(x) = K(x, X) (K(X, X) + lambda / k I)^-1 (y + f_0(X)) - f_0(x), since
/// J theta_0 = 2 f_0. Jacot, Gabriel, Hongler (2018); Chizat, Oyallon, Bach (2019).
class LazyPredictor {
 public:
  /// Throws InvalidArgument on a bad problem or network, or more than 2000 rows. O(n^2 (m + d) + n^3).
  LazyPredictor(const Problem& problem, const Network& start);
  /// f at the rows of X: as many values. Throws InvalidArgument when X has not d columns. O(rows n (m + d)).
  Vector predict(const Matrix& X) const;

 private:
  Matrix kernel(const Matrix& A, const Matrix& B) const;

  Matrix X_;
  Network start_;
  bool ridge_;
  Vector coefficients_;  ///< c: f = K(x, X) c +- f_0(x)
};

}  // namespace hcx
