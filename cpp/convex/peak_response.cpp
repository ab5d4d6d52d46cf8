#include "convex/peak_response.hpp"

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

}  // namespace

PeakResponse peak_response(const Matrix& X, const Circle& circle, const Vector& v) {
  PeakResponse peak{0, 0, Point::Zero()};
  const auto consider = [&](double value, const Point& w) {
    if (value > peak.value) peak.value = value, peak.w = w;
  };
  Gradient gradient(X, circle, v);
  for (Index k = 0; k < circle.rays(); ++k) {
    const Point& g = gradient.of(k);
    const Point& ray = circle.ray(k);
    consider(g.dot(ray), ray);  // the points of the ray's own line contribute nothing there
    if (points_into(g, ray, circle.ray(circle.next(k)))) consider(length(g), g / length(g));
  }
  // Sums of n products, and the changes since, round by at most eps of their absolute sum each; lines and edges closer than
  // kEdge were taken as one.
  double absolute_sum = 0;
  for (Index j = 0; j < X.rows(); ++j) absolute_sum += std::abs(v[j]) * std::hypot(X(j, 0), X(j, 1));
  const double eps = std::numeric_limits<double>::epsilon();
  peak.bound = peak.value + (static_cast<double>(X.rows() + kFreshAfter + 8) * eps + 2 * kEdge) * absolute_sum;
  return peak;
}

}  // namespace hcx
