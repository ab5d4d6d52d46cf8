/// The corners of the polytope of optimal networks, and which of them an edge joins.
#pragma once

#include <utility>
#include <vector>

#include "landscape/optima/tableau.hpp"
#include "run/slice.hpp"

namespace hcx {

struct Corners {
  std::vector<Vector> weights;  ///< each k values >= 0 whose columns in use are independent; the first is the start's
  std::vector<std::pair<Index, Index>> edges;  ///< numbers of corners, the smaller one first
  bool complete;                               ///< whether neither `most` nor the time stopped the search
};

/// All corners of {c >= 0 : features c = f}, a bounded set, breadth first over the pivots of its bases; a corner is told by the columns in use.
/// One where fewer are in use than the rank has several bases, and all of them are gone through. O(r^2 k + r k (k - r)) a basis.
Corners corners_of(const Eigen::MatrixXd& features, const Vector& f, const Equations& equations, int most,
                   const Slice& time);

}  // namespace hcx
