#include "core/dense.hpp"

#include <algorithm>
#include <cmath>

#include "core/product_kernel.hpp"

namespace hcx {
namespace {

constexpr Index kCols = ProductKernel::kCols;
constexpr Index kInner = 256;  // columns and
constexpr Index kOuter = 96;   // rows of A that stay in the cache while B goes by
constexpr Index kPanel = 16;   // columns that Cholesky factors at a time

/// A with rows of zeros below when it has fewer than a block of the kernel.
const Eigen::MatrixXd& at_least_a_block(const Eigen::MatrixXd& A, Eigen::MatrixXd& room) {
  if (A.rows() >= ProductKernel::kMostRows) return A;
  room.setZero(ProductKernel::kMostRows, A.cols());
  room.topRows(A.rows()) = A;
  return room;
}

/// Calls take(i, j, sums of column j from row i on, count) for the lower triangle of the leading m x m part of Y Y'. The last
/// block of rows or columns reaches back into the one before, so that every block is whole.
template <class Take>
void lower_products(const Eigen::MatrixXd& Y, Index m, Take&& take) {
  const ProductKernel& kernel = product_kernel();
  double sums[ProductKernel::kMostRows * kCols];
  for (Index j = 0; j < m; j += kCols) {
    const Index left_of = std::min(j, Y.rows() - kCols);
    for (Index i = j / kernel.rows * kernel.rows; i < m; i += kernel.rows) {
      const Index above = std::min(i, Y.rows() - kernel.rows);
      kernel.run(Y.data() + above, Y.outerStride(), Y.data() + left_of, Y.outerStride(), 1, Y.cols(), sums);
      for (Index column = j; column < std::min(j + kCols, m); ++column) {
        const Index first = std::max(i, column), last = std::min(i + kernel.rows, m);
        if (first < last) take(first, column, sums + (column - left_of) * kernel.rows + first - above, last - first);
      }
    }
  }
}

/// The rows of C from `row` on += A(:, l ...) B(l ..., :), `depth` columns of A; B has at least four columns.
void add_products(const Eigen::MatrixXd& A, const Eigen::MatrixXd& B, Index row, Index l, Index depth,
                  Eigen::MatrixXd& C) {
  const ProductKernel& kernel = product_kernel();
  const Index end = std::min(C.rows(), row + kOuter);
  double sums[ProductKernel::kMostRows * kCols];
  for (Index j = 0; j < B.cols(); j += kCols) {
    const Index left_of = std::min(j, B.cols() - kCols);
    for (Index i = row; i < end; i += kernel.rows) {
      const Index above = std::min(i, A.rows() - kernel.rows);
      kernel.run(A.data() + above + l * A.outerStride(), A.outerStride(), B.data() + left_of * B.outerStride() + l, 1,
                 B.outerStride(), depth, sums);
      for (Index column = j; column < std::min(j + kCols, B.cols()); ++column) {
        const double* found = sums + (column - left_of) * kernel.rows + i - above;
        double* into = C.col(column).data() + i;
        const Index count = std::min(kernel.rows, end - i);
        if (l == 0)
          std::copy(found, found + count, into);
        else
          for (Index r = 0; r < count; ++r) into[r] += found[r];
      }
    }
  }
}

}  // namespace

void multiply(const Eigen::MatrixXd& A, const Eigen::MatrixXd& B, Eigen::MatrixXd& C) {
  if (A.cols() == 0 || B.cols() < kCols) {
    C.setZero(A.rows(), B.cols());
    for (Index j = 0; j < B.cols(); ++j)
      for (Index l = 0; l < A.cols(); ++l) C.col(j) += B(l, j) * A.col(l);
    return;
  }
  C.resize(A.rows(), B.cols());
  Eigen::MatrixXd room;
  const Eigen::MatrixXd& whole = at_least_a_block(A, room);
  for (Index l = 0; l < A.cols(); l += kInner)
    for (Index row = 0; row < A.rows(); row += kOuter)
      add_products(whole, B, row, l, std::min(kInner, A.cols() - l), C);
}

void add_gram(const Eigen::MatrixXd& Y, const std::vector<Index>& index, Eigen::MatrixXd& S) {
  Eigen::MatrixXd room;
  lower_products(at_least_a_block(Y, room), static_cast<Index>(index.size()),
                 [&](Index i, Index j, const double* sums, Index count) {
                   double* column = S.col(index[static_cast<std::size_t>(j)]).data();
                   const Index* row = index.data() + i;
                   for (Index k = 0; k < count; ++k) column[row[k]] += sums[k];
                 });
}

void gram(const Eigen::MatrixXd& Y, Eigen::MatrixXd& S) {
  const Index m = Y.rows();
  S.resize(m, m);
  Eigen::MatrixXd room;
  lower_products(at_least_a_block(Y, room), m, [&](Index i, Index j, const double* sums, Index count) {
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
    panel = S.block(last, first, below, last - first);
    Eigen::MatrixXd room;
    lower_products(at_least_a_block(panel, room), below, [&](Index i, Index j, const double* sums, Index count) {
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
