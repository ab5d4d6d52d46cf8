#include "patterns/circle.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/ordered.hpp"

namespace hcx {
namespace {

/// Two lines whose directions differ by less are one: a few roundings of the input, far below any real spacing.
constexpr double kSameLine = 1e-14;

/// Direction of the line {w : x . w = 0}, in the half-open upper half plane.
Point line_direction(const Point& x) {
  const Point w = turned(x).normalized();
  return w.y() > 0 || (w.y() == 0 && w.x() > 0) ? w : Point(-w);
}

}  // namespace

Circle::Circle(const Matrix& X) : X_(X) {
  std::vector<Point> direction(static_cast<std::size_t>(X.rows()));
  std::vector<Index> order;
  for (Index j = 0; j < X.rows(); ++j) {
    const Point x = X.row(j).transpose();
    if (x.isZero(0)) continue;
    direction[at(j)] = line_direction(x / x.cwiseAbs().maxCoeff());
    order.push_back(j);
  }
  sort_stably(order, [&](Index i, Index j) { return cross(direction[at(i)], direction[at(j)]) > 0; });

  std::vector<Point> upper;
  for (const Index j : order) {
    if (upper.empty() || std::abs(cross(upper.back(), direction[at(j)])) > kSameLine) {
      upper.push_back(direction[at(j)]);
      lines_.emplace_back();
    }
    lines_.back().push_back(j);
  }
  // The last line may be the first one again, just below the angle pi.
  if (upper.size() > 1 && std::abs(cross(upper.back(), upper.front())) <= kSameLine) {
    lines_.front().insert(lines_.front().end(), lines_.back().begin(), lines_.back().end());
    lines_.pop_back();
    upper.pop_back();
  }
  rays_ = upper;
  for (const Point& w : upper) rays_.push_back(-w);
}

Pattern Circle::ray_pattern(Index k) const {
  Pattern pattern(X_.rows());
  for (Index j = 0; j < X_.rows(); ++j) pattern.set(j, X_.row(j).dot(ray(k)) > 0);
  for (const Index j : line(k)) pattern.set(j, false);
  return pattern;
}

Pattern Circle::sector_pattern(Index k) const {
  // Off the line, the pattern of the ray is that of the sector; on it, the side decides.
  Pattern pattern = ray_pattern(k);
  const Point inward = turned(ray(k));
  for (const Index j : line(k)) pattern.set(j, X_.row(j).dot(inward) > 0);
  return pattern;
}

Index Circle::sector_of(const Point& w) const {
  // Rays of the upper half come first, so comparing (half, cross) orders all rays by angle from the first one.
  const Index half = rays() / 2;
  const bool opposite = cross(ray(0), w) < 0 || (cross(ray(0), w) == 0 && ray(0).dot(w) < 0);
  const Index first = opposite ? half : 0;
  Index low = first, high = first + half;  // the answer is in [low, high)
  while (high - low > 1) {
    const Index middle = (low + high) / 2;
    (cross(ray(middle), w) >= 0 ? low : high) = middle;
  }
  return low;
}

}  // namespace hcx
