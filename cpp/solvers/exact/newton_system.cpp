#include "solvers/exact/newton_system.hpp"

#include <algorithm>
#include <cmath>

#include "core/pivoted_qr.hpp"

namespace hcx::exact {
namespace {

constexpr double kWellConditioned = 1e-9;  // squared Cholesky pivot: a direction to 7 digits costs no step
constexpr double kRounding = 1e-12;        // the same where B'B has cancelled, a part of the terms: 4 digits
constexpr double kSmallest = 1e-11;        // QR pivots of unit columns are raised to it

/// H = L L' in place, lower triangle; false as soon as a squared pivot is below `smallest`. Unblocked: N is small.
bool cholesky(Eigen::MatrixXd& H, double smallest) {
  for (Index k = 0; k < H.cols(); ++k) {
    auto column = H.col(k).tail(H.rows() - k);
    for (Index i = 0; i < k; ++i) column -= H(k, i) * H.col(i).tail(H.rows() - k);
    if (!(column[0] > smallest)) return false;
    column /= std::sqrt(column[0]);
  }
  return true;
}

void solve_cholesky(const Eigen::MatrixXd& L, Vector& x) {
  const Index N = L.cols();
  for (Index k = 0; k < N; ++k) {
    x[k] /= L(k, k);
    x.tail(N - k - 1) -= x[k] * L.col(k).tail(N - k - 1);
  }
  for (Index k = N - 1; k >= 0; --k) x[k] = (x[k] - L.col(k).tail(N - k - 1).dot(x.tail(N - k - 1))) / L(k, k);
}

}  // namespace

std::optional<Vector> newton_step(Gram gram, const Vector& curvature, const Vector& gradient) {
  Eigen::MatrixXd& H = gram.products;
  const Index N = H.cols();
  H.diagonal() += curvature;
  const Vector unit = H.diagonal().cwiseSqrt().cwiseInverse();
  for (Index k = 0; k < N; ++k) H.col(k).tail(N - k).array() *= unit[k] * unit.tail(N - k).array();
  const double cancelled = gram.terms.cwiseProduct(unit).cwiseProduct(unit).maxCoeff();
  if (!cholesky(H, std::max(kWellConditioned, kRounding * cancelled))) return std::nullopt;
  Vector scaled = -gradient.cwiseProduct(unit);
  solve_cholesky(H, scaled);
  return scaled.cwiseProduct(unit);
}

Vector accurate_newton_step(const Eigen::MatrixXd& B, const Vector& curvature, const Vector& gradient) {
  const Index N = B.cols(), curved = (curvature.array() > 0).count();
  Eigen::MatrixXd stacked = Eigen::MatrixXd::Zero(std::max(B.rows() + curved, N), N);
  Vector unit(N);
  Index row = B.rows();
  for (Index k = 0; k < N; ++k) {
    unit[k] = 1 / std::sqrt(B.col(k).squaredNorm() + curvature[k]);
    stacked.col(k).head(B.rows()) = unit[k] * B.col(k);
    if (curvature[k] > 0) stacked(row++, k) = unit[k] * std::sqrt(curvature[k]);
  }
  const PivotedQR qr(stacked, kSmallest);
  return qr.solve_gram(-gradient.cwiseProduct(unit), kSmallest).cwiseProduct(unit);
}

}  // namespace hcx::exact
