#include "programme/gated.hpp"

#include <algorithm>
#include <string>

#include "core/checks.hpp"
#include "network/objective.hpp"
#include "patterns/interior_direction.hpp"
#include "programme/mapping.hpp"

namespace hcx {
namespace {

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

void validate(const Problem& problem, const GatedNetwork& network) {
  hcx::validate(problem);
  require_length(network.V.rows(), static_cast<Index>(network.gates.size()), "V", "number of gates");
  if (network.V.rows() > 0) require_length(network.V.cols(), problem.X.cols(), "a row of V", "columns of X");
  require_finite(network.V, "V");
  for (std::size_t k = 0; k < network.gates.size(); ++k)
    require_length(network.gates[k].size(), problem.X.rows(), "gates[" + std::to_string(k) + "]", "rows of X");
}

Vector gated_residual(const ScaledProblem& problem, const std::vector<Pattern>& gates, const Matrix& V) {
  Vector r = problem.y;
  for (Index k = 0; k < V.rows(); ++k)
    for (Index j = 0; j < r.size(); ++j)
      if (gates[static_cast<std::size_t>(k)][j]) r[j] -= V.row(k).dot(problem.X.row(j));
  return r;
}

double gated_objective(const Problem& problem, const GatedNetwork& network) {
  validate(problem, network);
  const ScaledProblem scaled(problem);
  const Matrix V = network.V / (scaled.y_unit / scaled.x_unit);
  const Vector r = gated_residual(scaled, network.gates, V);
  return scaled.caller_value(0.5 * r.squaredNorm() + scaled.b * V.rowwise().norm().sum());
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
  const double gated = gated_objective(problem, network);
  return ConeDecomposition{relu, evaluate(problem, relu).objective, gated + 2 * factor * b * allowance};
}

}  // namespace hcx
