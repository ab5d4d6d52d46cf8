#include "convex/peak_response.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hcx {
namespace {

constexpr int kFreshAfter = 64;  // changes to a running sum

/// Directions this close to a sector's edge count as inside: the bound may only err upwards.
constexpr double kEdge = 1e-14;

double length(const Point& g) { return std::hypot(g.x(), g.y()); }  // does not underflow

bool points_into(const Point& g, const Point& from, const Point& to) {
  const double slack = kEdge * length(g);
  const bool half_plane = cross(from, to) <= 0;  // a single line: the sector is an open half plane
  return cross(from, g) >= -slack && (half_plane || (cross(g, to) >= -slack && g.dot(from + to) > 0));
}

/// X' D v sector after sector, counterclockwise.
class Gradient {
 public:
  Gradient(const Matrix& X, const Circle& circle, const Vector& v) : X_(X), circle_(circle), v_(v) {}

  /// Of sector k, given that the last one asked for was k - 1.
  const Point& of(Index k) {
    changes_ += static_cast<int>(circle_.line(k).size());
    if (k == 0 || changes_ > kFreshAfter) {
      sum(circle_.sector_pattern(k));
    } else {
      const Point inward = turned(circle_.ray(k));
      for (const Index j : circle_.line(k)) {
        const Point x = X_.row(j).transpose();
        g_ += (x.dot(inward) > 0 ? v_[j] : -v_[j]) * x;
      }
    }
    return g_;
  }

 private:
  void sum(const Pattern& on) {
    changes_ = 0;
    g_.setZero();
    for (Index j = 0; j < X_.rows(); ++j)
      if (on[j]) g_ += v_[j] * X_.row(j).transpose();
  }

  const Matrix& X_;
  const Circle& circle_;
  const Vector& v_;
  Point g_ = Point::Zero();
  int changes_ = 0;
};

/// What rounding can have hidden: of X' D v coordinate by coordinate, so that a direction near an axis is not charged for
/// the other column, however large.
struct Rounding {
  Point gradient = Point::Zero();  ///< sums of n products, and the changes since, each to eps of its absolute sum
  double slope = 0;                ///< by which v . max(0, X w) can change at most with w

  Rounding(const Matrix& X, const Vector& v) {
    for (Index j = 0; j < X.rows(); ++j) {
      const Point x = X.row(j).transpose().cwiseAbs();
      gradient += std::abs(v[j]) * x;
      slope += std::abs(v[j]) * length(x);
    }
    gradient *= static_cast<double>(X.rows() + kFreshAfter + 8) * std::numeric_limits<double>::epsilon();
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

PeakResponse peak_response(const Matrix& X, const Circle& circle, const Vector& v) {
  PeakResponse peak{0, 0, Point::Zero()};
  const auto consider = [&](double value, const Point& w) {
    if (value > peak.value) peak.value = value, peak.w = w;
  };
  const Rounding rounding(X, v);
  const double error = length(rounding.gradient);
  Gradient gradient(X, circle, v);
  for (Index k = 0; k < circle.rays(); ++k) {
    const Point& g = gradient.of(k);
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
