#include "response/peak_on_circle.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hcx {
namespace {

/// Directions this close to a sector's edge count as inside: the bound may only err upwards.
constexpr double kEdge = 1e-14;

double length(const Point& g) { return std::hypot(g.x(), g.y()); }  // does not underflow

bool points_into(const Point& g, const Point& from, const Point& to) {
  const double slack = kEdge * length(g);
  const bool half_plane = cross(from, to) <= 0;  // a single line: the sector is an open half plane
  return cross(from, g) >= -slack && (half_plane || (cross(g, to) >= -slack && g.dot(from + to) > 0));
}

/// X' D v sector after sector, counterclockwise. What each sum rounds off is summed as well, so that a sector's gradient is
/// off by little more than its products are, however many changes ago it was begun.
class Gradient {
 public:
  Gradient(const Matrix& X, const Circle& circle, const Vector& v) : X_(X), circle_(circle), v_(v) {}

  /// Of sector k, given that the last one asked for was k - 1.
  Point of(Index k) {
    if (k == 0) {
      const Pattern on = circle_.sector_pattern(0);
      for (Index j = 0; j < X_.rows(); ++j)
        if (on[j]) add(v_[j] * X_.row(j).transpose());
    } else {
      const Point inward = turned(circle_.ray(k));
      for (const Index j : circle_.line(k)) {
        const Point x = X_.row(j).transpose();
        add(x.dot(inward) > 0 ? Point(v_[j] * x) : Point(-v_[j] * x));
      }
    }
    return sum_ + lost_;
  }

 private:
  /// Knuth's two-sum in each coordinate.
  void add(const Point& term) {
    const Point sum = sum_ + term, added = sum - sum_;
    lost_ += (sum_ - (sum - added)) + (term - added);
    sum_ = sum;
  }

  const Matrix& X_;
  const Circle& circle_;
  const Vector& v_;
  Point sum_ = Point::Zero(), lost_ = Point::Zero();
};

/// What rounding can have hidden: of X' D v coordinate by coordinate, so that a direction near an axis is not charged for
/// the other column, however large.
struct Rounding {
  Point gradient =
      Point::Zero();  ///< a rounding for each of the products, for their sum, for a ray and for w . gradient
  double slope = 0;   ///< by which v . max(0, X w) can change at most with w

  Rounding(const Matrix& X, const Vector& v) {
    for (Index j = 0; j < X.rows(); ++j) {
      const Point x = X.row(j).transpose().cwiseAbs();
      gradient += std::abs(v[j]) * x;
      slope += std::abs(v[j]) * length(x);
    }
    // What is lost in `lost` is of second order: 3 n additions of at most 3 n eps each.
    constexpr double eps = std::numeric_limits<double>::epsilon();
    const double additions = 3 * static_cast<double>(X.rows()) * eps;
    gradient *= 8 * eps + additions * additions;
  }

  double at(const Point& w) const { return gradient.dot(w.cwiseAbs()); }
};

/// How far the lines that were taken as one lie from their ray: 0 to rounding where they are one.
double spread(const Matrix& X, const Circle& circle, Index k) {
  double most = 0;
  for (const Index j : circle.line(k)) {
    const Point x = X.row(j).transpose();
    most = std::max(most, std::abs(x.dot(circle.ray(k))) / length(x));
  }
  return most;
}

/// max g . w over the unit directions between two rays when each coordinate of g may be off by that of `error`. It is
/// attained on a ray or, for one of the four extremes of g, in between; here in between, or 0.
double largest_between(const Point& g, const Point& error, const Point& from, const Point& to) {
  double largest = 0;
  for (const double sx : {-1.0, 1.0})
    for (const double sy : {-1.0, 1.0}) {
      const Point extreme = g + Point(sx * error.x(), sy * error.y());
      if (points_into(extreme, from, to)) largest = std::max(largest, length(extreme));
    }
  return largest;
}

}  // namespace

CirclePeak peak_on_circle(const Matrix& X, const Circle& circle, const Vector& v) {
  CirclePeak peak{0, 0, Point::Zero()};
  const auto consider = [&](double value, const Point& w) {
    if (value > peak.value) peak.value = value, peak.w = w;
  };
  const Rounding rounding(X, v);
  const double error = length(rounding.gradient);
  Gradient gradient(X, circle, v);
  for (Index k = 0; k < circle.rays(); ++k) {
    const Point g = gradient.of(k);
    const Point &ray = circle.ray(k), &next = circle.ray(circle.next(k));
    consider(g.dot(ray), ray);  // the points of the ray's own line contribute nothing there
    peak.bound = std::max(peak.bound, g.dot(ray) + rounding.at(ray) + 2 * spread(X, circle, k) * rounding.slope);
    if (points_into(g, ray, next)) consider(length(g), g / length(g));
    if (g.norm() + error > peak.bound)
      peak.bound = std::max(peak.bound, largest_between(g, rounding.gradient, ray, next));
  }
  return peak;
}

}  // namespace hcx
