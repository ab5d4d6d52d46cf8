#include "core/pivoted_qr.hpp"

#include <algorithm>
#include <cmath>

namespace hcx {

PivotedQR::PivotedQR(const Eigen::MatrixXd& A, double threshold) : qr_(A) {
  qr_.setThreshold(threshold);
  rank_ = qr_.rank();
}

double PivotedQR::smallest_pivot() const {
  return qr_.cols() > qr_.rows() ? 0 : qr_.matrixQR().diagonal().cwiseAbs().minCoeff();
}

Vector PivotedQR::null_vector(Index k) const {
  // The k-th dependent column in terms of the independent ones: R11 x = R12's k-th column.
  Vector x = Vector::Zero(qr_.cols());
  x.head(rank_) = qr_.matrixQR().col(rank_ + k).head(rank_);
  solve_r(x, rank_, 0);
  x[rank_ + k] = -1;
  return unpermuted(x);
}

Vector PivotedQR::solve_gram(const Vector& g, double floor) const {
  Vector x = permuted(g);
  solve_r_transposed(x, qr_.cols(), floor);
  solve_r(x, qr_.cols(), floor);
  return unpermuted(x);
}

Vector PivotedQR::least_squares(const Vector& v) const {
  Vector coordinates = v, x = Vector::Zero(qr_.cols());
  apply_q_transposed(coordinates);
  x.head(rank_) = coordinates.head(rank_);
  solve_r(x, rank_, 0);
  return unpermuted(x);
}

Vector PivotedQR::shortest(const Vector& t) const {
  Vector x = permuted(t);
  solve_r_transposed(x, rank_, 0);
  Vector v = Vector::Zero(qr_.rows());
  v.head(rank_) = x.head(rank_);
  apply_q(v);
  return v;
}

Vector PivotedQR::orthogonal_part(const Vector& v) const {
  Vector coordinates = v;
  apply_q_transposed(coordinates);
  coordinates.head(rank_).setZero();
  apply_q(coordinates);
  return coordinates;
}

double PivotedQR::pivot(Index k, double floor) const {
  const double value = qr_.matrixQR()(k, k);
  return std::abs(value) < floor ? std::copysign(floor, value) : value;
}

/// v <- H_k v, H_k = I - tau (1, h)(1, h)'.
static void reflect(const Eigen::ColPivHouseholderQR<Eigen::MatrixXd>& qr, Index k, Vector& v) {
  const Index below = v.size() - k - 1;
  const auto h = qr.matrixQR().col(k).tail(below);
  const double along = qr.hCoeffs()[k] * (v[k] + h.dot(v.tail(below)));
  v[k] -= along;
  v.tail(below) -= along * h;
}

void PivotedQR::apply_q(Vector& v) const {
  for (Index k = qr_.hCoeffs().size() - 1; k >= 0; --k) reflect(qr_, k, v);
}

void PivotedQR::apply_q_transposed(Vector& v) const {
  for (Index k = 0; k < qr_.hCoeffs().size(); ++k) reflect(qr_, k, v);
}

void PivotedQR::solve_r(Vector& x, Index k, double floor) const {
  for (Index i = k - 1; i >= 0; --i) {
    x[i] /= pivot(i, floor);
    x.head(i) -= x[i] * qr_.matrixQR().col(i).head(i);
  }
}

void PivotedQR::solve_r_transposed(Vector& x, Index k, double floor) const {
  for (Index i = 0; i < k; ++i) x[i] = (x[i] - qr_.matrixQR().col(i).head(i).dot(x.head(i))) / pivot(i, floor);
}

Vector PivotedQR::permuted(const Vector& x) const {
  Vector out(x.size());
  for (Index i = 0; i < x.size(); ++i) out[i] = x[qr_.colsPermutation().indices()[i]];
  return out;
}

Vector PivotedQR::unpermuted(const Vector& x) const {
  Vector out(x.size());
  for (Index i = 0; i < x.size(); ++i) out[qr_.colsPermutation().indices()[i]] = x[i];
  return out;
}

}  // namespace hcx
