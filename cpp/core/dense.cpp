#include "core/dense.hpp"

#include <Eigen/Cholesky>
#include <algorithm>

namespace hcx {
namespace {

using Packet = Eigen::internal::packet_traits<double>::type;
constexpr Index kWidth = Eigen::internal::unpacket_traits<Packet>::size;
constexpr Index kRows = 2 * kWidth;  // of S in one pass over Y, in registers
constexpr Index kCols = 4;

/// Y's rows are padded to a multiple of this, so that every pass is whole.
constexpr Index kPadding = kRows > kCols ? kRows : kCols;

/// sums = rows i .. i + kRows, columns j .. j + kCols of Y Y', column-major.
void product_block(const double* left, const double* right, Index stride, Index depth, double* sums) {
  using namespace Eigen::internal;
  Packet a0 = pset1<Packet>(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
  for (Index l = 0; l < depth; ++l, left += stride, right += stride) {
    const Packet upper = ploadu<Packet>(left), lower = ploadu<Packet>(left + kWidth);
    const Packet r0 = pset1<Packet>(right[0]), r1 = pset1<Packet>(right[1]);
    const Packet r2 = pset1<Packet>(right[2]), r3 = pset1<Packet>(right[3]);
    a0 = padd(a0, pmul(upper, r0)), a1 = padd(a1, pmul(lower, r0));
    b0 = padd(b0, pmul(upper, r1)), b1 = padd(b1, pmul(lower, r1));
    c0 = padd(c0, pmul(upper, r2)), c1 = padd(c1, pmul(lower, r2));
    d0 = padd(d0, pmul(upper, r3)), d1 = padd(d1, pmul(lower, r3));
  }
  pstoreu(sums, a0), pstoreu(sums + kWidth, a1);
  pstoreu(sums + kRows, b0), pstoreu(sums + kRows + kWidth, b1);
  pstoreu(sums + 2 * kRows, c0), pstoreu(sums + 2 * kRows + kWidth, c1);
  pstoreu(sums + 3 * kRows, d0), pstoreu(sums + 3 * kRows + kWidth, d1);
}

/// Calls take(i, j, sums of that column from row i on, count) for the lower triangle of the leading m x m part of Y Y'.
template <class Take>
void lower_products(const Eigen::MatrixXd& Y, Index m, Take&& take) {
  double sums[kRows * kCols];
  for (Index j = 0; j < m; j += kCols)
    for (Index i = j / kRows * kRows; i < m; i += kRows) {
      product_block(Y.data() + i, Y.data() + j, Y.outerStride(), Y.cols(), sums);
      for (Index c = 0; c < kCols && j + c < m; ++c) {
        const Index first = std::max<Index>(0, j + c - i), last = std::min(kRows, m - i);
        if (first < last) take(i + first, j + c, sums + c * kRows + first, last - first);
      }
    }
}

}  // namespace

void multiply(const Eigen::MatrixXd& A, const Eigen::MatrixXd& B, Eigen::MatrixXd& C) { C.noalias() = A * B; }

Index padded_rows(Index rows) { return (rows + kPadding - 1) / kPadding * kPadding; }

void add_gram(const Eigen::MatrixXd& Y, const std::vector<Index>& index, Eigen::MatrixXd& S) {
  lower_products(Y, static_cast<Index>(index.size()), [&](Index i, Index j, const double* sums, Index count) {
    double* column = S.col(index[static_cast<std::size_t>(j)]).data();
    const Index* row = index.data() + i;
    for (Index k = 0; k < count; ++k) column[row[k]] += sums[k];
  });
}

void gram(const Eigen::MatrixXd& Y, Eigen::MatrixXd& S) {
  const Index m = Y.rows(), padded = padded_rows(m);
  S.resize(m, m);
  const auto take = [&](Index i, Index j, const double* sums, Index count) {
    std::copy(sums, sums + count, S.col(j).data() + i);
  };
  if (padded == m) return lower_products(Y, m, take);
  Eigen::MatrixXd whole = Eigen::MatrixXd::Zero(padded, Y.cols());
  whole.topRows(m) = Y;
  lower_products(whole, m, take);
}

bool Cholesky::factor(Eigen::MatrixXd& S) {
  L_ = &S;
  return Eigen::internal::llt_inplace<double, Eigen::Lower>::blocked(S) < 0;
}

void Cholesky::solve(Vector& x) const {
  if (x.size() == 0) return;
  L_->triangularView<Eigen::Lower>().solveInPlace(x);
  L_->triangularView<Eigen::Lower>().transpose().solveInPlace(x);
}

}  // namespace hcx
