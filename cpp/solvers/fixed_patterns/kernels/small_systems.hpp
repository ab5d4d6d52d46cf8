/// Many small positive definite systems, four side by side in the processor's wide registers.
#pragma once

#include <vector>

#include "core/types.hpp"

namespace hcx::fixed_patterns {

/// `count` symmetric d x d matrices, lower triangles column after column. The same entry of four matrices lies together, so
/// that one instruction works on all four; what fills up the last four are identities.
class SmallSystems {
 public:
  static constexpr Index kLanes = 4;

  SmallSystems(Index d, Index count);

  /// Entry e of matrix k's lower triangle, d(d+1)/2 of them, is entries(k)[kLanes * e].
  double* entries(Index k) { return values_.data() + k / kLanes * kLanes * size_ + k % kLanes; }
  const double* entries(Index k) const { return values_.data() + k / kLanes * kLanes * size_ + k % kLanes; }
  Index size() const { return size_; }  ///< d(d+1)/2
  void set_zero();

  /// L L' + lift * mean of the diagonal, in place, with the reciprocals of L's diagonal; false when a pivot is not positive.
  bool factor(double lift);
  /// The inverses, from the factors.
  void inverses(SmallSystems& out);
  /// Column k of u, d x count <- the solution of system k, from the factors.
  void solve(Eigen::MatrixXd& u);

 private:
  Index groups() const { return (count_ + kLanes - 1) / kLanes; }

  Index d_, count_, size_;
  std::vector<double> values_, room_;
};

}  // namespace hcx::fixed_patterns
