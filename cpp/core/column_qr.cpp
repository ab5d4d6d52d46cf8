#include "core/column_qr.hpp"

#include <cmath>

namespace hcx {
namespace {

constexpr double kCancelled = 0.1;  // left of a vector: from here on a second pass is needed for orthogonality

double dot(const double* a, const double* b, Index n) {
  return Eigen::Map<const Vector>(a, n).dot(Eigen::Map<const Vector>(b, n));
}

void subtract(double factor, const double* a, double* from, Index n) {
  Eigen::Map<Vector>(from, n) -= factor * Eigen::Map<const Vector>(a, n);
}

}  // namespace

ColumnQR::ColumnQR(Index rows) : Q_(rows, rows), R_(rows, rows) {}

bool ColumnQR::append(const double* a, double tolerance) {
  const Index d = rows();
  if (k_ == d) return false;
  double *q = Q_.col(k_).data(), *r = R_.col(k_).data();
  for (Index i = 0; i < d; ++i) q[i] = a[i];
  const double before = std::sqrt(dot(q, q, d));
  for (Index i = 0; i < k_; ++i) r[i] = 0;
  for (int pass = 0; pass < 2; ++pass)  // twice is enough
    for (Index i = 0; i < k_; ++i) {
      const double along = dot(Q_.col(i).data(), q, d);
      subtract(along, Q_.col(i).data(), q, d);
      r[i] += along;
    }
  const double left = std::sqrt(dot(q, q, d));
  if (!(left > tolerance * before)) return false;
  for (Index i = 0; i < d; ++i) q[i] /= left;
  r[k_++] = left;
  return true;
}

void ColumnQR::remove(Index i) {
  // Shift the columns of R left; a rotation of rows j, j + 1 clears each subdiagonal entry, and turns Q with it.
  for (Index j = i; j + 1 < k_; ++j) {
    double a = R_(j, j + 1), b = R_(j + 1, j + 1);
    const double length = std::hypot(a, b), c = a / length, s = b / length;
    for (Index l = j + 1; l < k_; ++l) {
      const double upper = R_(j, l), lower = R_(j + 1, l);
      R_(j, l) = c * upper + s * lower;
      R_(j + 1, l) = c * lower - s * upper;
    }
    for (Index l = 0; l <= j; ++l) R_(l, j) = R_(l, j + 1);
    double *q = Q_.col(j).data(), *next = Q_.col(j + 1).data();
    for (Index l = 0; l < rows(); ++l) {
      const double upper = q[l], lower = next[l];
      q[l] = c * upper + s * lower;
      next[l] = c * lower - s * upper;
    }
  }
  --k_;
}

void ColumnQR::split(double* v, double* t) const {
  for (Index i = 0; i < k_; ++i) t[i] = 0;
  const double before = dot(v, v, rows());
  for (int pass = 0; pass < 2; ++pass) {
    for (Index i = 0; i < k_; ++i) {
      const double along = dot(Q_.col(i).data(), v, rows());
      subtract(along, Q_.col(i).data(), v, rows());
      t[i] += along;
    }
    if (dot(v, v, rows()) > kCancelled * kCancelled * before) return;
  }
}

void ColumnQR::solve(double* t) const {
  for (Index i = k_ - 1; i >= 0; --i) {
    t[i] /= R_(i, i);
    subtract(t[i], R_.col(i).data(), t, i);
  }
}

}  // namespace hcx
