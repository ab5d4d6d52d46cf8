#include "certificate/gated_certificate.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/checks.hpp"
#include "patterns/pattern_set.hpp"

namespace hcx {
namespace {

/// max_k ||X' D_k theta||, at least as large as in exact arithmetic.
double peak(const Matrix& X, const std::vector<Pattern>& gates, const Vector& theta) {
  double largest = 0, terms = 0;
  for (Index j = 0; j < X.rows(); ++j) terms += std::abs(theta[j]) * X.row(j).norm();
  for (const Pattern& gate : gates) {
    Vector g = Vector::Zero(X.cols());
    for (Index j = 0; j < X.rows(); ++j)
      if (gate[j]) g += theta[j] * X.row(j).transpose();
    largest = std::max(largest, g.norm());
  }
  return largest + std::numeric_limits<double>::epsilon() * static_cast<double>(X.rows() + X.cols() + 4) * terms;
}

/// The feasible multiple of theta with the best bound; 0 where all bound nothing.
Vector best_multiple(const Vector& theta, const Vector& y, double b, double peak) {
  const double square = theta.squaredNorm(), along = theta.dot(y);
  if (!(square > 0) || !(along > 0)) return Vector::Zero(y.size());
  const double t = std::min(along / square, b / peak);
  return std::abs(t - 1) <= 8 * std::numeric_limits<double>::epsilon() ? theta
                                                                       : Vector(t * theta);  // a bound's own theta
}

/// What it proves on the canonical scale, less rounding.
double proven(const Vector& theta, const Vector& y) {
  const double square = theta.squaredNorm();
  const double eps = std::numeric_limits<double>::epsilon() * static_cast<double>(y.size() + 4);
  return theta.dot(y) - 0.5 * square - eps * (theta.cwiseAbs().dot(y.cwiseAbs()) + square);
}

}  // namespace

GatedCertificate certify(const Problem& problem, const GatedNetwork& network, const std::vector<Pattern>& patterns,
                         const std::optional<Vector>& dual) {
  validate(problem, network);
  validate(PatternSet{patterns, {}}, problem.X.rows());
  if (dual) {
    require_length(dual->size(), problem.X.rows(), "dual", "rows of X");
    require_finite(*dual, "dual");
  }
  const ScaledProblem scaled(problem);
  const Matrix V = network.V / (scaled.y_unit / scaled.x_unit);
  const Vector r = gated_residual(scaled, network.gates, V);
  const double value = 0.5 * r.squaredNorm() + scaled.b * V.rowwise().norm().sum();
  const auto multiple = [&](const Vector& theta) {
    return best_multiple(theta, scaled.y, scaled.b, peak(scaled.X, patterns, theta));
  };
  Vector best = multiple(r);
  if (dual) {
    const Vector other = multiple(*dual / scaled.y_unit);
    if (proven(other, scaled.y) > proven(best, scaled.y)) best = other;
  }
  const double bound = std::max(0.0, proven(best, scaled.y));
  return {scaled.caller_value(value), scaled.caller_value(bound), scaled.y_unit * best};
}

}  // namespace hcx
