/// Activation patterns when d = 2: the circle of directions, cut by one line per data point.
#pragma once

#include <vector>

#include "core/types.hpp"
#include "patterns/pattern.hpp"

namespace hcx {

/// The arrangement of the lines {w : x_j . w = 0}. L distinct lines give 2L rays, in counterclockwise order, and 2L open
/// sectors between them: sector k lies between ray k and ray k + 1, one activation pattern each. Ray k + L is opposite
/// to ray k. Points whose lines agree to rounding share a line; zero rows have none and are always off.
/// With no line at all (X = 0) there are no rays and no sectors.
class Circle {
 public:
  /// X: n x 2. O(n log n).
  explicit Circle(const Matrix& X);

  Index rays() const { return static_cast<Index>(rays_.size()); }
  Index next(Index k) const { return k + 1 == rays() ? 0 : k + 1; }
  Index previous(Index k) const { return k == 0 ? rays() - 1 : k - 1; }
  const Point& ray(Index k) const { return rays_[at(k)]; }  ///< unit vector

  /// The points on ray k's line: those whose bit changes between sector k - 1 and sector k.
  const std::vector<Index>& line(Index k) const { return lines_[at(k % (rays() / 2))]; }

  /// Pattern of the open sector k. O(n).
  Pattern sector_pattern(Index k) const;
  /// Pattern of ray k: the points of its own line are off. O(n).
  Pattern ray_pattern(Index k) const;

  /// The sector whose closure holds w, w != 0. O(log n).
  Index sector_of(const Point& w) const;

 private:
  static std::size_t at(Index k) { return static_cast<std::size_t>(k); }
  Matrix X_;
  std::vector<Point> rays_;
  std::vector<std::vector<Index>> lines_;  ///< L groups of points
};

/// w turned by a quarter, counterclockwise.
inline Point turned(const Point& w) { return {-w.y(), w.x()}; }
/// z-component of a x b: > 0 when b lies counterclockwise of a.
inline double cross(const Point& a, const Point& b) { return a.x() * b.y() - a.y() * b.x(); }

}  // namespace hcx
