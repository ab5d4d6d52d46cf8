#include "convex/certificate.hpp"

#include <cmath>
#include <limits>

#include "convex/peak_response.hpp"
#include "core/checks.hpp"
#include "core/pivoted_qr.hpp"
#include "network/objective.hpp"
#include "patterns/circle.hpp"
#include "patterns/enumerate.hpp"

namespace hcx {
namespace {

constexpr double kDependent = 1e-13;  // pivots of this size, relative to the largest, are rounding

/// theta . y - 1/2 ||theta||^2, less what rounding can have added.
double dual_value(const Vector& theta, const Vector& y) {
  const double eps = std::numeric_limits<double>::epsilon() * static_cast<double>(y.size() + 4);
  const double square = theta.squaredNorm();
  return theta.dot(y) - 0.5 * square - eps * (theta.cwiseAbs().dot(y.cwiseAbs()) + square);
}

/// The part of r orthogonal to max(0, X w) for every w. Those vectors span D_0 X, for one sector, and for each line the
/// change from one of its sides to the other.
Vector unreachable_part(const Matrix& X, const Vector& r) {
  const Matrix plane = in_the_plane(X, "the bound over every pattern");
  const Circle circle(plane);
  if (circle.rays() == 0) return r;
  const Index lines = circle.rays() / 2;
  Eigen::MatrixXd span = Eigen::MatrixXd::Zero(X.rows(), lines + 2);
  const Pattern on = circle.sector_pattern(0);
  for (Index j = 0; j < X.rows(); ++j)
    if (on[j]) span.row(j).tail(2) = plane.row(j);
  for (Index k = 0; k < lines; ++k)
    for (const Index j : circle.line(k)) span(j, k) = plane.row(j).norm();
  for (Index k = 0; k < span.cols(); ++k)
    if (const double norm = span.col(k).norm(); norm > 0) span.col(k) /= norm;
  return PivotedQR(span, kDependent).orthogonal_part(r);
}

/// A bound from any direction in the dual space: the best feasible multiple of theta.
struct Bound {
  double value;
  Vector worst_neuron;
};
Bound bound_along(const Problem& problem, double b, const Vector& theta) {
  const PeakResponse up = peak_response(problem.X, theta), down = peak_response(problem.X, -theta);
  const Vector& worst = up.value >= down.value ? up.w : down.w;
  const double square = theta.squaredNorm();
  if (square == 0) return {0, worst};
  const double limit = b / std::max(up.bound, down.bound);
  const double t = std::clamp(theta.dot(problem.y) / square, -limit, limit);
  return {dual_value(t * theta, problem.y), worst};
}

/// The vector nearest to r with which each neuron i correlates as at an optimum, sign(alpha_i) b. Where large neurons
/// cancel, r = y - f carries the rounding of f, and this is r without it; for other networks it is merely another
/// direction to try.
Vector balanced_residual(const Problem& problem, const Network& network, double b, Vector r) {
  const Index m = network.width();
  Eigen::MatrixXd outputs(problem.X.rows(), m);
  for (Index i = 0; i < m; ++i) outputs.col(i) = (problem.X * network.W.row(i).transpose().normalized()).cwiseMax(0.0);
  const Vector target = b * network.alpha.cwiseSign();
  const PivotedQR qr(outputs, kDependent);
  for (int refinement = 0; refinement < 2; ++refinement) r += qr.shortest(target - outputs.transpose() * r);
  return r;
}

}  // namespace

Certificate certify(const Problem& problem, const Network& network, const std::optional<Vector>& dual) {
  if (dual) {
    require_length(dual->size(), problem.X.rows(), "dual", "rows of X");
    require_finite(*dual, "dual");
  }
  const Evaluation evaluation = evaluate(problem, network);
  const auto [b, factor] = canonical_scale(problem);
  const Vector r = problem.y - evaluation.predictions;
  Bound best = bound_along(problem, b, r);
  if (b == 0) {
    best.value = dual_value(unreachable_part(problem.X, r), problem.y);
  } else {
    const bool few = network.width() > 0 && network.width() <= problem.X.rows();
    if (few)
      best.value = std::max(best.value, bound_along(problem, b, balanced_residual(problem, network, b, r)).value);
    if (dual) best.value = std::max(best.value, bound_along(problem, b, *dual).value);
  }
  // The loss is never negative, so 0 is always a bound.
  return {evaluation.objective, factor * std::max(0.0, best.value), best.worst_neuron};
}

}  // namespace hcx
