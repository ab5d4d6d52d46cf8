#include "landscape/optima/corner_map.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"

namespace hcx {
namespace {

constexpr int kPowerSteps = 60;     // it matters little where two directions spread the corners alike
constexpr double kNoSpread = 1e-9;  // of the largest: a direction in which corners do not differ

/// Two orthogonal unit columns, k x 2, along which the rows of `centred` spread most; 0 where they do not. By power iteration from a fixed
/// start, so that the map does not turn over while data move.
Eigen::MatrixXd principal_directions(const Matrix& centred) {
  const Index k = centred.cols();
  Eigen::MatrixXd axes = Eigen::MatrixXd::Zero(k, 2);
  const Eigen::MatrixXd spread = centred.transpose() * centred;
  const double size = spread.trace();
  for (Index a = 0; a < 2 && size > 0; ++a) {
    Vector axis(k);
    for (Index i = 0; i < k; ++i)
      axis[i] = a == 0 ? std::cos(2.0 * static_cast<double>(i)) : std::sin(2.0 * static_cast<double>(i) + 1);
    const Vector first = axis;
    for (int step = 0; step < kPowerSteps && axis.norm() > 0; ++step) {
      axis = spread * axis;
      if (a == 1) axis -= axes.col(0) * axes.col(0).dot(axis);
      if (!(axis.norm() > kNoSpread * kNoSpread * size * (step == 0 ? first.norm() : 1.0))) axis.setZero();
      if (axis.norm() > 0) axis.normalize();
    }
    axes.col(a) = axis;
  }
  return axes;
}

double turn(const Matrix& p, Index a, Index b, Index c) {
  return (p(b, 0) - p(a, 0)) * (p(c, 1) - p(a, 1)) - (p(b, 1) - p(a, 1)) * (p(c, 0) - p(a, 0));
}

/// Andrew's monotone chain; corners on an edge of the outline are left out.
std::vector<Index> outline(const Matrix& places) {
  std::vector<Index> order(static_cast<std::size_t>(places.rows())), hull;
  std::iota(order.begin(), order.end(), Index{0});
  std::sort(order.begin(), order.end(), [&](Index i, Index j) {
    return std::pair(places(i, 0), places(i, 1)) < std::pair(places(j, 0), places(j, 1));
  });
  const auto half = [&](auto begin, auto end) {
    const std::size_t from = hull.size();
    for (auto i = begin; i != end; ++i) {
      while (hull.size() >= from + 2 && turn(places, hull[hull.size() - 2], hull.back(), *i) <= 1e-12) hull.pop_back();
      hull.push_back(*i);
    }
    hull.pop_back();
  };
  if (order.size() == 1) return order;
  half(order.begin(), order.end());
  half(order.rbegin(), order.rend());
  return hull;
}

/// Depth first from corner 0, at each corner first to the neighbour that has the fewest others left; back along edges where it must.
std::vector<Index> walk_along(Index corners, const std::vector<std::pair<Index, Index>>& edges) {
  std::vector<std::vector<Index>> neighbours(static_cast<std::size_t>(corners));
  for (const auto& [a, b] : edges) {
    neighbours[static_cast<std::size_t>(a)].push_back(b);
    neighbours[static_cast<std::size_t>(b)].push_back(a);
  }
  std::vector<bool> seen(static_cast<std::size_t>(corners), false);
  const auto left_at = [&](Index i) {
    const auto& all = neighbours[static_cast<std::size_t>(i)];
    return std::count_if(all.begin(), all.end(), [&](Index j) { return !seen[static_cast<std::size_t>(j)]; });
  };
  std::vector<Index> walk{0}, way{0};
  seen[0] = true;
  for (Index unseen = corners - 1; unseen > 0 && !way.empty();) {
    Index best = -1;
    for (const Index j : neighbours[static_cast<std::size_t>(way.back())])
      if (!seen[static_cast<std::size_t>(j)] && (best < 0 || left_at(j) < left_at(best))) best = j;
    if (best >= 0) {
      seen[static_cast<std::size_t>(best)] = true;
      way.push_back(best);
      --unseen;
    } else {
      way.pop_back();
      if (way.empty()) break;
    }
    walk.push_back(way.back());
  }
  return walk;
}

Vector numbers(const std::vector<Index>& list) {
  Vector vector(static_cast<Index>(list.size()));
  for (std::size_t i = 0; i < list.size(); ++i) vector[static_cast<Index>(i)] = static_cast<double>(list[i]);
  return vector;
}

Index corner_at(const Vector& list, Index i, const Matrix& corners) {
  const double number = list[i];
  if (!(number >= 0 && number < static_cast<double>(corners.rows())))
    throw InvalidArgument("the set names corner " + to_text(number) + ", expected one of its " +
                          counted(corners.rows(), "corner"));
  return static_cast<Index>(number);
}

/// A mixture may come out below 0 by rounding.
OptimalPlace placed(const OptimalPolytope& set, const Vector& mixed, const Eigen::RowVector2d& at) {
  const Vector weights = mixed.cwiseMax(0);
  return {weights, optimal_network(set, weights), at[0], at[1]};
}

void require_map(const OptimalPolytope& set, const CornerMap& map) {
  validate(set);
  if (set.corners.rows() == 0 || map.walk.size() == 0 || map.hull.size() == 0)
    throw InvalidArgument("set has no corner, expected at least one");
  if (map.places.rows() != set.corners.rows() || map.places.cols() != 2)
    throw InvalidArgument("set.places is " + std::to_string(map.places.rows()) + " x " +
                          std::to_string(map.places.cols()) + ", expected " + std::to_string(set.corners.rows()) +
                          " x 2 (rows of set.corners)");
  require_finite(map.places, "set.places");
}

}  // namespace

CornerMap corner_map(const Matrix& corners, const std::vector<std::pair<Index, Index>>& edges) {
  const Matrix centred = corners.rowwise() - corners.colwise().mean();
  CornerMap map{centred * principal_directions(centred), {}, Matrix(static_cast<Index>(edges.size()), 2), {}};
  if (const double furthest = map.places.size() > 0 ? map.places.rowwise().norm().maxCoeff() : 0; furthest > 0)
    map.places /= furthest;
  map.hull = numbers(outline(map.places));
  for (Index i = 0; i < map.edges.rows(); ++i)
    map.edges.row(i) << static_cast<double>(edges[static_cast<std::size_t>(i)].first),
        static_cast<double>(edges[static_cast<std::size_t>(i)].second);
  map.walk = numbers(walk_along(corners.rows(), edges));
  return map;
}

OptimalPlace on_the_walk(const OptimalPolytope& set, const CornerMap& map, double t) {
  require_map(set, map);
  require_at_least(t, 0, "t");
  const double last = static_cast<double>(map.walk.size() - 1), at = std::min(t, last), whole = std::floor(at);
  const Index from = corner_at(map.walk, static_cast<Index>(whole), set.corners);
  if (at == whole) return placed(set, set.corners.row(from).transpose(), map.places.row(from));
  const Index to = corner_at(map.walk, static_cast<Index>(whole) + 1, set.corners);
  const double share = at - whole;
  return placed(set, (1 - share) * set.corners.row(from).transpose() + share * set.corners.row(to).transpose(),
                (1 - share) * map.places.row(from) + share * map.places.row(to));
}

OptimalPlace at_the_place(const OptimalPolytope& set, const CornerMap& map, double u, double v) {
  require_map(set, map);
  require_finite(Vector{{u, v}}, "place");
  const Vector mean = set.corners.colwise().mean().transpose();
  const Eigen::RowVector2d to(u, v);
  const Index sides = map.hull.size();
  if (sides < 2 || !(to.norm() > 0)) return placed(set, mean, Eigen::RowVector2d::Zero());
  // The ray from the middle through (u, v) leaves between the hull's corners a and b: to = A (x, y), x and y >= 0, and is inside while x + y <= 1.
  for (Index i = 0; i < sides; ++i) {
    const Index a = corner_at(map.hull, i, set.corners), b = corner_at(map.hull, (i + 1) % sides, set.corners);
    const Eigen::RowVector2d p = map.places.row(a), q = map.places.row(b);
    const double area = p[0] * q[1] - p[1] * q[0];
    double x = 0, y = 0;
    if (sides == 2 || !(std::abs(area) > 1e-14)) {
      x = to.dot(p) / p.squaredNorm();  // a map of one line: the nearer half
      if (sides > 2 || !(x >= 0)) continue;
    } else {
      x = (to[0] * q[1] - to[1] * q[0]) / area, y = (p[0] * to[1] - p[1] * to[0]) / area;
      if (!(x >= -1e-12 && y >= -1e-12)) continue;
    }
    x = std::max(x, 0.0), y = std::max(y, 0.0);
    const double shrink = std::min(1.0, 1 / (x + y));
    x *= shrink, y *= shrink;
    return placed(set, (1 - x - y) * mean + x * set.corners.row(a).transpose() + y * set.corners.row(b).transpose(),
                  x * p + y * q);
  }
  return placed(set, mean, Eigen::RowVector2d::Zero());
}

}  // namespace hcx
