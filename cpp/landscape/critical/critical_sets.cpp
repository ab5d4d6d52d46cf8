#include "landscape/critical/critical_sets.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hcx {
namespace {

constexpr double kRounding = 1e-13;

/// Whether a point lies in the closure of a set. Hyperbolas are closed and meet no other set.
bool contains(const CriticalSet& set, const Vector& point) {
  const Vector start = set.vertices.row(0).transpose(), way = point - start;
  const double close = kRounding * (point.norm() + set.vertices.norm());
  switch (set.shape) {
    case CriticalShape::Hyperbola: return false;
    case CriticalShape::Single: return way.norm() <= close;
    case CriticalShape::Region:
      for (std::size_t i = 0; i < set.signs.size(); ++i)
        if (set.signs[i] * point[static_cast<Index>(i)] < 0) return false;
      return true;
    case CriticalShape::Segment:
    case CriticalShape::Ray: {
      const bool bounded = set.shape == CriticalShape::Segment;
      const Vector along =
          bounded ? Vector(set.vertices.row(1).transpose() - start) : Vector(set.rays.row(0).transpose());
      const double share = way.dot(along) / along.squaredNorm();
      const bool within = share >= -kRounding && (!bounded || share <= 1 + kRounding);
      return within && (way - share * along).norm() <= close;
    }
  }
  return false;
}

}  // namespace

double DataSide::excess(double p) const {
  const double value = S * p - T;
  return std::abs(value) <= kRounding * (std::abs(S * p) + std::abs(T)) ? 0 : value;
}

DataSides::DataSides(const Problem& problem) {
  const double k = problem.misfit_factor();
  for (Index j = 0; j < problem.X.rows(); ++j) {
    const double x = problem.X(j, 0);
    DataSide& side = x > 0 ? right : left;
    side.S += k * x * x, side.T += k * x * problem.y[j];
  }
}

CriticalKind kind_of(const Surroundings& around) {
  if (around.minimum) return around.maximum ? CriticalKind::Flat : CriticalKind::LocalMinimum;
  return around.maximum ? CriticalKind::LocalMaximum : CriticalKind::Saddle;
}

CriticalSet set_at(const Vector& vertex) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  return {CriticalShape::Single, CriticalKind::Saddle, nan, vertex.transpose(), Matrix(0, vertex.size()), {}, nan, nan};
}

void add_ray(CriticalSet& set, const Vector& direction) {
  set.rays.conservativeResize(set.rays.rows() + 1, Eigen::NoChange);
  set.rays.bottomRows(1) = direction.transpose();
  set.shape = set.rays.rows() == 1 ? CriticalShape::Ray : CriticalShape::Region;
}

Vector interior_point(const CriticalSet& set) {
  Vector point = set.vertices.colwise().mean().transpose();
  if (set.shape != CriticalShape::Hyperbola && set.rays.rows() > 0) point += set.rays.colwise().sum().transpose();
  return point;
}

std::vector<CriticalSet> listed(std::vector<CriticalSet> sets, double noise) {
  const auto lowest = [](CriticalKind kind) {
    return kind == CriticalKind::LocalMinimum || kind == CriticalKind::Flat;
  };
  double least = std::numeric_limits<double>::infinity();
  for (const CriticalSet& set : sets)
    if (lowest(set.kind)) least = std::min(least, set.loss);
  for (CriticalSet& set : sets)
    if (lowest(set.kind) && set.loss <= least + noise) set.kind = CriticalKind::GlobalMinimum;

  std::vector<const CriticalSet*> order;  // at most nine: inserted one by one
  for (const CriticalSet& set : sets) {
    const auto covers = [&](const CriticalSet& other) {
      return &other != &set && other.kind == set.kind && contains(other, interior_point(set));
    };
    if (std::any_of(sets.begin(), sets.end(), covers)) continue;
    const auto worse = [&](const CriticalSet* other) { return other->loss > set.loss; };
    order.insert(std::find_if(order.begin(), order.end(), worse), &set);
  }
  std::vector<CriticalSet> kept;
  for (const CriticalSet* set : order) kept.push_back(*set);
  return kept;
}

}  // namespace hcx
