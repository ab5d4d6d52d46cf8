#include "core/kernels/dense.hpp"

#include <algorithm>
#include <cmath>

#include "core/kernels/product_kernel.hpp"

namespace hcx {
namespace {

constexpr Index kCols = ProductKernel::kCols;
constexpr Index kInner = 256;  // columns and
constexpr Index kOuter = 96;   // rows of A that stay in the cache while B goes by
constexpr Index kPanel = 96;   // columns that Cholesky factors before the others hear of them

/// A with rows of zeros below when it has fewer than a block of the kernel.
const Eigen::MatrixXd& at_least_a_block(const Eigen::MatrixXd& A, Eigen::MatrixXd& room) {
  if (A.rows() >= ProductKernel::kMostRows) return A;
  room.setZero(ProductKernel::kMostRows, A.cols());
  room.topRows(A.rows()) = A;
  return room;
}

/// For the lower triangle of the leading m x m part of Y Y', the sums of four columns from j on and a block of the kernel's
/// rows from i on, column after column: tile(i, j, sums) where all of them are below the diagonal; for the others
/// part(i, j, sums of column j from row i on, count). The last block reaches back into the one before, so that all are whole.
template <class Tile, class Part>
void lower_products(const Eigen::MatrixXd& Y, Index m, Tile&& tile, Part&& part) {
  const ProductKernel& kernel = product_kernel();
  const Index rows = kernel.rows, stride = Y.outerStride();
  double sums[ProductKernel::kMostRows * kCols];
  for (Index j = 0; j < m; j += kCols) {
    const Index left_of = std::min(j, Y.rows() - kCols), end = std::min(j + kCols, m);
    for (Index i = j / rows * rows; i < m; i += rows) {
      const Index above = std::min(i, Y.rows() - rows);
      kernel.run(Y.data() + above, stride, Y.data() + left_of, stride, 1, Y.cols(), sums, rows);
      if (i >= j + kCols && i + rows <= m && left_of == j) {
        tile(i, j, sums, rows);
        continue;
      }
      for (Index column = j; column < end; ++column) {
        const Index first = std::max(i, column), last = std::min(i + rows, m);
        if (first < last) part(first, column, sums + (column - left_of) * rows + first - above, last - first);
      }
    }
  }
}

/// The rows of C from `row` on <- A(:, 0 ...) B(0 ..., :), `depth` columns of A, where C has as many rows as A: the last blocks
/// reach back and find the same once more.
void write_products(const Eigen::MatrixXd& A, const Eigen::MatrixXd& B, Index row, Index depth, Eigen::MatrixXd& C) {
  const ProductKernel& kernel = product_kernel();
  const Index end = std::min(C.rows(), row + kOuter);
  for (Index j = 0; j < B.cols(); j += kCols) {
    const Index left_of = std::min(j, B.cols() - kCols);
    for (Index i = row; i < end; i += kernel.rows) {
      const Index above = std::min(i, A.rows() - kernel.rows);
      kernel.run(A.data() + above, A.outerStride(), B.data() + left_of * B.outerStride(), 1, B.outerStride(), depth,
                 C.data() + above + left_of * C.outerStride(), C.outerStride());
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
                 B.outerStride(), depth, sums, kernel.rows);
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
      if (l == 0 && whole.rows() == C.rows())
        write_products(whole, B, row, std::min(kInner, A.cols()), C);
      else
        add_products(whole, B, row, l, std::min(kInner, A.cols() - l), C);
}

void multiply(const Eigen::MatrixXd& A, const Vector& x, Vector& y) {
  constexpr Index kRows = ProductKernel::kColumnRows;
  const Index n = A.rows(), depth = A.cols();
  y.resize(n);
  if (n < kRows) {
    y.setZero();
    for (Index l = 0; l < depth; ++l) y += x[l] * A.col(l);
    return;
  }
  const ProductKernel& kernel = product_kernel();
  for (Index i = 0; i < n; i += kRows) {
    const Index above = std::min(i, n - kRows);  // the last block reaches back and finds the same once more
    kernel.run_column(A.data() + above, A.outerStride(), x.data(), depth, y.data() + above);
  }
}

void add_gram(const Eigen::MatrixXd& Y, const std::vector<Index>& index, Eigen::MatrixXd& S) {
  Eigen::MatrixXd room;
  const Index stride = S.outerStride();
  const auto column = [&](Index j) { return S.data() + index[static_cast<std::size_t>(j)] * stride; };
  lower_products(
      at_least_a_block(Y, room), static_cast<Index>(index.size()),
      [&](Index i, Index j, const double* sums, Index rows) {
        double *a = column(j), *b = column(j + 1), *c = column(j + 2), *d = column(j + 3);
        const Index* row = index.data() + i;
        for (Index k = 0; k < rows; ++k) {
          const Index r = row[k];
          a[r] += sums[k], b[r] += sums[rows + k], c[r] += sums[2 * rows + k], d[r] += sums[3 * rows + k];
        }
      },
      [&](Index i, Index j, const double* sums, Index count) {
        double* into = column(j);
        const Index* row = index.data() + i;
        for (Index k = 0; k < count; ++k) into[row[k]] += sums[k];
      });
}

void gram(const Eigen::MatrixXd& Y, Eigen::MatrixXd& S) {
  const Index m = Y.rows();
  S.resize(m, m);
  Eigen::MatrixXd room;
  const auto copy = [&](Index i, Index j, const double* sums, Index count) {
    std::copy(sums, sums + count, S.col(j).data() + i);
  };
  const auto copy_tile = [&](Index i, Index j, const double* sums, Index rows) {
    for (Index c = 0; c < kCols; ++c) copy(i, j + c, sums + c * rows, rows);
  };
  lower_products(at_least_a_block(Y, room), m, copy_tile, copy);
}

namespace {

/// S(row ..., column ...) -= L(row ..., first ...) L(column ..., first ...)' for `width` <= 4 columns, with the finished columns
/// of L from `first` to `column`, of all rows from `column` on.
void subtract_finished(Eigen::MatrixXd& S, Index first, Index column, Index width) {
  const ProductKernel& kernel = product_kernel();
  const Index n = S.rows(), stride = S.outerStride(), left_of = std::min(column, n - kCols);
  double sums[ProductKernel::kMostRows * kCols];
  const double* L = S.data() + first * stride;
  for (Index i = column; i < n; i += kernel.rows) {
    const Index above = std::min(i, n - kernel.rows), count = std::min(kernel.rows, n - i);
    kernel.run(L + above, stride, L + left_of, stride, 1, column - first, sums, kernel.rows);
    for (Index c = 0; c < width; ++c) {
      const double* found = sums + (column + c - left_of) * kernel.rows + i - above;
      double* into = S.data() + (column + c) * stride + i;
      for (Index r = 0; r < count; ++r) into[r] -= found[r];
    }
  }
}

/// Factors the columns from `column` on, which nothing but each other is left to be subtracted from.
bool factor_few(Eigen::MatrixXd& S, Index column, Index width) {
  const Index n = S.rows();
  for (Index k = column; k < column + width; ++k) {
    double* target = S.col(k).data();
    for (Index i = column; i < k; ++i) {
      const double* earlier = S.col(i).data();
      const double factor = earlier[k];
      for (Index r = k; r < n; ++r) target[r] -= factor * earlier[r];
    }
    if (!(target[k] > 0)) return false;
    const double root = std::sqrt(target[k]), reciprocal = 1 / root;
    target[k] = root;
    for (Index r = k + 1; r < n; ++r) target[r] *= reciprocal;
  }
  return true;
}

/// S(last ..., last ...) -= the products of the finished columns from `first` to `last`.
void subtract_panel(Eigen::MatrixXd& S, Index first, Index last) {
  const Index below = S.rows() - last;
  const Eigen::MatrixXd panel = S.block(last, first, below, last - first);
  Eigen::MatrixXd room;
  const auto subtract = [&](Index i, Index j, const double* sums, Index count) {
    double* into = S.col(last + j).data() + last + i;
    for (Index k = 0; k < count; ++k) into[k] -= sums[k];
  };
  const auto subtract_tile = [&](Index i, Index j, const double* sums, Index rows) {
    for (Index c = 0; c < kCols; ++c) subtract(i, j + c, sums + c * rows, rows);
  };
  lower_products(at_least_a_block(panel, room), below, subtract_tile, subtract);
}

}  // namespace

bool Cholesky::factor(Eigen::MatrixXd& S) {
  L_ = &S;
  const Index n = S.rows(), together = n < ProductKernel::kMostRows ? n : kCols;
  for (Index first = 0; first < n; first += kPanel) {
    const Index last = std::min(n, first + kPanel);
    for (Index column = first; column < last; column += together) {
      const Index width = std::min(together, last - column);
      if (column > first) subtract_finished(S, first, column, width);
      if (!factor_few(S, column, width)) return false;
    }
    if (last < n) subtract_panel(S, first, last);
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
