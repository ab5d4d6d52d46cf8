/// Linear programmes over a network's neurons, solved edge by edge: the edges are what the descent path walks on.
#pragma once

#include <vector>

#include "core/types.hpp"

namespace hcx {

/// minimise cost . x  subject to  A x = f, x >= 0, for f in the cone of A's columns; cost > 0.
/// A basis is a largest set of independent columns; systems in it are solved by QR, so that A may have any rank.
class Simplex {
 public:
  /// columns: A, n x N, unit vectors; `start`: independent columns of which f is a nonnegative combination.
  /// O(n^2 N rank) to make it a basis.
  Simplex(Eigen::MatrixXd columns, Vector cost, const std::vector<Index>& start);

  Index rank() const { return static_cast<Index>(basis_.size()); }

  /// Primal simplex at a fixed f, from the basic solution of the start to a cheapest one: x after every pivot, also one that does not move.
  /// Two successive x have at most rank + 1 columns in use between them. O(n rank (rank + N)) a pivot.
  std::vector<Vector> descend(const Vector& f);

  struct Point {
    double t;
    Vector x;
  };
  /// Parametric simplex: cheapest solutions for f = (1 - t) from + t to, from the basis that descend(from) ended in. The
  /// cheapest x is piecewise linear in t: the x at each of its corners (degenerate ones included) and at t = 1. Two successive x have at most rank
  /// columns in use between them. Ends before t = 1 only if rounding leaves no pivot.
  std::vector<Point> follow(const Vector& from, const Vector& to);

 private:
  Vector solution(const Vector& f, Index without) const;
  Index entering(const Vector& dual, bool first) const;
  Index dual_entering(const Vector& dual, const Vector& row) const;
  bool is_basic(Index j) const;

  Eigen::MatrixXd A_;
  Vector cost_;
  std::vector<Index> basis_;
};

}  // namespace hcx
