/// The simplex method's tableau of a polytope {x >= 0 : A x = f}.
#pragma once

#include <vector>

#include "core/types.hpp"

namespace hcx {

/// A x = f as few equations as its rank, its columns of unit length.
struct Equations {
  Eigen::MatrixXd A;         ///< r x k
  Vector f;                  ///< r
  Vector lengths;            ///< k: x_k is the caller's k-th value times lengths_k
  std::vector<Index> basis;  ///< r independent columns, those with a start > 0 among them

  Index rank() const { return A.rows(); }
};

/// features: n x k, no column 0; start: k values >= 0 with features start = f whose columns in use are independent.
/// A column whose part outside the span of those before it is shorter than 1e-9 of it counts as dependent. O(n k r).
Equations equations(const Eigen::MatrixXd& features, const Vector& f, const Vector& start);

/// B^-1 [A | f] for a basis B: pivot by pivot from one corner to its neighbours.
class Tableau {
 public:
  explicit Tableau(const Equations& equations);

  /// Computed afresh, O(r^2 k).
  void begin(const std::vector<Index>& basis);
  /// The column takes the row's place in the basis. O(r k).
  void pivot(Index row, Index column);

  const std::vector<Index>& basis() const { return basis_; }  ///< r, by row
  bool is_basic(Index column) const { return basic_[static_cast<std::size_t>(column)]; }
  auto column(Index j) const { return table_.col(j); }
  auto values() const { return table_.col(columns()); }  ///< of the basic columns
  Index columns() const { return equations_.A.cols(); }
  double zero() const;  ///< what counts as nothing against the values

  /// The rows that a column may replace: where the values run out first as it grows, all of them where several do.
  /// Empty when none do.
  std::vector<Index> leaving(Index column) const;
  /// How far the column can grow.
  double step(Index column, Index row) const;

 private:
  const Equations& equations_;
  Eigen::MatrixXd table_;  ///< r x (k + 1)
  std::vector<Index> basis_;
  std::vector<bool> basic_;
};

}  // namespace hcx
