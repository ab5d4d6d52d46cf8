#include "core/dense.hpp"

#include <algorithm>
#include <cmath>

#include "core/product_kernel.hpp"

namespace hcx {
namespace {

constexpr Index kCols = ProductKernel::kCols;
constexpr Index kInner = 256;  // columns of A, and
constexpr Index kOuter = 96;   // rows of A that stay in the cache while B goes by
constexpr Index kPanel = 32;   // columns that Cholesky factors at a time

Index rounded_up(Index x, Index step) { return (x + step - 1) / step * step; }

/// A with rows of zeros below, so that every block is whole.
const Eigen::MatrixXd& padded(const Eigen::MatrixXd& A, Eigen::MatrixXd& room) {
  if (A.rows() % product_kernel().rows == 0) return A;
  room.setZero(rounded_up(A.rows(), product_kernel().rows), A.cols());
  room.topRows(A.rows()) = A;
  return room;
}

/// Calls take(i, j, sums of column j from row i on, count) for the lower triangle of the leading m x m part of Y Y'.
template <class Take>
void lower_products(const Eigen::MatrixXd& Y, Index m, Take&& take) {
  const ProductKernel& kernel = product_kernel();
  double sums[ProductKernel::kMostRows * kCols];
  for (Index j = 0; j < m; j += kCols)
    for (Index i = j / kernel.rows * kernel.rows; i < m; i += kernel.rows) {
      kernel.run(Y.data() + i, Y.outerStride(), Y.data() + j, Y.outerStride(), 1, Y.cols(), sums);
      for (Index c = 0; c < kCols && j + c < m; ++c) {
        const Index first = std::max<Index>(0, j + c - i), last = std::min(kernel.rows, m - i);
        if (first < last) take(i + first, j + c, sums + c * kernel.rows + first, last - first);
      }
    }
}

/// The rows from `row` on of C += A(:, l ...) B(l ..., :), `depth` columns of A.
void add_products(const Eigen::MatrixXd& A, const Eigen::MatrixXd& B, Index row, Index l, Index depth,
                  Eigen::MatrixXd& C) {
  const ProductKernel& kernel = product_kernel();
  const Index end = std::min(C.rows(), row + kOuter);
  double sums[ProductKernel::kMostRows * kCols];
  for (Index j = 0; j < B.cols(); j += kCols) {
    const Index columns = std::min(kCols, B.cols() - j);
    // Fewer than four columns are left: the last block repeats, and recomputes, what it can.
    const Index from = columns == kCols || B.cols() < kCols ? j : B.cols() - kCols;
    for (Index i = row; i < end; i += kernel.rows) {
      if (B.cols() < kCols) {
        for (Index c = 0; c < columns; ++c)
          for (Index r = i; r < std::min(end, i + kernel.rows); ++r)
            for (Index k = l; k < l + depth; ++k) C(r, j + c) += A(r, k) * B(k, j + c);
        continue;
      }
      kernel.run(A.data() + i + l * A.outerStride(), A.outerStride(), B.data() + from * B.outerStride() + l, 1,
                 B.outerStride(), depth, sums);
      for (Index c = j - from; c < kCols; ++c)
        for (Index r = 0; r < std::min(kernel.rows, end - i); ++r) C(i + r, from + c) += sums[c * kernel.rows + r];
    }
  }
}

}  // namespace

void multiply(const Eigen::MatrixXd& A, const Eigen::MatrixXd& B, Eigen::MatrixXd& C) {
  C.setZero(A.rows(), B.cols());
  Eigen::MatrixXd room;
  const Eigen::MatrixXd& whole = padded(A, room);
  for (Index l = 0; l < A.cols(); l += kInner)
    for (Index row = 0; row < A.rows(); row += kOuter)
      add_products(whole, B, row, l, std::min(kInner, A.cols() - l), C);
}

Index padded_rows(Index rows) { return rounded_up(rows, ProductKernel::kMostRows); }

void add_gram(const Eigen::MatrixXd& Y, const std::vector<Index>& index, Eigen::MatrixXd& S) {
  lower_products(Y, static_cast<Index>(index.size()), [&](Index i, Index j, const double* sums, Index count) {
    double* column = S.col(index[static_cast<std::size_t>(j)]).data();
    const Index* row = index.data() + i;
    for (Index k = 0; k < count; ++k) column[row[k]] += sums[k];
  });
}

void gram(const Eigen::MatrixXd& Y, Eigen::MatrixXd& S) {
  const Index m = Y.rows();
  S.resize(m, m);
  Eigen::MatrixXd room;
  lower_products(padded(Y, room), m, [&](Index i, Index j, const double* sums, Index count) {
    std::copy(sums, sums + count, S.col(j).data() + i);
  });
}

bool Cholesky::factor(Eigen::MatrixXd& S) {
  L_ = &S;
  const Index n = S.rows();
  Eigen::MatrixXd panel;
  for (Index first = 0; first < n; first += kPanel) {
    const Index last = std::min(n, first + kPanel), below = n - last;
    for (Index k = first; k < last; ++k) {
      auto column = S.col(k).tail(n - k);
      for (Index i = first; i < k; ++i) column -= S(k, i) * S.col(i).tail(n - k);
      if (!(column[0] > 0)) return false;
      column /= std::sqrt(column[0]);
    }
    if (below == 0) break;
    panel.setZero(padded_rows(below), last - first);
    panel.topRows(below) = S.block(last, first, below, last - first);
    lower_products(panel, below, [&](Index i, Index j, const double* sums, Index count) {
      double* column = S.col(last + j).data() + last + i;
      for (Index k = 0; k < count; ++k) column[k] -= sums[k];
    });
  }
  return true;
}

void Cholesky::solve(Vector& x) const {
  const Index n = x.size();
  for (Index k = 0; k < n; ++k) {
    x[k] /= (*L_)(k, k);
    x.tail(n - k - 1) -= x[k] * L_->col(k).tail(n - k - 1);
  }
  for (Index k = n - 1; k >= 0; --k) x[k] = (x[k] - L_->col(k).tail(n - k - 1).dot(x.tail(n - k - 1))) / (*L_)(k, k);
}

}  // namespace hcx
