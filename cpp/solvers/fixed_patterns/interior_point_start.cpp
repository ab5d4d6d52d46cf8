/// The interior point started near the optimum of another programme.
#include <cmath>

#include "solvers/fixed_patterns/interior_point.hpp"

namespace hcx::fixed_patterns {
namespace {

constexpr double kGap = 0.2;     // of the value: complementarity at the start; with less the first steps are short
constexpr double kScale = 0.03;  // of mean ||u|| / b, which is how slacks and multipliers compare

/// The s > 0 with s - scale z = x and s z = mu for some z > 0.
double central(double x, double scale, double mu) {
  const double root = std::sqrt(x * x + 4 * scale * mu);
  return x > 0 ? 0.5 * (x + root) : 2 * scale * mu / (root - x);
}

}  // namespace

void InteriorPoint::start_near(const Eigen::MatrixXd& U, const Projections& dual) {
  U_ = U;
  f_ = cones_.output(U);
  const double mu = kGap * cones_.value(cones_.y - f_, U) / static_cast<double>((n_ + 1) * K_);
  const double scale = kScale * mean_length(U) / b_;
  multiply(cones_.rows, U_, XdU_);
  for (Index k = 0; k < K_; ++k) {
    const double* side = cones_.sides(k);
    for (Index j = 0; j < n_; ++j) {
      const double inside = side[j] * XdU_(j, k);
      S_(j, k) = central(inside - scale * dual.zeta(j, k), scale, mu);
      Z_(j, k) = mu / S_(j, k);
      slack_error_(j, k) = cones_.lengths[j] > 0 ? S_(j, k) - inside : 0;
    }
    centre_cone(k, dual.w.col(k).data(), scale, mu);
  }
  measure();
}

/// The same for (||u||, u) - scale (b, -w), along the two rays that it is a sum of.
void InteriorPoint::centre_cone(Index k, const double* w, double scale, double mu) {
  const Vector x = U_.col(k) + scale * Eigen::Map<const Vector>(w, d_);
  const double first = U_.col(k).norm() - scale * b_, norm = x.norm();
  const double high = central(first + norm, scale, mu), low = central(first - norm, scale, mu);
  s_(0, k) = t_[k] = 0.5 * (high + low);
  z_(0, k) = 0.5 * (mu / high + mu / low);
  s_.col(k).tail(d_) = z_.col(k).tail(d_) = norm > 0 ? Vector(x / norm) : Vector::Zero(d_);
  s_.col(k).tail(d_) *= 0.5 * (high - low);
  z_.col(k).tail(d_) *= 0.5 * (mu / high - mu / low);
}

}  // namespace hcx::fixed_patterns
