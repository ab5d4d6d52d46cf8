#include "solvers/exact/newton_system.hpp"

#include <cmath>

#include "core/dense.hpp"
#include "core/pivoted_qr.hpp"

namespace hcx::exact {
namespace {

constexpr double kWellConditioned = 1e-9;  // squared Cholesky pivot: a direction to 7 digits costs no step
constexpr double kDependent = 1e-11;       // smallest QR pivot of unit columns that counts as independent

/// H = L L' in place, lower triangle; false as soon as a squared pivot is below kWellConditioned. Unblocked: N is small.
bool cholesky(Eigen::MatrixXd& H) {
  for (Index k = 0; k < H.cols(); ++k) {
    auto column = H.col(k).tail(H.rows() - k);
    for (Index i = 0; i < k; ++i) column -= H(k, i) * H.col(i).tail(H.rows() - k);
    if (!(column[0] > kWellConditioned)) return false;
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

NewtonStep newton_step(const Eigen::MatrixXd& B, const Vector& curvature, const Vector& gradient) {
  const Index n = B.rows(), N = B.cols();
  Vector unit(N);
  for (Index k = 0; k < N; ++k) unit[k] = 1 / std::sqrt(B.col(k).squaredNorm() + curvature[k]);
  Eigen::MatrixXd scaled = B;
  for (Index k = 0; k < N; ++k) scaled.col(k) *= unit[k];

  Eigen::MatrixXd H;
  gram(scaled.transpose(), H);
  H.diagonal() += curvature.cwiseProduct(unit).cwiseProduct(unit);
  NewtonStep step{-gradient.cwiseProduct(unit)};
  if (cholesky(H)) {
    solve_cholesky(H, step.coordinates);
  } else {
    Eigen::MatrixXd stacked = Eigen::MatrixXd::Zero(n + N, N);
    stacked.topRows(n) = scaled;
    for (Index k = 0; k < N; ++k) stacked(n + k, k) = std::sqrt(curvature[k]) * unit[k];
    const PivotedQR qr(stacked, kDependent);
    step.dependent = qr.smallest_pivot() < kDependent;
    step.coordinates = qr.solve_gram(step.coordinates, kDependent);
  }
  step.coordinates = step.coordinates.cwiseProduct(unit);
  return step;
}

}  // namespace hcx::exact
