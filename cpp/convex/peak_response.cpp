#include "convex/peak_response.hpp"

#include <limits>

#include "patterns/circle.hpp"
#include "patterns/enumerate.hpp"

namespace hcx {
namespace {

/// Directions this close to a sector's edge count as inside: the bound may only err upwards.
constexpr double kEdge = 1e-14;

bool points_into(const Point& g, const Point& from, const Point& to) {
  const double slack = kEdge * g.norm();
  const bool half_plane = cross(from, to) <= 0;  // a single line: the sector is an open half plane
  return cross(from, g) >= -slack && (half_plane || (cross(g, to) >= -slack && g.dot(from + to) > 0));
}

}  // namespace

PeakResponse peak_response(const Matrix& X, const Vector& v) {
  const Matrix plane = in_the_plane(X, "the bound over every pattern");
  const Circle circle(plane);
  Point best = Point::Zero();
  double value = 0;
  const auto consider = [&](double candidate, const Point& w) {
    if (candidate > value) value = candidate, best = w;
  };
  for (Index k = 0; k < circle.rays(); ++k) {
    const Point& ray = circle.ray(k);
    const Pattern on = circle.sector_pattern(k);
    Point g = Point::Zero();
    double on_ray = 0;
    for (Index j = 0; j < plane.rows(); ++j) {
      const Point x = plane.row(j).transpose();
      if (on[j]) g += v[j] * x;
      if (const double z = x.dot(ray); z > 0) on_ray += v[j] * z;
    }
    consider(on_ray, ray);
    if (points_into(g, ray, circle.ray(circle.next(k)))) consider(g.norm(), g.normalized());
  }
  // Sums of n products round by at most n eps of their absolute sum; lines closer than kEdge were taken as one.
  const double absolute_sum = v.cwiseAbs().dot(plane.rowwise().norm());
  const double eps = std::numeric_limits<double>::epsilon();
  const double hidden = (static_cast<double>(X.rows() + 8) * eps + 2 * kEdge) * absolute_sum;
  return {value, value + hidden, best.head(X.cols())};
}

}  // namespace hcx
