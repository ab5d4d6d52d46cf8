#include "convex/certificate.hpp"

#include <cmath>
#include <limits>

#include "convex/peak_response.hpp"
#include "convex/scaled_problem.hpp"
#include "core/checks.hpp"
#include "core/pivoted_qr.hpp"
#include "network/objective.hpp"
#include "patterns/circle.hpp"

namespace hcx {
namespace {

constexpr double kDependent = 1e-13;  // pivots of this size, relative to the largest, are rounding

/// theta . y - 1/2 ||theta||^2, less what rounding can have added.
double dual_value(const Vector& theta, const Vector& y) {
  const double eps = std::numeric_limits<double>::epsilon() * static_cast<double>(y.size() + 4);
  const double square = theta.squaredNorm();
  return theta.dot(y) - 0.5 * square - eps * (theta.cwiseAbs().dot(y.cwiseAbs()) + square);
}

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

/// The vector nearest to r with which each neuron i correlates as at an optimum, sign(alpha_i) b. Where large neurons
/// cancel, r = y - f carries the rounding of f, and this is r without it; for other networks it is merely another
/// direction to try.
Vector balanced_residual(const ScaledProblem& p, const Network& network, Vector r) {
  const Index m = network.width();
  Eigen::MatrixXd outputs(p.X.rows(), m);
  for (Index i = 0; i < m; ++i) {
    Point w = Point::Zero();
    w.head(network.W.cols()) = network.W.row(i).transpose().stableNormalized();
    outputs.col(i) = (p.X * w).cwiseMax(0.0);
  }
  const Vector target = p.b * network.alpha.cwiseSign();
  const PivotedQR qr(outputs, kDependent);
  for (int refinement = 0; refinement < 2; ++refinement) r += qr.shortest(target - outputs.transpose() * r);
  return r;
}

/// The best bound over the directions tried, on the canonical scale.
class Bounds {
 public:
  Bounds(const ScaledProblem& problem, const Circle& circle) : p_(problem), circle_(circle) {}

  /// The best feasible multiple of theta. Returns where theta responds most strongly.
  Point along(const Vector& theta) {
    const double largest = theta.cwiseAbs().maxCoeff();
    if (!(largest > 0) || !std::isfinite(largest)) return Point::Zero();
    const Vector unit = theta / largest;  // no square of it leaves the range of a double
    const PeakResponse up = peak_response(p_.X, circle_, unit), down = peak_response(p_.X, circle_, -unit);
    const double limit = p_.b / std::max(up.bound, down.bound);
    take(std::clamp(unit.dot(p_.y) / unit.squaredNorm(), -limit, limit) * unit);
    return up.value >= down.value ? up.w : down.w;
  }
  /// theta itself, which is feasible.
  void take(const Vector& theta) { best_ = std::max(best_, dual_value(theta, p_.y)); }

  double best() const { return best_; }

 private:
  const ScaledProblem& p_;
  const Circle& circle_;
  double best_ = 0;  ///< the loss is never negative
};

}  // namespace

Certificate certify(const Problem& problem, const Network& network, const std::optional<Vector>& dual) {
  if (dual) {
    require_length(dual->size(), problem.X.rows(), "dual", "rows of X");
    require_finite(*dual, "dual");
  }
  const Evaluation evaluation = evaluate(problem, network);
  const ScaledProblem p(problem, "the bound over every pattern");
  const Circle circle(p.X);
  const Vector r = (problem.y - evaluation.predictions) / p.y_unit;

  Bounds bounds(p, circle);
  const Point worst = bounds.along(r);
  const Vector unreachable = unreachable_part(p.X, circle, r);
  if (p.b == 0) {
    bounds.take(unreachable);
  } else {
    bounds.along(unreachable);
    if (network.width() > 0 && network.width() <= p.X.rows()) bounds.along(balanced_residual(p, network, r));
    if (dual) bounds.along(*dual / p.y_unit);
  }
  return {evaluation.objective, p.caller_value(bounds.best()), worst.head(problem.X.cols())};
}

}  // namespace hcx
