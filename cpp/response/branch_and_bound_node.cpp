/// The bound of one node, and what tightens it.
#include <algorithm>
#include <cmath>
#include <limits>

#include "response/branch_and_bound_state.hpp"

namespace hcx {
namespace {

constexpr double kFree = std::numeric_limits<double>::infinity();
constexpr double kClearly = 1e-9;  // distance from a plane at which the side is beyond doubt

}  // namespace

/// extent_ of the planes decided on, but for one.
void BranchAndBoundRun::State::set_cone(const Node& node, const ResponseTerms& side, std::size_t without) {
  extent_.clear();
  for (std::size_t k = 0; k < side.order.size(); ++k)
    if (std::abs(node.decided[k]) == 1 && k != without) extent_.add_wall(side.order[k], node.decided[k]);
}

/// Whether the other planes leave nothing on the chosen side of the last: nothing of their cone reaches there. The sibling's
/// bound then holds for all of that cone, but for the rounding it allows for.
bool BranchAndBoundRun::State::empty(const Node& node, const ResponseTerms& side) {
  if (node.decided.empty() || node.decided[node.last] == 0) return false;
  const Index h = side.order[node.last];
  if (std::abs(node_.slopes()[h]) > kClearly * node_.w().norm()) return false;
  set_cone(node, side, node.last);
  return extent_.misses(h, node.decided[node.last], node_.places().data());
}

/// Bounds h . w on the cone, by a box around the direction that the node points in. Returns whether it did.
bool BranchAndBoundRun::State::tighten(Node& node, const ResponseTerms& side) {
  Vector u = node_.w();
  if (!(u.norm() > margin_)) {
    u.setZero();
    for (std::size_t k = 0; k < side.order.size(); ++k)
      if (std::abs(node.decided[k]) == 1) u += node.decided[k] * s_.normals_.col(side.order[k]);
    if (!(u.norm() > kClearly)) return false;
  }
  set_cone(node, side, side.order.size());
  if (!extent_.enclose(u.normalized(), node_.places().data())) return false;
  for (std::size_t k = 0; k < side.order.size(); ++k) {
    if (node.decided[k] != 0) continue;
    const auto [low, high] = extent_.range(side.order[k]);
    node.low[k] = std::max(node.low[k], low);
    node.high[k] = std::min(node.high[k], high);
    if (node.low[k] >= 0)
      node.decided[k] = 2;
    else if (node.high[k] <= 0)
      node.decided[k] = -2;
  }
  return true;
}

/// Puts the bound of a node into node_ and solves it. Returns false when it is below the threshold.
bool BranchAndBoundRun::State::bound(Node& node, const ResponseTerms& side) {
  node_.lower = side.plus;
  node_.upper = -side.minus;
  const std::size_t planes = side.order.size();
  const std::size_t open =
      static_cast<std::size_t>(std::find(node.decided.begin(), node.decided.end(), 0) - node.decided.begin());
  double chords = 0;
  for (std::size_t k = open; k < planes; ++k)
    if (node.decided[k] == 0) chords += side.chord_height(side.order[k], node.low[k], node.high[k]);
  const double radius = std::min(chords, side.radius[open]);
  for (std::size_t k = 0; k < planes; ++k) {
    const Index h = side.order[k];
    switch (node.decided[k]) {
      case 1: node_.upper[h] = kFree; break;
      case -1: node_.lower[h] = -kFree; break;
      case 2: node_.upper[h] = node_.lower[h]; break;
      case -2: node_.lower[h] = node_.upper[h]; break;
      default:
        node_.lower[h] = node_.upper[h] =
            chords < side.radius[open] ? side.chord_slope(h, node.low[k], node.high[k]) : side.chord_slope(h, -1, 1);
    }
  }
  node_.start(node.places.data());
  node_.solve(threshold() - radius - margin_);
  node.bound = std::min(node.bound, node_.w().norm() + radius + rounding_ * (node_.coefficient_sum() + radius));
  node.places = node_.places();
  return node.bound > threshold();
}

/// Only a cone with as many walls as dimensions can be thin, and where it hardly ever helps it is tried now and then only.
bool BranchAndBoundRun::State::worth_tightening(const Node& node) const {
  if (std::find(node.decided.begin(), node.decided.end(), 0) == node.decided.end()) return false;
  const auto walls = std::count_if(node.decided.begin(), node.decided.end(), [](int d) { return std::abs(d) == 1; });
  if (walls < s_.normals_.rows()) return false;
  return tightened_ < 64 || 4 * gained_ > tightened_ || peak_.nodes % 32 == 0;
}

}  // namespace hcx
