#include "core/dense.hpp"

#include <Eigen/Cholesky>

namespace hcx {
namespace {

constexpr Index kBlock = 4;  // rows and columns of S that one pass over Y computes in registers
using Quad = Eigen::Array<double, kBlock, 1>;

/// Calls take(i, j, (Y Y')(i, j)) for the lower triangle of the leading m x m part.
template <class Take>
void lower_products(const Eigen::MatrixXd& Y, Index m, Take&& take) {
  const Index stride = Y.outerStride(), depth = Y.cols();
  for (Index j = 0; j < m; j += kBlock)
    for (Index i = j; i < m; i += kBlock) {
      Quad sums[kBlock];
      for (Quad& sum : sums) sum.setZero();
      const double *left = Y.data() + i, *right = Y.data() + j;
      for (Index l = 0; l < depth; ++l, left += stride, right += stride) {
        const Quad rows = Eigen::Map<const Quad>(left);
        for (Index c = 0; c < kBlock; ++c) sums[c] += rows * right[c];
      }
      for (Index c = 0; c < kBlock && j + c < m; ++c)
        for (Index r = i == j ? c : 0; r < kBlock && i + r < m; ++r) take(i + r, j + c, sums[c][r]);
    }
}

}  // namespace

void multiply(const Eigen::MatrixXd& A, const Eigen::MatrixXd& B, Eigen::MatrixXd& C) { C.noalias() = A * B; }

void add_gram(const Eigen::MatrixXd& Y, const std::vector<Index>& index, Eigen::MatrixXd& S) {
  lower_products(Y, static_cast<Index>(index.size()), [&](Index i, Index j, double value) {
    S(index[static_cast<std::size_t>(i)], index[static_cast<std::size_t>(j)]) += value;
  });
}

void gram(const Eigen::MatrixXd& Y, Eigen::MatrixXd& S) {
  const Index m = Y.rows(), padded = (m + kBlock - 1) / kBlock * kBlock;
  S.resize(m, m);
  const auto take = [&](Index i, Index j, double value) { S(i, j) = value; };
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
