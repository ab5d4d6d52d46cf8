#include "landscape/optima/tableau.hpp"

#include <algorithm>
#include <cmath>

namespace hcx {
namespace {

constexpr double kDependentColumn = 1e-9;  // of a unit column: what is left outside a span
constexpr double kRoundedValue = 1e-11;    // of the largest value
constexpr double kSmallestPivot = 1e-9;    // of unit columns in a basis

/// v without its part in the span of Q's first r columns; twice, because once leaves rounding of the first in it.
void make_orthogonal(const Eigen::MatrixXd& Q, Index r, Eigen::Ref<Vector> v) {
  for (int again = 0; again < 2; ++again) {
    const Vector along = Q.leftCols(r).transpose() * v;
    v -= Q.leftCols(r) * along;
  }
}

}  // namespace

Equations equations(const Eigen::MatrixXd& features, const Vector& f, const Vector& start) {
  const Index n = features.rows(), k = features.cols();
  Equations found{features, f, features.colwise().norm(), {}};
  for (Index j = 0; j < k; ++j) found.A.col(j) /= found.lengths[j];
  Eigen::MatrixXd Q(n, std::min(n, k)), left = found.A;
  std::vector<bool> taken(static_cast<std::size_t>(k), false);
  const auto take = [&](Index j) {
    const Index r = static_cast<Index>(found.basis.size());
    Vector q = left.col(j);
    make_orthogonal(Q, r, q);
    Q.col(r) = q / q.norm();
    for (Index i = 0; i < k; ++i) left.col(i) -= Q.col(r) * Q.col(r).dot(left.col(i));
    taken[static_cast<std::size_t>(j)] = true;
    found.basis.push_back(j);
  };
  const auto room = [&] { return static_cast<Index>(found.basis.size()) < Q.cols(); };
  for (Index j = 0; j < k && room(); ++j)
    if (start[j] > 0) take(j);
  while (room()) {
    Index best = -1;
    double most = kDependentColumn;
    for (Index j = 0; j < k; ++j)
      if (!taken[static_cast<std::size_t>(j)] && left.col(j).norm() > most) best = j, most = left.col(j).norm();
    if (best < 0) break;
    take(best);
  }
  const Index r = static_cast<Index>(found.basis.size());
  found.A = (Q.leftCols(r).transpose() * found.A).eval();
  found.f = Q.leftCols(r).transpose() * f;
  return found;
}

Tableau::Tableau(const Equations& equations) : equations_(equations) { begin(equations.basis); }

void Tableau::begin(const std::vector<Index>& basis) {
  const Index r = equations_.rank();
  table_.resize(r, columns() + 1);
  table_.leftCols(columns()) = equations_.A;
  table_.col(columns()) = equations_.f;
  basis_.assign(static_cast<std::size_t>(r), -1);
  basic_.assign(static_cast<std::size_t>(columns()), false);
  for (const Index j : basis) {
    Index row = -1;
    for (Index i = 0; i < r; ++i)
      if (basis_[static_cast<std::size_t>(i)] < 0 && (row < 0 || std::abs(table_(i, j)) > std::abs(table_(row, j))))
        row = i;
    pivot(row, j);
  }
}

void Tableau::pivot(Index row, Index column) {
  table_.row(row) /= table_(row, column);
  const Eigen::RowVectorXd line = table_.row(row);
  for (Index i = 0; i < table_.rows(); ++i)
    if (const double times = table_(i, column); i != row && times != 0) table_.row(i) -= times * line;
  Index& old = basis_[static_cast<std::size_t>(row)];
  if (old >= 0) basic_[static_cast<std::size_t>(old)] = false;
  old = column;
  basic_[static_cast<std::size_t>(column)] = true;
}

double Tableau::zero() const { return values().size() > 0 ? kRoundedValue * values().cwiseAbs().maxCoeff() : 0; }

double Tableau::step(Index column, Index row) const {
  return std::max(table_(row, columns()), 0.0) / table_(row, column);
}

std::vector<Index> Tableau::leaving(Index column) const {
  double least = INFINITY;
  for (Index i = 0; i < table_.rows(); ++i)
    if (table_(i, column) > kSmallestPivot) least = std::min(least, step(column, i));
  std::vector<Index> rows;
  for (Index i = 0; i < table_.rows(); ++i) {
    const double rate = table_(i, column);
    if (rate > kSmallestPivot && table_(i, columns()) <= least * rate + zero()) rows.push_back(i);
  }
  return rows;
}

}  // namespace hcx
