#include "solvers/fixed_patterns/schur.hpp"

#include <algorithm>
#include <cmath>

namespace hcx::fixed_patterns {
namespace {

constexpr Index kTogether = 32;  // patterns multiplied at once: enough for a good product, little enough for memory

/// L L' = H in place, lower triangle. Unblocked: d is small.
bool small_cholesky(Eigen::MatrixXd& H) {
  const Index d = H.cols();
  for (Index k = 0; k < d; ++k) {
    double* column = H.col(k).data();
    for (Index i = 0; i < k; ++i) {
      const double* earlier = H.col(i).data();
      const double factor = earlier[k];
      for (Index r = k; r < d; ++r) column[r] -= factor * earlier[r];
    }
    if (!(column[k] > 0)) return false;
    const double root = std::sqrt(column[k]);
    for (Index r = k; r < d; ++r) column[r] /= root;
  }
  return true;
}

/// M += (L L')^-1, lower triangle. One column of L^-1 after another.
void add_inverse(const Eigen::MatrixXd& L, Eigen::MatrixXd& M, Eigen::MatrixXd& inverse) {
  const Index d = L.cols();
  inverse.setZero(d, d);
  for (Index c = 0; c < d; ++c) {  // L x = e_c
    double* x = inverse.col(c).data();
    x[c] = 1;
    for (Index k = c; k < d; ++k) {
      x[k] /= L(k, k);
      for (Index r = k + 1; r < d; ++r) x[r] -= x[k] * L(r, k);
    }
  }
  for (Index j = 0; j < d; ++j)
    for (Index i = j; i < d; ++i) {
      double sum = 0;
      for (Index r = i; r < d; ++r) sum += inverse(r, i) * inverse(r, j);
      M(i, j) += sum;
    }
}

/// What is added to the diagonals so that rounding leaves them positive.
void lift(Eigen::MatrixXd& H, double relative) {
  const double mean = H.trace() / static_cast<double>(H.cols());
  H.diagonal().array() += relative * mean;
}

}  // namespace

Schur::Schur(const Cones& cones)
    : cones_(cones),
      H_(static_cast<std::size_t>(cones.count()), Eigen::MatrixXd(cones.d(), cones.d())),
      reciprocals_(cones.d(), cones.count()),
      inverse_(static_cast<std::size_t>(cones.on.cols())),
      active_(static_cast<std::size_t>(cones.on.cols())) {
  for (Index p = 0; p < cones.on.cols(); ++p)
    for (Index j = 0; j < cones.n(); ++j)
      if (cones.on(j, p) > 0) active_[static_cast<std::size_t>(p)].push_back(j);
}

bool Schur::factor() {
  if (!factor_blocks()) return false;
  return assemble() && cholesky_.factor(S_);
}

bool Schur::factor_blocks() {
  for (Eigen::MatrixXd& M : inverse_) M.setZero(cones_.d(), cones_.d());
  Eigen::MatrixXd scratch;
  for (Index k = 0; k < cones_.count(); ++k) {
    Eigen::MatrixXd& H = block(k);
    lift(H, 1e-14);
    if (!small_cholesky(H)) return false;
    reciprocals_.col(k) = H.diagonal().cwiseInverse();
    add_inverse(H, inverse_[static_cast<std::size_t>(cones_.block(k).pattern)], scratch);
  }
  return true;
}

bool Schur::assemble() {
  const Index d = cones_.d(), P = cones_.on.cols();
  S_ = Eigen::MatrixXd::Identity(cones_.n(), cones_.n());
  for (Index group = 0; group < P; group += kTogether) {
    const Index patterns = std::min(kTogether, P - group);
    factors_.resize(d, d * patterns);
    for (Index p = 0; p < patterns; ++p) {
      Eigen::MatrixXd& C = inverse_[static_cast<std::size_t>(group + p)];
      lift(C, 1e-15);
      if (!small_cholesky(C)) return false;
      for (Index c = 1; c < d; ++c) C.col(c).head(c).setZero();
      factors_.middleCols(d * p, d) = C;
    }
    multiply(cones_.rows, factors_, products_);  // unit rows of X times C, for all rows and all patterns of the group
    for (Index p = 0; p < patterns; ++p) add_pattern(active_[static_cast<std::size_t>(group + p)], d * p);
  }
  return true;
}

void Schur::add_pattern(const std::vector<Index>& on, Index first) {
  const Index d = cones_.d();
  seen_.resize(static_cast<Index>(on.size()), d);
  for (Index c = 0; c < d; ++c) {
    const double* product = products_.col(first + c).data();
    double* column = seen_.col(c).data();
    for (std::size_t i = 0; i < on.size(); ++i) column[i] = cones_.lengths[on[i]] * product[on[i]];
  }
  add_gram(seen_, on, S_);
}

void Schur::solve_blocks(Eigen::MatrixXd& u) const {
  const Index d = cones_.d();
  for (Index k = 0; k < cones_.count(); ++k) {
    const Eigen::MatrixXd& L = H_[static_cast<std::size_t>(k)];
    const double* reciprocal = reciprocals_.col(k).data();
    double* x = u.col(k).data();
    for (Index c = 0; c < d; ++c) {
      const double* column = L.col(c).data();
      const double value = x[c] *= reciprocal[c];
      for (Index r = c + 1; r < d; ++r) x[r] -= value * column[r];
    }
    for (Index c = d - 1; c >= 0; --c) {
      const double* column = L.col(c).data();
      double value = x[c];
      for (Index r = c + 1; r < d; ++r) value -= column[r] * x[r];
      x[c] = value * reciprocal[c];
    }
  }
}

void Schur::solve(Eigen::MatrixXd& u) {
  solve_blocks(u);
  Vector w = cones_.output(u);
  cholesky_.solve(w);
  cones_.responses(w, seen_);
  correction_.resize(u.rows(), u.cols());
  for (Index k = 0; k < cones_.count(); ++k)
    correction_.col(k) = cones_.block(k).sign * seen_.col(cones_.block(k).pattern);
  solve_blocks(correction_);
  u -= correction_;
}

}  // namespace hcx::fixed_patterns
