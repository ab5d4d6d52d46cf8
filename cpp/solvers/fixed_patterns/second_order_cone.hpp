/// The cone ||u|| <= t and Nesterov-Todd's scaling of a pair of points inside it. Points are d + 1 values, t first.
#pragma once

#include "core/types.hpp"

namespace hcx::fixed_patterns {

/// W with W z = W^-1 s for one pair (s, z): W = eta (w0, w'; w, I + w w' / (1 + w0)), w hyperbolic of unit length.
/// Vandenberghe, "The CVXOPT linear and quadratic cone program solvers" (2010), section 4.
class ConeScaling {
 public:
  /// w: room for d + 1 values.
  ConeScaling(const double* s, const double* z, double* w, Index d);
  /// w from an earlier construction.
  ConeScaling(const double* w, double eta, Index d) : w_(w), eta_(eta), d_(d) {}

  double eta() const { return eta_; }
  void apply(const double* x, double* out) const;          ///< W x
  void apply_inverse(const double* x, double* out) const;  ///< W^-1 x
  /// out += factor W^-2 x
  void add_inverse_square(const double* x, double factor, double* out) const;

 private:
  const double* w_;
  double eta_;
  Index d_;
};

/// sqrt(t^2 - ||u||^2), kept above zero.
double cone_length(const double* x, Index d);
/// The jordan product x o y.
void jordan_product(const double* x, const double* y, double* out, Index d);
/// The v with x o v = y.
void jordan_divide(const double* x, const double* y, double* out, Index d);
/// The largest a with x + a dx in the cone, at most 1e30.
double cone_reach(const double* x, const double* dx, Index d);

}  // namespace hcx::fixed_patterns
