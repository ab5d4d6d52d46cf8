/// Ways to move among the optimal networks: a map of the corners, and a walk that visits them.
#pragma once

#include <utility>
#include <vector>

#include "landscape/optima/optimal_set.hpp"

namespace hcx {

/// Places by the two principal directions of the corners; outline, edges and a walk along them. O(c k) for c corners and O(edges) for the walk, the
/// principal directions by power iteration.
CornerMap corner_map(const Matrix& corners, const std::vector<std::pair<Index, Index>>& edges);

/// An optimal network and where it is on the map.
struct OptimalPlace {
  Vector weights;   ///< k
  Network network;  ///< without the directions of weight 0
  double u, v;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit(s.network);
    visit("weights", s.weights);
    visit("u", s.u);
    visit("v", s.v);
  }
};

/// At t in 0 .. length of the walk - 1: corner walk[t] at a whole number, a mixture of two neighbours in between. A mixture of optimal networks is optimal,
/// the set being convex. Beyond the ends: the end.
OptimalPlace on_the_walk(const OptimalPolytope& set, const CornerMap& map, double t);

/// At (u, v), or at the outline where a ray from the middle to it leaves the map. Many networks lie behind one place; this one is, on the ray from the mean of all
/// corners, a mixture of that mean and of the two corners of the outline between which the ray leaves. Continuous in (u, v).
OptimalPlace at_the_place(const OptimalPolytope& set, const CornerMap& map, double u, double v);

}  // namespace hcx
