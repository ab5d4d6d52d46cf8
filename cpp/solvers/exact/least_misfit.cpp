#include "solvers/exact/least_misfit.hpp"

#include <cmath>

#include "solvers/exact/shorten.hpp"

namespace hcx::exact {

Sides sides(const Matrix& X, const Circle& circle, Index k) {
  const Point t = turned(circle.ray(k));
  Sides sum{0, 0};
  for (const Index j : circle.line(k)) {
    const double rho = X.row(j).dot(t);
    (rho > 0 ? sum.plus : sum.minus) += rho * rho;
  }
  const double square = sum.plus + sum.minus;
  return square > 0 ? Sides{sum.plus / square, sum.minus / square} : Sides{1, 0};  // 0: next to a zero row
}

LeastMisfit::LeastMisfit(const Matrix& X, const Circle& circle)
    : X_(X), circle_(circle), lines_(circle.rays() / 2), mass_(Vector::Zero(circle.rays())) {
  Index both = 0, last = 0;
  for (Index k = 0; k < lines_; ++k) {
    sides_.push_back(sides(X_, circle_, k));
    if (sides_.back().both()) ++both, last = k;
  }
  if (both == 0)
    free_ = {Point::UnitX(), Point::UnitY()};
  else if (both == 1)
    free_ = {circle_.ray(last)};
}

/// v from the normal equations of what is left of each line's points when its q has done what it can.
LeastMisfit::Targets LeastMisfit::targets(const Vector& y) const {
  double xx = 0, xy = 0, yy = 0;
  Point right = Point::Zero();
  for (Index k = 0; k < lines_; ++k) {
    const Point t = line(k);
    const auto& [plus, minus] = sides_[static_cast<std::size_t>(k)];
    double square = 0, product = 0;
    for (const Index j : circle_.line(k)) {
      const double rho = X_.row(j).dot(t), own = rho * (rho > 0 ? minus : plus);
      square += own * own, product += own * y[j];
    }
    xx += square * t.x() * t.x(), xy += square * t.x() * t.y(), yy += square * t.y() * t.y();
    right += product * t;
  }
  Point v = Point::Zero();
  if (free_.empty()) {
    const double determinant = xx * yy - xy * xy;
    if (determinant > 0) v = Point(yy * right.x() - xy * right.y(), xx * right.y() - xy * right.x()) / determinant;
  } else if (free_.size() == 1) {
    v = right / (xx + yy);  // along the one line with points on both sides
  }
  return {along_lines(y, v), v};
}

Vector LeastMisfit::along_lines(const Vector& y, const Point& v) const {
  Vector q(lines_);
  for (Index k = 0; k < lines_; ++k) {
    const Point t = line(k);
    double product = 0, square = 0;
    for (const Index j : circle_.line(k)) {
      const double rho = X_.row(j).dot(t);
      product += std::abs(rho) * (y[j] - 0.5 * rho * t.dot(v)), square += rho * rho;
    }
    q[k] = square > 0 ? product / square : 0;
  }
  return q;
}

/// Half the change of the slope of 2 q at each line. Over an angle D from g to h the slope begins with (h - g cos D) / sin D.
Vector LeastMisfit::masses(const Vector& q) const {
  Vector mass(lines_);
  for (Index k = 0; k < lines_; ++k) {
    const Index before = k == 0 ? lines_ - 1 : k - 1, after = k + 1 == lines_ ? 0 : k + 1;
    const auto slope = [&](Index first, Index other) {  // at k, to the far end of sector `first`
      const Point &a = circle_.ray(first), &b = circle_.ray(circle_.next(first));
      const double sine = cross(a, b);
      const double half = a.dot(b) > 0 ? sine / (1 + a.dot(b)) : (1 - a.dot(b)) / sine;  // tan D / 2
      return (q[other] - q[k]) / sine + q[k] * half;
    };
    mass[k] = slope(k, after) + slope(before, before);
  }
  return mass;
}

/// Each line's mass goes to the ray that sees fewer of points ordered along a line; moving m to the opposite ray changes
/// v by -2 m w. Two rays at the widest angle settle what is missing.
Vector LeastMisfit::placed(Vector mass, const Point& v) const {
  Vector placed = Vector::Zero(2 * lines_);
  Point missing = v;
  const auto put = [&](Index ray, double alpha) { placed[ray] += alpha, missing -= alpha * circle_.ray(ray); };
  for (Index k = 0; k < lines_; ++k) put(2 * k < lines_ ? k : k + lines_, mass[k]);
  Index far = 1;
  for (Index k = 2; k < lines_; ++k)
    if (std::abs(cross(circle_.ray(0), circle_.ray(k))) > std::abs(cross(circle_.ray(0), circle_.ray(far)))) far = k;
  const Point a = circle_.ray(0), b = circle_.ray(far), wanted = missing;
  const double both = 2 * cross(a, b), first = cross(wanted, b) / both, second = cross(a, wanted) / both;
  put(0, first), put(lines_, -first);
  put(far, second), put(far + lines_, -second);
  return placed;
}

/// With one line alone all that its points can tell apart is on which side of the origin they are.
Vector LeastMisfit::carried_by(const Targets& targets) const {
  if (lines_ > 1) return placed(masses(targets.q), targets.v);
  const double half = 0.5 * targets.v.dot(line(0)), q = targets.q[0];
  return Eigen::Vector2d(sides_[0].plus > 0 ? q + half : 0, sides_[0].minus > 0 ? q - half : 0);
}

void LeastMisfit::add(const Vector& y) {
  if (lines_ > 0) mass_ += carried_by(targets(y));
}

void LeastMisfit::thin() {
  if (lines_ < 2 || (mass_.array() != 0).count() <= X_.rows()) return;
  const Vector sign = mass_.unaryExpr([](double alpha) { return alpha < 0 ? -1.0 : 1.0; });
  std::vector<Vector> changes;
  for (const Point& v : free_) {
    Vector q(lines_);
    for (Index k = 0; k < lines_; ++k) {
      const auto& [plus, minus] = sides_[static_cast<std::size_t>(k)];
      q[k] = -0.5 * (plus - minus) * line(k).dot(v);
    }
    changes.push_back(placed(masses(q), v).cwiseProduct(sign));
  }
  Vector lengths = mass_.cwiseAbs();
  shorten(lengths, changes);
  mass_ = lengths.cwiseProduct(sign);
}

Point LeastMisfit::direction(Index ray) const { return lines_ > 1 ? circle_.ray(ray) : turned(circle_.ray(ray)); }

std::vector<LeastMisfit::Neuron> LeastMisfit::neurons() const {
  std::vector<Neuron> neurons;
  for (Index k = 0; k < mass_.size(); ++k)
    if (mass_[k] != 0) neurons.push_back({mass_[k] < 0 ? -1 : 1, {k, lines_ > 1}, std::abs(mass_[k]) * direction(k)});
  return neurons;
}

}  // namespace hcx::exact
