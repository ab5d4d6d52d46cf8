#include "programme/gated.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "core/checks.hpp"
#include "network/objective.hpp"
#include "patterns/interior_direction.hpp"
#include "patterns/pattern_set.hpp"
#include "programme/mapping.hpp"
#include "programme/scaled_problem.hpp"

namespace hcx {
namespace {

void validate(const Problem& problem, const GatedNetwork& network) {
  hcx::validate(problem);
  require_length(network.V.rows(), static_cast<Index>(network.gates.size()), "V", "number of gates");
  if (network.V.rows() > 0) require_length(network.V.cols(), problem.X.cols(), "a row of V", "columns of X");
  require_finite(network.V, "V");
  for (std::size_t k = 0; k < network.gates.size(); ++k)
    require_length(network.gates[k].size(), problem.X.rows(), "gates[" + std::to_string(k) + "]", "rows of X");
}

Vector residual(const ScaledProblem& problem, const std::vector<Pattern>& gates, const Matrix& V) {
  Vector r = problem.y;
  for (Index k = 0; k < V.rows(); ++k)
    for (Index j = 0; j < r.size(); ++j)
      if (gates[static_cast<std::size_t>(k)][j]) r[j] -= V.row(k).dot(problem.X.row(j));
  return r;
}

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

/// The best feasible multiple of theta on the canonical scale, less rounding.
double bound_along(const Vector& theta, const Vector& y, double b, double peak) {
  const double square = theta.squaredNorm(), along = theta.dot(y);
  if (!(square > 0) || !(along > 0)) return 0;
  const double t = std::min(along / square, b / peak);
  const double eps = std::numeric_limits<double>::epsilon() * static_cast<double>(y.size() + 4);
  return t * along - 0.5 * t * t * square - eps * (t * theta.cwiseAbs().dot(y.cwiseAbs()) + t * t * square);
}

/// Rows that point into the cone of the gate's pattern.
Matrix inward(const Matrix& X, const Pattern& gate) {
  Matrix rows = X;
  for (Index j = 0; j < X.rows(); ++j)
    if (!gate[j]) rows.row(j) *= -1;
  return rows;
}

/// The least tau with v + tau e in the cone.
double lift(const Matrix& rows, const Vector& v, const Vector& e) {
  double tau = 0;
  for (Index j = 0; j < rows.rows(); ++j)
    if (const double inside = rows.row(j).dot(v); inside < 0) tau = std::max(tau, -inside / rows.row(j).dot(e));
  return tau;
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
  const Vector r = residual(scaled, network.gates, V);
  const double value = 0.5 * r.squaredNorm() + scaled.b * V.rowwise().norm().sum();
  const auto bound = [&](const Vector& theta) {
    return bound_along(theta, scaled.y, scaled.b, peak(scaled.X, patterns, theta));
  };
  const double least = dual ? std::max(bound(r), bound(*dual / scaled.y_unit)) : bound(r);
  return {scaled.caller_value(value), scaled.caller_value(std::max(0.0, least))};
}

std::optional<ConeDecomposition> decompose(const Problem& problem, const GatedNetwork& network) {
  validate(problem, network);
  std::vector<Block> blocks;
  double allowance = 0;
  for (Index k = 0; k < network.V.rows(); ++k) {
    const Pattern& gate = network.gates[static_cast<std::size_t>(k)];
    const Vector v = network.V.row(k).transpose();
    const Matrix rows = inward(problem.X, gate);
    const InteriorDirection deepest = interior_direction(rows);
    if (deepest.margin == 0) return std::nullopt;
    const double tau = lift(rows, v, deepest.w);
    blocks.push_back({gate, +1, v + tau * deepest.w});
    if (tau > 0) blocks.push_back({gate, -1, tau * deepest.w});
    allowance += v.norm() / deepest.margin;
  }
  const auto [b, factor] = canonical_scale(problem);
  const Network relu = to_network(blocks, problem.X.cols());
  const double gated = certify(problem, network, {}).objective;
  return ConeDecomposition{relu, evaluate(problem, relu).objective, gated + 2 * factor * b * allowance};
}

}  // namespace hcx
