#include "patterns/enumerate.hpp"

#include <cmath>
#include <string>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "patterns/circle.hpp"
#include "patterns/count.hpp"
#include "patterns/hyperplanes.hpp"
#include "patterns/interior_direction.hpp"

namespace hcx {
namespace {

constexpr double kMostCells = 2e6;
constexpr double kClearlyOff = 1e-9;  // distance of a direction from a hyperplane at which its side is beyond doubt

/// A cell in the making: on which side of each hyperplane so far it lies.
struct Region {
  std::vector<signed char> sides;
  Vector w;  ///< the deepest direction when the region was made
};

/// The cone of the region on one side of the next hyperplane, rows pointing inwards.
Matrix inward_rows(const std::vector<Hyperplane>& planes, const Region& region, int side) {
  const std::size_t known = region.sides.size();
  Matrix rows(static_cast<Index>(known + 1), planes[0].normal.size());
  for (std::size_t k = 0; k < known; ++k)
    rows.row(static_cast<Index>(k)) = region.sides[k] * planes[k].normal.transpose();
  rows.row(static_cast<Index>(known)) = side * planes[known].normal.transpose();
  return rows;
}

std::vector<Region> split(const std::vector<Hyperplane>& planes, const std::vector<Region>& regions) {
  std::vector<Region> next;
  for (const Region& region : regions) {
    const Hyperplane& plane = planes[region.sides.size()];
    for (const int side : {1, -1}) {
      Region part = region;
      part.sides.push_back(static_cast<signed char>(side));
      if (side * plane.normal.dot(region.w) <= kClearlyOff) {
        const InteriorDirection inside = interior_direction(inward_rows(planes, region, side));
        if (inside.margin == 0) continue;
        part.w = inside.w;
      }
      next.push_back(std::move(part));
    }
  }
  return next;
}

Pattern pattern_on(const std::vector<Hyperplane>& planes, const Region& region, Index n) {
  Pattern pattern(n);
  for (std::size_t k = 0; k < planes.size(); ++k)
    for (const auto& [j, side] : planes[k].points) pattern.set(j, side * region.sides[k] > 0);
  return pattern;
}

void refuse_too_many(const Matrix& X, Index planes) {
  const Natural most = planes == 0 ? Natural(1) : cover_count(planes, std::max<Index>(1, rank(X)));
  if (most.approximate() <= kMostCells) return;
  throw InvalidArgument("X is " + std::to_string(X.rows()) + " x " + std::to_string(X.cols()) + " and may have " +
                        most.decimal() + " patterns, expected at most " + to_text(kMostCells) + " to enumerate");
}

std::vector<Cell> cells_by_splitting(const Matrix& X) {
  const std::vector<Hyperplane> planes = hyperplanes(X);
  refuse_too_many(X, static_cast<Index>(planes.size()));
  std::vector<Region> regions{{{}, Vector::Zero(X.cols())}};
  for (std::size_t k = 0; k < planes.size(); ++k) regions = split(planes, regions);
  if (planes.empty()) regions[0].w = Vector::Unit(X.cols(), 0);
  std::vector<Cell> cells;
  for (const Region& region : regions) cells.push_back({pattern_on(planes, region, X.rows()), region.w});
  return cells;
}

std::vector<Cell> cells_on_the_circle(const Matrix& X) {
  const Circle circle(in_the_plane(X, "the circle"));
  std::vector<Cell> cells;
  for (Index k = 0; k < circle.rays(); ++k) {
    const Point middle = circle.rays() == 2 ? turned(circle.ray(k)) : circle.ray(k) + circle.ray(circle.next(k));
    cells.push_back({circle.sector_pattern(k), middle.normalized().head(X.cols())});
  }
  if (cells.empty()) cells.push_back({Pattern(X.rows()), Vector::Unit(X.cols(), 0)});  // X = 0
  return cells;
}

}  // namespace

std::vector<Cell> enumerate_cells(const Matrix& X) {
  require_nonempty(X, "X");
  require_finite(X, "X");
  return X.cols() <= 2 ? cells_on_the_circle(X) : cells_by_splitting(X);
}

std::vector<Arc> arcs(const Matrix& X) {
  if (X.cols() != 2)
    throw InvalidArgument("X has " + counted(X.cols(), "column") +
                          " (bias included), expected 2: arcs are of a circle");
  const Circle circle(X);
  const auto angle = [&](Index k) { return std::atan2(circle.ray(k).y(), circle.ray(k).x()); };
  std::vector<Arc> arcs;
  for (Index k = 0; k < circle.rays(); ++k) arcs.push_back({angle(k), angle(circle.next(k))});
  return arcs;
}

std::vector<Pattern> enumerate_patterns(const Matrix& X) {
  std::vector<Pattern> patterns;
  for (Cell& cell : enumerate_cells(X)) patterns.push_back(std::move(cell.pattern));
  return patterns;
}

bool realisable(const Matrix& X, const Pattern& pattern) {
  require_nonempty(X, "X");
  require_finite(X, "X");
  require_length(pattern.size(), X.rows(), "pattern", "rows of X");
  Matrix inward = X;
  for (Index j = 0; j < X.rows(); ++j) {
    if (X.row(j).isZero(0) && pattern[j]) return false;  // a zero row is off everywhere
    if (!pattern[j]) inward.row(j) *= -1;
  }
  return interior_direction(inward).margin > 0;
}

Matrix in_the_plane(const Matrix& X, std::string_view asked) {
  if (X.cols() > 2)
    throw InvalidArgument("X has " + counted(X.cols(), "column") + " (bias included), expected at most 2 for " +
                          std::string(asked));
  if (X.cols() == 2) return X;
  Matrix plane = Matrix::Zero(X.rows(), 2);
  plane.col(0) = X.col(0);
  return plane;
}

}  // namespace hcx
