#include "solvers/fixed_patterns/proximal.hpp"

#include <algorithm>
#include <numeric>

#include "core/kernels/dense.hpp"

namespace hcx::fixed_patterns {
namespace {

constexpr double kInside = 1e-14;   // of ||p||: farther outside is behind a wall
constexpr double kNothing = 1e-14;  // of ||p||: a shorter projection is rounding
constexpr double kFromAfar =
    1e-6;  // of ||p||: a shorter value lies in its cone only to the rounding of where it came from

}  // namespace

Proximal::Proximal(const Cones& cones)
    : cones_(cones),
      projections_(static_cast<std::size_t>(cones.count()), ConeProjection(cones.d())),
      points_(cones.d(), cones.count()),
      next_(Eigen::MatrixXd::Zero(cones.d(), cones.count())),
      lengths_(Vector::Zero(cones.count())),
      inside_(cones.d()) {}

void Proximal::seed(Index k, const std::vector<Index>& walls) {
  projections_[static_cast<std::size_t>(k)].seed(cones_.rows, cones_.sides(k), walls);
}

void Proximal::project(const std::vector<Index>& which, double enough) {
  if (!cones_.walled) {
    for (const Index k : which) projections_[static_cast<std::size_t>(k)].restart(points_.col(k).data());
    for (const Index k : which) lengths_[k] = points_.col(k).norm();
    return;
  }
  candidates_.resize(cones_.d(), static_cast<Index>(which.size()));
  for (std::size_t i = 0; i < which.size(); ++i) {
    ConeProjection& projection = projections_[static_cast<std::size_t>(which[i])];
    projection.restart(points_.col(which[i]).data());
    candidates_.col(static_cast<Index>(i)) = projection.w();
  }
  // Most are right already: all are checked against all walls by one product.
  multiply(cones_.rows, candidates_, along_walls_);
  for (std::size_t i = 0; i < which.size(); ++i) {
    const Index k = which[i];
    ConeProjection& projection = projections_[static_cast<std::size_t>(k)];
    const double *side = cones_.sides(k), *z = along_walls_.col(static_cast<Index>(i)).data();
    double deepest = 0;
    for (Index j = 0; j < cones_.n(); ++j) deepest = std::min(deepest, side[j] * z[j]);
    if (deepest < -kInside * points_.col(k).norm())
      projection.finish(cones_.rows, side, points_.col(k).data(), enough, z);
    lengths_[k] = projection.w().norm();
  }
}

void Proximal::evaluate(const Eigen::MatrixXd& U, double sigma, const Vector& theta) {
  cones_.responses(theta, responses_);
  next_.setZero();
  std::vector<Index> candidates;
  const double shorter = sigma * cones_.b;
  for (Index k = 0; k < cones_.count(); ++k) {
    const Cones::Block& block = cones_.block(k);
    points_.col(k) = U.col(k) + sigma * block.sign * responses_.col(block.pattern);
    if (points_.col(k).norm() > shorter) candidates.push_back(k);
  }
  project(candidates, shorter);
  alive_.clear();
  for (const Index k : candidates) {
    const double length = lengths_[k];
    if (length <= shorter || length <= kNothing * points_.col(k).norm()) continue;
    alive_.push_back(k);
    next_.col(k) = (1 - shorter / length) * projections_[static_cast<std::size_t>(k)].w();
    if (next_.col(k).norm() < kFromAfar * points_.col(k).norm()) bring_inside(k, next_.col(k));
  }
}

void Proximal::bring_inside(Index k, Eigen::Ref<Vector> u) {
  if (!cones_.walled) return;
  inside_.forget();
  inside_.project(cones_.rows, cones_.sides(k), u.data());
  u = inside_.w();
}

void Proximal::faces(std::vector<ConeFace>& faces) const {
  faces.resize(alive_.size(), {0, 0, ColumnQR(cones_.d()), {}});
  for (std::size_t i = 0; i < alive_.size(); ++i) {
    const Index k = alive_[i];
    const ConeProjection& projection = projections_[static_cast<std::size_t>(k)];
    ConeFace& face = faces[i];  // which keeps its memory
    face.block = k;
    face.shrink = next_.col(k).norm() / lengths_[k];
    face.walls = projection.active_rows();
    face.points = projection.active();
  }
}

double Proximal::peak(const Vector& theta, double floor) {
  cones_.responses(theta, responses_);
  double peak = floor;
  // What was alive responds most strongly near the optimum: of the others it then only matters whether they exceed it.
  std::vector<bool> first(static_cast<std::size_t>(cones_.count()), false);
  for (const Index k : alive_) first[static_cast<std::size_t>(k)] = true;
  for (const bool round : {true, false}) {
    std::vector<Index> candidates;
    for (Index k = 0; k < cones_.count(); ++k) {
      if (first[static_cast<std::size_t>(k)] != round) continue;
      const Cones::Block& block = cones_.block(k);
      points_.col(k) = block.sign * responses_.col(block.pattern);
      if (points_.col(k).norm() > peak) candidates.push_back(k);
    }
    project(candidates, peak);
    for (const Index k : candidates) peak = std::max(peak, lengths_[k]);
  }
  return peak;
}

bool Proximal::exceeds(const Vector& theta, double limit) {
  cones_.responses(theta, responses_);
  const Vector most = responses_.colwise().norm();  // what a block without walls would reach
  std::vector<Index> candidates;
  for (Index k = 0; k < cones_.count(); ++k)
    if (most[cones_.block(k).pattern] > limit) candidates.push_back(k);
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&](Index i, Index k) { return most[cones_.block(i).pattern] > most[cones_.block(k).pattern]; });
  return std::any_of(candidates.begin(), candidates.end(), [&](Index k) {
    points_.col(k) = cones_.block(k).sign * responses_.col(cones_.block(k).pattern);
    project({k}, limit);
    return lengths_[k] > limit;
  });
}

Projections Proximal::project_responses(const Vector& theta) {
  cones_.responses(theta, responses_);
  std::vector<Index> all(static_cast<std::size_t>(cones_.count()));
  std::iota(all.begin(), all.end(), 0);
  for (const Index k : all) points_.col(k) = cones_.block(k).sign * responses_.col(cones_.block(k).pattern);
  project(all, 0);
  Projections result{Eigen::MatrixXd(cones_.d(), cones_.count()), Eigen::MatrixXd::Zero(cones_.n(), cones_.count())};
  for (const Index k : all) {
    const ConeProjection& projection = projections_[static_cast<std::size_t>(k)];
    result.w.col(k) = projection.w();
    for (std::size_t i = 0; i < projection.active().size(); ++i)
      result.zeta(projection.active()[i], k) = projection.multipliers()[static_cast<Index>(i)];
  }
  return result;
}

}  // namespace hcx::fixed_patterns
