#include "solvers/fixed_patterns/warm_start.hpp"

#include <algorithm>
#include <cmath>

#include "core/kernels/dense.hpp"
#include "response/cone_projection.hpp"

namespace hcx::fixed_patterns {
namespace {

constexpr double kOnWall = 1e-9;  // of ||u||

/// How far a direction is behind the walls of block k: the root of the sum of squares.
double behind(const Cones& cones, Index k, const double* along) {
  const double* side = cones.sides(k);
  double sum = 0;
  for (Index j = 0; j < cones.n(); ++j)
    if (const double inside = side[j] * along[j]; inside < 0) sum += inside * inside;
  return std::sqrt(sum);
}

/// The block of this sign whose cone holds the direction, or else the one it is least outside of; -1 without any.
struct Home {
  Index block;
  bool fits;
};
Home home_of(const Cones& cones, double sign, const double* along, double rounding) {
  for (Index k = 0; k < cones.count(); ++k)
    if (cones.block(k).sign == sign && in_cone(cones.sides(k), along, cones.n(), rounding)) return {k, true};
  Home home{-1, false};
  double nearest = INFINITY;
  for (Index k = 0; k < cones.count(); ++k)
    if (cones.block(k).sign == sign)
      if (const double distance = behind(cones, k, along); distance < nearest) nearest = distance, home.block = k;
  return home;
}

}  // namespace

Index WarmStart::dimensions() const {
  Index sum = 0;
  for (Index k = 0; k < U.cols(); ++k)
    if (!U.col(k).isZero(0))
      sum += std::max<Index>(1, U.rows() - static_cast<Index>(walls[static_cast<std::size_t>(k)].size()));
  return sum;
}

WarmStart warm_start(const Cones& cones, const Network& network) {
  WarmStart start{Eigen::MatrixXd::Zero(cones.d(), cones.count()),
                  std::vector<std::vector<Index>>(static_cast<std::size_t>(cones.count())), cones.y};
  if (network.width() == 0) return start;
  Eigen::MatrixXd u(cones.d(), network.width()), along;
  for (Index i = 0; i < network.width(); ++i)
    u.col(i) = network.W.row(i).transpose() * (std::abs(network.alpha[i]) / cones.u_unit);
  multiply(cones.rows, u, along);
  for (Index i = 0; i < network.width(); ++i) {
    const double norm = u.col(i).norm(), sign = network.alpha[i] > 0 ? 1 : -1;
    if (!(norm > 0) || !std::isfinite(norm)) continue;
    start.residual -= sign * along.col(i).cwiseMax(0).cwiseProduct(cones.lengths);
    const auto [home, fits] = home_of(cones, sign, along.col(i).data(), kOnWall * norm);
    if (!fits) start.fits = false;
    if (home < 0) continue;
    std::vector<Index>& walls = start.walls[static_cast<std::size_t>(home)];
    if (start.U.col(home).isZero(0)) {
      for (Index j = 0; j < cones.n(); ++j)
        if (std::abs(along(j, i)) <= kOnWall * norm && cones.lengths[j] > 0) walls.push_back(j);
    } else {
      walls.clear();  // a sum of two lies deeper inside
    }
    start.U.col(home) += u.col(i);
  }
  return start;
}

}  // namespace hcx::fixed_patterns
