#include "solvers/exact/segments.hpp"

#include <algorithm>
#include <cmath>

namespace hcx::exact {
namespace {

using Rows = std::vector<Point>;

/// R of X = Q R over places begin, ..., end - 1, by Gram-Schmidt on its two columns; the rows as they are if there are two.
void append_triangle(const PointOrder& order, Index begin, Index end, Rows& rows) {
  const Index size = end - begin;
  if (size <= 2) {
    for (Index j = begin; j < end; ++j) rows.emplace_back(order.x()[j], order.y()[j]);
    return;
  }
  const auto x = order.x().segment(begin, size), y = order.y().segment(begin, size);
  const double length = x.norm();
  const double along = length > 0 ? x.dot(y) / length : 0;
  rows.emplace_back(length, along);
  rows.emplace_back(0, length > 0 ? (y - (along / length) * x).norm() : y.norm());
}

}  // namespace

Segments::Segments(const PointOrder& order, const std::vector<PointSpan>& spans)
    : order_(order), cuts_{0, order.places()} {
  const Index m = order.places();
  for (const PointSpan& span : spans)
    for (const Index place : {span.begin, span.end}) cuts_.push_back(place < m ? place : place - m);
  std::sort(cuts_.begin(), cuts_.end());
  cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
  const auto segment = [&](Index place) {
    const std::size_t turn = place < m ? 0 : count();
    const auto at = std::lower_bound(cuts_.begin(), cuts_.end(), place < m ? place : place - m);
    return turn + static_cast<std::size_t>(at - cuts_.begin());
  };
  for (const PointSpan& span : spans) ranges_.push_back({segment(span.begin), segment(span.end)});
}

template <class Visit>
void Segments::each(const Range& range, Visit&& visit) const {
  for (std::size_t s = range.first; s < std::min(range.last, count()); ++s) visit(s);
  for (std::size_t s = count(); s < range.last; ++s) visit(s - count());
}

std::vector<Point> Segments::correlations(const Vector& r) const {
  std::vector<Point> sums(count());
  for (std::size_t s = 0; s < count(); ++s) {
    const Index begin = cuts_[s], size = cuts_[s + 1] - begin;
    const auto part = r.segment(begin, size);
    sums[s] = {part.dot(order_.x().segment(begin, size)), part.dot(order_.y().segment(begin, size))};
  }
  std::vector<Point> g(ranges_.size(), Point::Zero());
  for (std::size_t i = 0; i < g.size(); ++i) each(ranges_[i], [&](std::size_t s) { g[i] += sums[s]; });
  return g;
}

Vector Segments::output(const std::vector<Point>& w) const {
  std::vector<Point> sums(count(), Point::Zero());
  for (std::size_t i = 0; i < w.size(); ++i) each(ranges_[i], [&](std::size_t s) { sums[s] += w[i]; });
  Vector f = Vector::Zero(order_.x().size());
  for (std::size_t s = 0; s < count(); ++s) {
    const Index begin = cuts_[s], size = cuts_[s + 1] - begin;
    f.segment(begin, size) =
        sums[s].x() * order_.x().segment(begin, size) + sums[s].y() * order_.y().segment(begin, size);
  }
  return f;
}

Eigen::MatrixXd Segments::columns(const std::vector<Point>& directions, const std::vector<std::size_t>& owner) const {
  Rows rows;
  std::vector<std::size_t> first{0};  // row of each segment
  for (std::size_t s = 0; s < count(); ++s) {
    append_triangle(order_, cuts_[s], cuts_[s + 1], rows);
    first.push_back(rows.size());
  }
  Eigen::MatrixXd B = Eigen::MatrixXd::Zero(static_cast<Index>(rows.size()), static_cast<Index>(directions.size()));
  for (std::size_t c = 0; c < directions.size(); ++c)
    each(ranges_[owner[c]], [&](std::size_t s) {
      for (std::size_t i = first[s]; i < first[s + 1]; ++i)
        B(static_cast<Index>(i), static_cast<Index>(c)) = rows[i].dot(directions[c]);
    });
  return B;
}

}  // namespace hcx::exact
