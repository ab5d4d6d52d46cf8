#include "solvers/fixed_patterns/second_order_cone.hpp"

#include <algorithm>
#include <cmath>

namespace hcx::fixed_patterns {
namespace {

constexpr double kFar = 1e30;

double tail_dot(const double* a, const double* b, Index d) {
  double sum = 0;
  for (Index i = 1; i <= d; ++i) sum += a[i] * b[i];
  return sum;
}

double square(const double* x, Index d) {
  const double norm = std::sqrt(tail_dot(x, x, d));
  const double least = std::max(x[0], 1e-30);
  return std::max((x[0] - norm) * (x[0] + norm), 1e-30 * least * least);
}

}  // namespace

double cone_length(const double* x, Index d) { return std::sqrt(square(x, d)); }

ConeScaling::ConeScaling(const double* s, const double* z, double* w, Index d) : w_(w), d_(d) {
  const double s_length = cone_length(s, d), z_length = cone_length(z, d);
  eta_ = std::sqrt(s_length / z_length);
  const double cosine = (s[0] * z[0] + tail_dot(s, z, d)) / (s_length * z_length);
  const double twice = 2 * std::sqrt((1 + cosine) / 2);
  w[0] = (s[0] / s_length + z[0] / z_length) / twice;
  for (Index i = 1; i <= d; ++i) w[i] = (s[i] / s_length - z[i] / z_length) / twice;
}

void ConeScaling::apply(const double* x, double* out) const {
  const double along = tail_dot(w_, x, d_), shift = x[0] + along / (1 + w_[0]);
  out[0] = eta_ * (w_[0] * x[0] + along);
  for (Index i = 1; i <= d_; ++i) out[i] = eta_ * (x[i] + w_[i] * shift);
}

void ConeScaling::apply_inverse(const double* x, double* out) const {
  const double along = tail_dot(w_, x, d_), shift = -x[0] + along / (1 + w_[0]);
  out[0] = (w_[0] * x[0] - along) / eta_;
  for (Index i = 1; i <= d_; ++i) out[i] = (x[i] + w_[i] * shift) / eta_;
}

void ConeScaling::add_inverse_square(const double* x, double factor, double* out) const {
  // W^-2 = eta^-2 (2 J w w' J - J), J = diag(1, -I)
  const double scale = factor / (eta_ * eta_), twice = 2 * (w_[0] * x[0] - tail_dot(w_, x, d_));
  out[0] += scale * (twice * w_[0] - x[0]);
  for (Index i = 1; i <= d_; ++i) out[i] += scale * (x[i] - twice * w_[i]);
}

void jordan_product(const double* x, const double* y, double* out, Index d) {
  const double first = x[0] * y[0] + tail_dot(x, y, d);
  for (Index i = 1; i <= d; ++i) out[i] = x[0] * y[i] + y[0] * x[i];
  out[0] = first;
}

void jordan_divide(const double* x, const double* y, double* out, Index d) {
  const double rho = square(x, d), along = tail_dot(x, y, d);
  out[0] = (x[0] * y[0] - along) / rho;
  for (Index i = 1; i <= d; ++i) out[i] = y[i] / x[0] + x[i] * (along / x[0] - y[0]) / rho;
}

double cone_reach(const double* x, const double* dx, Index d) {
  // The first positive root of (t + a dt)^2 = ||u + a du||^2.
  const double a = dx[0] * dx[0] - tail_dot(dx, dx, d), half = x[0] * dx[0] - tail_dot(x, dx, d), c = square(x, d);
  double reach = dx[0] < 0 ? -x[0] / dx[0] : kFar;
  const double discriminant = half * half - a * c;
  if (discriminant < 0) return reach;
  const double root = std::sqrt(discriminant);
  for (const double below : {-half + root, -half - root})
    if (const double t = c / below; t > 0 && std::isfinite(t)) reach = std::min(reach, t);
  return reach;
}

}  // namespace hcx::fixed_patterns
