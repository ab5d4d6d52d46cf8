#include "core/pivoted_qr.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace hcx {

namespace {

constexpr double kEps = std::numeric_limits<double>::epsilon();

double dot(const double* a, const double* b, Index n) {
  return Eigen::Map<const Vector>(a, n).dot(Eigen::Map<const Vector>(b, n));
}

double length(const double* a, Index n) { return std::sqrt(dot(a, a, n)); }

}  // namespace

PivotedQR::PivotedQR(const Eigen::MatrixXd& A, double threshold)
    : qr_(A), tau_(std::min(A.rows(), A.cols())), order_(static_cast<std::size_t>(A.cols())) {
  std::iota(order_.begin(), order_.end(), Index{0});
  factor();
  double largest = 0;
  for (Index k = 0; k < tau_.size(); ++k) largest = std::max(largest, std::abs(qr_(k, k)));
  for (Index k = 0; k < tau_.size(); ++k) rank_ += std::abs(qr_(k, k)) > threshold * largest;
}

void PivotedQR::factor() {
  Vector norms(qr_.cols());  // of what is left of each column
  for (Index j = 0; j < qr_.cols(); ++j) norms[j] = length(qr_.col(j).data(), qr_.rows());
  Vector exact = norms;  // the last that were not updated but computed
  for (Index k = 0; k < tau_.size(); ++k) {
    pivot_to(k, norms, exact);
    reflect_column(k);
    for (Index j = k + 1; j < qr_.cols(); ++j) reflect(k, qr_.col(j).data());
    update_norms(k, norms, exact);
  }
}

/// Brings the column with the most left to place k.
void PivotedQR::pivot_to(Index k, Vector& norms, Vector& exact) {
  Index most = k;
  for (Index j = k + 1; j < qr_.cols(); ++j)
    if (norms[j] > norms[most]) most = j;
  if (most == k) return;
  std::swap_ranges(qr_.col(k).data(), qr_.col(k).data() + qr_.rows(), qr_.col(most).data());
  std::swap(norms[k], norms[most]);
  std::swap(exact[k], exact[most]);
  std::swap(order_[static_cast<std::size_t>(k)], order_[static_cast<std::size_t>(most)]);
}

/// Finds H_k, which takes column k to a multiple of a unit vector.
void PivotedQR::reflect_column(Index k) {
  double* const x = qr_.col(k).data() + k;
  const Index below = qr_.rows() - k - 1;
  const double rest = dot(x + 1, x + 1, below);
  tau_[k] = 0;
  if (rest <= std::numeric_limits<double>::min()) {
    std::fill(x + 1, x + 1 + below, 0.0);
    return;
  }
  const double beta = -std::copysign(std::sqrt(x[0] * x[0] + rest), x[0]);
  for (Index i = 1; i <= below; ++i) x[i] /= x[0] - beta;
  tau_[k] = (beta - x[0]) / beta;
  x[0] = beta;
}

/// Takes the entry of row k out of each norm; where that cancels, the norm is computed afresh. LAPACK working note 176.
void PivotedQR::update_norms(Index k, Vector& norms, Vector& exact) const {
  for (Index j = k + 1; j < qr_.cols(); ++j) {
    if (norms[j] == 0) continue;
    const double part = std::abs(qr_(k, j)) / norms[j], left = std::max(0.0, (1 + part) * (1 - part));
    const double ratio = norms[j] / exact[j];
    if (left * ratio * ratio <= std::sqrt(kEps))
      norms[j] = exact[j] = length(qr_.col(j).data() + k + 1, qr_.rows() - k - 1);
    else
      norms[j] *= std::sqrt(left);
  }
}

void PivotedQR::reflect(Index k, double* v) const {
  const Index below = qr_.rows() - k - 1;
  const double* const h = qr_.col(k).data() + k + 1;
  double* const tail = v + k + 1;
  const double along = tau_[k] * (v[k] + dot(h, tail, below));
  v[k] -= along;
  Eigen::Map<Vector>(tail, below) -= along * Eigen::Map<const Vector>(h, below);
}

double PivotedQR::smallest_pivot() const {
  if (qr_.cols() > qr_.rows() || qr_.cols() == 0) return 0;
  double smallest = std::abs(qr_(0, 0));
  for (Index k = 1; k < qr_.cols(); ++k) smallest = std::min(smallest, std::abs(qr_(k, k)));
  return smallest;
}

Vector PivotedQR::null_vector(Index k) const {
  // The k-th dependent column in terms of the independent ones: R11 x = R12's k-th column.
  Vector x = Vector::Zero(qr_.cols());
  x.head(rank_) = qr_.col(rank_ + k).head(rank_);
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
  const double value = qr_(k, k);
  return std::abs(value) < floor ? std::copysign(floor, value) : value;
}

void PivotedQR::apply_q(Vector& v) const {
  for (Index k = tau_.size() - 1; k >= 0; --k) reflect(k, v.data());
}

void PivotedQR::apply_q_transposed(Vector& v) const {
  for (Index k = 0; k < tau_.size(); ++k) reflect(k, v.data());
}

void PivotedQR::solve_r(Vector& x, Index k, double floor) const {
  for (Index i = k - 1; i >= 0; --i) {
    x[i] /= pivot(i, floor);
    x.head(i) -= x[i] * qr_.col(i).head(i);
  }
}

void PivotedQR::solve_r_transposed(Vector& x, Index k, double floor) const {
  for (Index i = 0; i < k; ++i) x[i] = (x[i] - qr_.col(i).head(i).dot(x.head(i))) / pivot(i, floor);
}

Vector PivotedQR::permuted(const Vector& x) const {
  Vector out(x.size());
  for (Index i = 0; i < x.size(); ++i) out[i] = x[order_[static_cast<std::size_t>(i)]];
  return out;
}

Vector PivotedQR::unpermuted(const Vector& x) const {
  Vector out(x.size());
  for (Index i = 0; i < x.size(); ++i) out[order_[static_cast<std::size_t>(i)]] = x[i];
  return out;
}

}  // namespace hcx
