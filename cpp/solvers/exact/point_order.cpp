#include "solvers/exact/point_order.hpp"

#include <algorithm>

namespace hcx::exact {

PointOrder::PointOrder(const Matrix& X, const Circle& circle) : start_{0}, x_(X.rows()), y_(X.rows()) {
  for (Index k = 0; k < circle.rays(); ++k) {
    const Point inward = turned(circle.ray(k));
    for (const Index j : circle.line(k))
      if (X.row(j).dot(inward) > 0) point_.push_back(j);
    start_.push_back(static_cast<Index>(point_.size()));
  }
  places_ = start_.back();
  std::vector<bool> found(static_cast<std::size_t>(X.rows()));
  for (const Index j : point_) found[static_cast<std::size_t>(j)] = true;
  for (Index j = 0; j < X.rows(); ++j)
    if (!found[static_cast<std::size_t>(j)]) point_.push_back(j);
  x_ = placed(X.col(0));
  y_ = placed(X.col(1));
  sum_up();
}

void PointOrder::sum_up() {
  Prefix sum;
  prefix_.reserve(static_cast<std::size_t>(2 * places_ + 1));
  prefix_.push_back(sum);
  for (Index place = 0; place < 2 * places_; ++place) {
    const double x = x_[place % places_], y = y_[place % places_];
    const std::array<double, 3> terms{x * x, x * y, y * y};
    for (std::size_t i = 0; i < 3; ++i) {
      // Knuth's sum with its exact error.
      const double a = sum.high[i], s = a + terms[i], b = s - a;
      sum.low[i] += (a - (s - b)) + (terms[i] - b);
      sum.high[i] = s;
    }
    prefix_.push_back(sum);
  }
}

Vector PointOrder::placed(const Vector& v) const {
  Vector out(v.size());
  for (Index place = 0; place < v.size(); ++place) out[place] = v[point_[static_cast<std::size_t>(place)]];
  return out;
}

Vector PointOrder::unplaced(const Vector& v) const {
  Vector out(v.size());
  for (Index place = 0; place < v.size(); ++place) out[point_[static_cast<std::size_t>(place)]] = v[place];
  return out;
}

PointSpan PointOrder::of(const CircleFace& face) const {
  const auto rays = static_cast<Index>(start_.size()) - 1;
  const auto start = [&](Index ray) { return start_[static_cast<std::size_t>(ray)]; };
  const Index oldest = face.k + 1 - rays / 2;  // the ray that switched on what is on longest
  PointSpan span{start(oldest < 0 ? oldest + rays : oldest), start(face.on_ray ? face.k : face.k + 1)};
  if (oldest < 0) span.end += places_;
  return span.begin < places_ ? span : PointSpan{span.begin - places_, span.end - places_};
}

Moments PointOrder::common(const PointSpan& a, const PointSpan& b) const {
  Moments sum;
  for (const Index turn : {-places_, Index{0}, places_}) {
    const Index begin = std::max(a.begin, b.begin + turn), end = std::min(a.end, b.end + turn);
    if (begin >= end) continue;
    const Prefix &from = prefix_[static_cast<std::size_t>(begin)], &to = prefix_[static_cast<std::size_t>(end)];
    const auto between = [&](std::size_t i) { return (to.high[i] - from.high[i]) + (to.low[i] - from.low[i]); };
    sum.xx += between(0), sum.xy += between(1), sum.yy += between(2);
  }
  return sum;
}

}  // namespace hcx::exact
