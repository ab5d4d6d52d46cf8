#include "certificate/dual_bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/matrix_vector.hpp"
#include "core/pivoted_qr.hpp"
#include "core/power_of_two.hpp"

namespace hcx {
namespace {

/// A multiple that is a power of two but for rounding is that power: a theta that was a bound's is tried in its own length, and
/// proves the same bound again, to the bit. Peaks are bounded with far more to spare than that.
double settled(double t) {
  constexpr double kSame = 32 * std::numeric_limits<double>::epsilon();
  int exponent = 0;
  const double mantissa = std::frexp(t, &exponent), size = std::abs(mantissa);  // 1/2 <= size < 1
  const double nearest = size > 0.75 ? 1.0 : 0.5;
  return std::abs(size - nearest) <= kSame ? std::ldexp(std::copysign(nearest, t), exponent) : t;
}

/// theta . y - 1/2 ||theta||^2, less what rounding can have added.
double dual_value(const Vector& theta, const Vector& y) {
  const double eps = std::numeric_limits<double>::epsilon() * static_cast<double>(y.size() + 4);
  const double square = theta.squaredNorm();
  return theta.dot(y) - 0.5 * square - eps * (theta.cwiseAbs().dot(y.cwiseAbs()) + square);
}

}  // namespace

void DualBound::note(double value, const Vector& theta) {
  if (value > best_) best_ = value, theta_ = theta;
}

void DualBound::take(const Vector& theta) { note(dual_value(theta, p_.y), theta); }

void DualBound::take_multiple(const Vector& theta, double peak_above, double peak_below) {
  const double t = theta.dot(p_.y) / theta.squaredNorm();
  take(settled(std::clamp(t, -p_.b / peak_below, p_.b / peak_above)) * theta);
}

void DualBound::take_unpenalised(const Vector& theta, double peak, double size) {
  const double square = theta.squaredNorm(), t = settled((theta.dot(p_.y) - peak * size) / square);
  if (t > 0) note(dual_value(t * theta, p_.y) - t * peak * size, t * theta);
}

DualBound::Multiples DualBound::multiples(const Vector& base, double base_peak, const Vector& direction) const {
  const double square = direction.squaredNorm(), along = direction.dot(p_.y - base), room = p_.b - base_peak;
  return {base, direction, room, along / square, room / std::abs(along / square)};
}

void DualBound::take(const Multiples& m, double peak) {
  take(m.base + settled(std::clamp(m.best_t, -m.room / peak, m.room / peak)) * m.direction);
}

Vector unit_direction(const Vector& theta) {
  const double largest = theta.cwiseAbs().maxCoeff();
  return largest > 0 && std::isfinite(largest) ? Vector(theta / power_of_two(largest)) : Vector();
}

Vector balanced_residual(const ScaledProblem& p, const Network& network, Vector r) {
  const Index m = network.width(), n = p.X.rows();
  Eigen::MatrixXd outputs(n, m);
  for (Index i = 0; i < m; ++i) {
    Vector w = Vector::Zero(p.X.cols());  // which may have a column of zeros more than the network has inputs
    w.head(network.W.cols()) = network.W.row(i).transpose();
    w.stableNormalize();
    const Vector z = times(p.X, w);
    for (Index j = 0; j < n; ++j) outputs(j, i) = std::max(z[j], 0.0);
  }
  const PivotedQR qr(outputs, kRoundedPivot);
  for (int refinement = 0; refinement < 2; ++refinement) {
    Vector missing(m);
    for (Index i = 0; i < m; ++i) {
      const double sign = network.alpha[i] > 0 ? 1 : network.alpha[i] < 0 ? -1 : 0;
      missing[i] = p.b * sign - outputs.col(i).dot(r);
    }
    r += qr.shortest(missing);
  }
  return r;
}

}  // namespace hcx
