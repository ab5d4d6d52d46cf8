#include "convex/certificate.hpp"

#include <cmath>

#include "convex/dual_bound.hpp"
#include "convex/peak_response.hpp"
#include "convex/scaled_problem.hpp"
#include "core/checks.hpp"
#include "core/pivoted_qr.hpp"
#include "network/objective.hpp"
#include "patterns/circle.hpp"

namespace hcx {
namespace {

constexpr double kDependent = 1e-13;  // pivots of this size, relative to the largest, are rounding

/// v less its part along the changes from one side of a line to the other: on each line, the lengths of its points.
Vector without_crossings(const Matrix& X, const Circle& circle, Vector v) {
  for (Index k = 0; k < circle.rays() / 2; ++k) {
    double along = 0, square = 0;
    for (const Index j : circle.line(k)) {
      const double length = X.row(j).norm();
      along += length * v[j], square += length * length;
    }
    for (const Index j : circle.line(k)) v[j] -= square > 0 ? along / square * X.row(j).norm() : 0.0;
  }
  return v;
}

/// The part of r orthogonal to max(0, X w) for every w. Those vectors span the crossings of the lines, which are orthogonal
/// to each other, and the two columns of D X for one sector. Zero unless points share a line.
Vector unreachable_part(const Matrix& X, const Circle& circle, const Vector& r) {
  if (circle.rays() == 0) return r;
  Eigen::MatrixXd columns = Eigen::MatrixXd::Zero(X.rows(), 2);
  const Pattern on = circle.sector_pattern(0);
  for (Index j = 0; j < X.rows(); ++j)
    if (on[j]) columns.row(j) = X.row(j);
  for (Index k = 0; k < 2; ++k) {
    const double before = columns.col(k).norm();
    columns.col(k) = without_crossings(X, circle, columns.col(k));
    if (columns.col(k).norm() <= kDependent * before) columns.col(k).setZero();
  }
  const Vector rest = without_crossings(X, circle, r);
  return columns.isZero(0) ? rest : PivotedQR(columns, kDependent).orthogonal_part(rest);
}

/// Tries the multiples of theta. Returns where theta responds most strongly.
Point try_multiples(DualBound& bound, const ScaledProblem& p, const Circle& circle, const Vector& theta) {
  const Vector unit = unit_direction(theta);
  if (unit.size() == 0) return Point::Zero();
  const PeakResponse up = peak_response(p.X, circle, unit), down = peak_response(p.X, circle, -unit);
  const double peak = std::max(up.bound, down.bound);
  bound.take_multiple(unit, peak, peak);
  return up.value >= down.value ? up.w : down.w;
}

}  // namespace

Certificate certify(const Problem& problem, const Network& network, const std::optional<Vector>& dual) {
  if (dual) {
    require_length(dual->size(), problem.X.rows(), "dual", "rows of X");
    require_finite(*dual, "dual");
  }
  const Evaluation evaluation = evaluate(problem, network);
  const ScaledProblem p = scaled_in_the_plane(problem, "the bound over every pattern");
  const Circle circle(p.X);
  const Vector r = (problem.y - evaluation.predictions) / p.y_unit;

  DualBound bound(p);
  const Point worst = try_multiples(bound, p, circle, r);
  const Vector unreachable = unreachable_part(p.X, circle, r);
  if (p.b == 0) {
    bound.take(unreachable);
  } else {
    try_multiples(bound, p, circle, unreachable);
    if (network.width() > 0 && network.width() <= p.X.rows())
      try_multiples(bound, p, circle, balanced_residual(p, network, r));
    if (dual) try_multiples(bound, p, circle, *dual / p.y_unit);
  }
  return {evaluation.objective, p.caller_value(bound.best()), worst.head(problem.X.cols())};
}

}  // namespace hcx
