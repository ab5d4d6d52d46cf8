#include "solvers/fixed_patterns/warm_start.hpp"

#include <cmath>

#include "core/dense.hpp"

namespace hcx::fixed_patterns {
namespace {

constexpr double kOnWall = 1e-9;  // of ||u||

bool inside(const double* side, const double* along, double tolerance, Index n) {
  for (Index j = 0; j < n; ++j)
    if (side[j] * along[j] < -tolerance) return false;
  return true;
}

}  // namespace

WarmStart warm_start(const Cones& cones, const Network& network) {
  WarmStart start{Eigen::MatrixXd::Zero(cones.d(), cones.count()),
                  std::vector<std::vector<Index>>(static_cast<std::size_t>(cones.count()))};
  if (network.width() == 0) return start;
  Eigen::MatrixXd u(cones.d(), network.width()), along;
  for (Index i = 0; i < network.width(); ++i)
    u.col(i) = network.W.row(i).transpose() * (std::abs(network.alpha[i]) / cones.u_unit);
  multiply(cones.rows, u, along);
  for (Index i = 0; i < network.width(); ++i) {
    const double norm = u.col(i).norm(), sign = network.alpha[i] > 0 ? 1 : -1;
    if (!(norm > 0) || !std::isfinite(norm)) continue;
    for (Index k = 0; k < cones.count(); ++k) {
      if (cones.block(k).sign != sign || !inside(cones.sides(k), along.col(i).data(), kOnWall * norm, cones.n())) continue;
      std::vector<Index>& walls = start.walls[static_cast<std::size_t>(k)];
      if (start.U.col(k).isZero(0)) {
        for (Index j = 0; j < cones.n(); ++j)
          if (std::abs(along(j, i)) <= kOnWall * norm && cones.lengths[j] > 0) walls.push_back(j);
      } else {
        walls.clear();  // a sum of two lies deeper inside
      }
      start.U.col(k) += u.col(i);
      break;
    }
  }
  return start;
}

}  // namespace hcx::fixed_patterns
