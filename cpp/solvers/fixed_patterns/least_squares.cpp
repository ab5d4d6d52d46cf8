#include "solvers/fixed_patterns/least_squares.hpp"

#include <algorithm>

#include "core/pivoted_qr.hpp"
#include "patterns/interior_direction.hpp"

namespace hcx::fixed_patterns {
namespace {

constexpr int kPasses = 3;

/// A pattern with both signs and an open cone.
struct Open {
  Index plus, minus;  ///< its blocks
  Vector inside;      ///< unit, deep inside
};

std::vector<Open> open_patterns(const Cones& cones) {
  std::vector<Open> open;
  for (Index k = 0; k + 1 < cones.count(); ++k) {
    if (cones.block(k).pattern != cones.block(k + 1).pattern) continue;
    const Matrix walls = cones.side.col(cones.block(k).pattern).asDiagonal() * cones.rows;
    const InteriorDirection inside = interior_direction(walls);
    const bool first = cones.block(k).sign > 0;
    if (inside.margin > 0) open.push_back({first ? k : k + 1, first ? k + 1 : k, inside.w});
  }
  return open;
}

/// D X of all of them side by side.
Eigen::MatrixXd features(const Cones& cones, const std::vector<Open>& open) {
  Eigen::MatrixXd columns(cones.n(), cones.d() * static_cast<Index>(open.size()));
  for (std::size_t i = 0; i < open.size(); ++i) {
    const Vector weights = cones.on.col(cones.block(open[i].plus).pattern).cwiseProduct(cones.lengths);
    columns.middleCols(static_cast<Index>(i) * cones.d(), cones.d()) = weights.asDiagonal() * cones.rows;
  }
  return columns;
}

/// The least m for which z + m c is in the cone.
double depth(const Cones& cones, const Open& open, const Vector& z) {
  const Vector along = cones.rows * z, inwards = cones.rows * open.inside;
  const double* side = cones.sides(open.plus);
  double depth = 0;
  for (Index j = 0; j < cones.n(); ++j)
    if (cones.lengths[j] > 0) depth = std::max(depth, -side[j] * along[j] / (side[j] * inwards[j]));
  return depth;
}

}  // namespace

Eigen::MatrixXd with_rest_fitted(const Cones& cones, Eigen::MatrixXd U) {
  const std::vector<Open> open = open_patterns(cones);
  if (open.empty()) return U;
  const PivotedQR qr(features(cones, open), kRoundedPivot);
  for (int pass = 0; pass < kPasses; ++pass) {
    const Vector z = qr.least_squares(cones.y - cones.output(U));
    for (std::size_t i = 0; i < open.size(); ++i) {
      const Vector own = z.segment(static_cast<Index>(i) * cones.d(), cones.d());
      const double m = depth(cones, open[i], own);
      U.col(open[i].plus) += own + m * open[i].inside;
      U.col(open[i].minus) += m * open[i].inside;
    }
  }
  return U;
}

}  // namespace hcx::fixed_patterns
