#include "core/kernels/column_qr.hpp"

#include <cmath>

namespace hcx {
namespace {

constexpr double kCancelled = 0.1;  // left of a vector: from here on a second pass is needed for orthogonality
constexpr double kShrunk = 0.5;     // the same for a vector that others will be orthogonalised against

// Two doubles in one register; columns are so short that what a general product does before its loop costs more than the loop.
using Pair [[gnu::vector_size(16), gnu::aligned(8)]] = double;

const Pair& at(const double* p) { return *reinterpret_cast<const Pair*>(p); }
Pair& at(double* p) { return *reinterpret_cast<Pair*>(p); }

double dot(const double* a, const double* b, Index n) {
  Pair even = {}, odd = {};
  Index i = 0;
  for (; i + 4 <= n; i += 4) even += at(a + i) * at(b + i), odd += at(a + i + 2) * at(b + i + 2);
  if (i + 2 <= n) even += at(a + i) * at(b + i), i += 2;
  even += odd;
  const double sum = even[0] + even[1];
  return i < n ? sum + a[i] * b[i] : sum;
}

void subtract(double factor, const double* a, double* from, Index n) {
  Index i = 0;
  for (; i + 2 <= n; i += 2) at(from + i) -= factor * at(a + i);
  if (i < n) from[i] -= factor * a[i];
}

}  // namespace

ColumnQR::ColumnQR(Index rows) : Q_(rows, rows), R_(rows, rows) {}

/// All dot products first: none waits for another.
void ColumnQR::first_pass(double* v, double* t) const {
  const Index d = rows();
  for (Index i = 0; i < k_; ++i) t[i] = dot(Q_.col(i).data(), v, d);
  // Four rows after four: each stays in its registers while the columns go by.
  Index row = 0;
  for (; row + 4 <= d; row += 4) {
    Pair upper = at(v + row), lower = at(v + row + 2);
    const double* q = Q_.data() + row;
    for (Index i = 0; i < k_; ++i, q += d) upper -= t[i] * at(q), lower -= t[i] * at(q + 2);
    at(v + row) = upper, at(v + row + 2) = lower;
  }
  for (; row < d; ++row)
    for (Index i = 0; i < k_; ++i) v[row] -= t[i] * Q_(row, i);
}

/// Twice is enough.
void ColumnQR::second_pass(double* v, double* t) const {
  const Index d = rows();
  for (Index i = 0; i < k_; ++i) {
    const double along = dot(Q_.col(i).data(), v, d);
    subtract(along, Q_.col(i).data(), v, d);
    t[i] += along;
  }
}

bool ColumnQR::append(const double* a, double tolerance) {
  const Index d = rows();
  if (k_ == d) return false;
  double *q = Q_.col(k_).data(), *r = R_.col(k_).data();
  for (Index i = 0; i < d; ++i) q[i] = a[i];
  const double before = std::sqrt(dot(q, q, d));
  first_pass(q, r);
  if (!(dot(q, q, d) > kShrunk * kShrunk * before * before)) second_pass(q, r);
  const double left = std::sqrt(dot(q, q, d));
  if (!(left > tolerance * before)) return false;
  for (Index i = 0; i < d; ++i) q[i] /= left;
  r[k_++] = left;
  return true;
}

void ColumnQR::append_orthonormal(const double* q) {
  Q_.col(k_) = Eigen::Map<const Vector>(q, rows());
  R_.col(k_).head(k_).setZero();
  R_(k_, k_) = 1;
  ++k_;
}

void ColumnQR::remove(Index i) {
  // Shift the columns of R left; a rotation of rows j, j + 1 clears each subdiagonal entry, and turns Q with it.
  for (Index j = i; j + 1 < k_; ++j) {
    // Not std::hypot, whose last bit differs between platforms: no column is so long that its square overflows.
    double a = R_(j, j + 1), b = R_(j + 1, j + 1);
    const double length = std::sqrt(a * a + b * b), c = a / length, s = b / length;
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
  const double before = dot(v, v, rows());
  first_pass(v, t);
  if (!(dot(v, v, rows()) > kCancelled * kCancelled * before)) second_pass(v, t);
}

void ColumnQR::solve(double* t) const {
  for (Index i = k_ - 1; i >= 0; --i) {
    t[i] /= R_(i, i);
    subtract(t[i], R_.col(i).data(), t, i);
  }
}

}  // namespace hcx
