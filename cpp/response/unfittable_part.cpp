#include "response/unfittable_part.hpp"

#include "core/pivoted_qr.hpp"

namespace hcx {
namespace {

/// v less its part along the changes from one side of a line to the other: on each line, the lengths of its points.
Vector without_crossings(const Matrix& X, const Lines& lines, Vector v) {
  for (const std::vector<Index>& line : lines) {
    double along = 0, square = 0;
    for (const Index j : line) {
      const double length = X.row(j).norm();
      along += length * v[j], square += length * length;
    }
    for (const Index j : line) v[j] -= square > 0 ? along / square * X.row(j).norm() : 0.0;
  }
  return v;
}

}  // namespace

Vector unfittable_part(const Matrix& X, const Lines& lines, const Pattern& on, const Vector& r) {
  if (lines.empty()) return r;
  Eigen::MatrixXd columns = Eigen::MatrixXd::Zero(X.rows(), X.cols());
  for (Index j = 0; j < X.rows(); ++j)
    if (on[j]) columns.row(j) = X.row(j);
  for (Index k = 0; k < X.cols(); ++k) {
    const double before = columns.col(k).norm();
    columns.col(k) = without_crossings(X, lines, columns.col(k));
    if (columns.col(k).norm() <= kRoundedPivot * before) columns.col(k).setZero();
  }
  const Vector rest = without_crossings(X, lines, r);
  return columns.isZero(0) ? rest : PivotedQR(columns, kRoundedPivot).orthogonal_part(rest);
}

}  // namespace hcx
