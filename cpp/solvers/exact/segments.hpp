/// The circle cut where the atoms' spans begin and end: sums over points, shared by all the atoms that are on together.
#pragma once

#include <vector>

#include "solvers/exact/point_order.hpp"

namespace hcx::exact {

/// Between two neighbouring ends of N spans every point sees the same atoms. So sums over points are taken once a segment,
/// O(n) in all, and those over segments and spans are O(N^2). Nothing is a difference of long sums: as accurate as
/// column by column. Vectors over the points are in the order of `order.placed`.
class Segments {
 public:
  /// O(N log N).
  Segments(const PointOrder& order, const std::vector<PointSpan>& spans);

  /// X' D r, one a span. O(n + N^2).
  std::vector<Point> correlations(const Vector& r) const;
  /// sum D X w over the spans, w one a span: n values. O(n + N^2).
  Vector output(const std::vector<Point>& w) const;
  /// Columns with the products of D X w among each other, c -> w = directions[c] on the span owner[c], in few rows: on a
  /// segment, X = Q R with Q'Q = I and at most two rows in R. Has the QR triangle of the n-row columns, to the same
  /// precision. O(n + N^2).
  Eigen::MatrixXd columns(const std::vector<Point>& directions, const std::vector<std::size_t>& owner) const;

 private:
  /// Segments first, ..., last - 1; those from the number of segments on stand for themselves less it.
  struct Range {
    std::size_t first, last;
  };
  std::size_t count() const { return cuts_.size() - 1; }
  template <class Visit>
  void each(const Range& range, Visit&& visit) const;

  const PointOrder& order_;
  std::vector<Index> cuts_;  ///< 0 = first, ..., m = last place
  std::vector<Range> ranges_;
};

}  // namespace hcx::exact
