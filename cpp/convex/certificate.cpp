#include "convex/certificate.hpp"

#include <Eigen/QR>
#include <cmath>
#include <limits>

#include "convex/peak_response.hpp"
#include "network/objective.hpp"
#include "patterns/circle.hpp"
#include "patterns/enumerate.hpp"

namespace hcx {
namespace {

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
  Matrix span = Matrix::Zero(X.rows(), lines + 2);
  const Pattern on = circle.sector_pattern(0);
  for (Index j = 0; j < X.rows(); ++j)
    if (on[j]) span.row(j).tail(2) = plane.row(j);
  for (Index k = 0; k < lines; ++k)
    for (const Index j : circle.line(k)) span(j, k) = plane.row(j).norm();
  for (Index k = 0; k < span.cols(); ++k)
    if (const double norm = span.col(k).norm(); norm > 0) span.col(k) /= norm;
  const auto qr = span.colPivHouseholderQr();
  Vector coordinates = qr.householderQ().adjoint() * r;
  coordinates.head(qr.rank()).setZero();
  return qr.householderQ() * coordinates;
}

}  // namespace

Certificate certify(const Problem& problem, const Network& network) {
  const Evaluation evaluation = evaluate(problem, network);
  const auto [b, factor] = canonical_scale(problem);
  const Vector r = problem.y - evaluation.predictions;
  const PeakResponse up = peak_response(problem.X, r), down = peak_response(problem.X, -r);
  const PeakResponse& worst = up.value >= down.value ? up : down;

  Certificate certificate{evaluation.objective, 0.0, worst.w};
  if (b == 0) {
    certificate.lower_bound = factor * dual_value(unreachable_part(problem.X, r), problem.y);
  } else if (const double square = r.squaredNorm(); square > 0) {
    const double limit = b / std::max(up.bound, down.bound);
    const double t = std::clamp(r.dot(problem.y) / square, -limit, limit);
    certificate.lower_bound = factor * dual_value(t * r, problem.y);
  }
  certificate.lower_bound = std::max(0.0, certificate.lower_bound);  // the loss is never negative
  return certificate;
}

}  // namespace hcx
