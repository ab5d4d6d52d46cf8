/// The search over nodes, best first.
#include <algorithm>
#include <limits>
#include <utility>

#include "response/branch_and_bound_state.hpp"

namespace hcx {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr int kNodesPerStep = 16;  // after which a caller may look at the clock
constexpr std::size_t kMostMaxima = 64;
constexpr double kWorthwhile = 0.05;     // of the distance to the threshold: a gain that pays for tightening
constexpr double kSameDirection = 1e-9;  // squared distance of unit vectors

}  // namespace

void BranchAndBoundRun::State::found(const ResponseTerms& side, const Vector& w, double value) {
  if (value > peak_.value) peak_.value = value, peak_.w = w, peak_.sign = side.sign;
  if (!(value > limits_.collect_above) || peak_.maxima.size() >= kMostMaxima) return;
  for (const ResponseMaximum& other : peak_.maxima)
    if (other.sign == side.sign && (other.w - w).squaredNorm() < kSameDirection) return;
  peak_.maxima.push_back({side.sign, w, value});
}

void BranchAndBoundRun::State::climb(const ResponseTerms& side, const Vector& w) {
  if (climb_.climb(side, w, margin_)) found(side, climb_.w(), climb_.value());
}

void BranchAndBoundRun::State::visit(Node node) {
  const ResponseTerms& side = sides_[static_cast<std::size_t>(node.side)];
  ++peak_.nodes;
  if (!bound(node, side)) return;
  const double length = node_.w().norm();
  if (length > margin_) {
    const double value = side.response(node_.slopes()) / length;
    if (value > peak_.value || value > limits_.collect_above) climb(side, node_.w() / length);
  }
  if (node.bound <= threshold() || empty(node, side)) return;
  if (worth_tightening(node)) {
    const double before = node.bound;
    const bool open = !tighten(node, side) || bound(node, side);
    ++tightened_;
    if (!open || before - node.bound > kWorthwhile * (before - threshold())) ++gained_;
    if (!open) return;
  }
  open_.push(std::move(node));
}

void BranchAndBoundRun::State::root(int side) {
  const ResponseTerms& s = sides_[static_cast<std::size_t>(side)];
  const std::size_t planes = s.order.size();
  Node node{kInfinite,
            side,
            std::vector<signed char>(planes, 0),
            {},
            std::vector<double>(planes, -1),
            std::vector<double>(planes, 1)};
  // The mean of the terms points where the places should start.
  const Vector w = s_.normals_ * (0.5 * (s.plus - s.minus));
  const Vector slopes = s_.normals_.transpose() * w;
  for (const double slope : slopes)
    node.places.push_back(slope > 0 ? NearestCombination::AtLower : NearestCombination::AtUpper);
  visit(std::move(node));
}

void BranchAndBoundRun::State::branch(const Node& node, std::size_t k) {
  const ResponseTerms& side = sides_[static_cast<std::size_t>(node.side)];
  for (const int choice : {1, -1}) {
    Node child = node;
    child.last = k;
    child.decided[k] = static_cast<signed char>(choice);
    child.places[static_cast<std::size_t>(side.order[k])] =
        choice > 0 ? NearestCombination::AtLower : NearestCombination::AtUpper;
    visit(std::move(child));
  }
}

void BranchAndBoundRun::State::step() {
  for (int k = 0; k < kNodesPerStep && !finished(); ++k) {
    const Node node = open_.top();
    open_.pop();
    const auto undecided = std::find(node.decided.begin(), node.decided.end(), 0);
    if (undecided == node.decided.end())
      closed_ = std::max(closed_, node.bound);
    else
      branch(node, static_cast<std::size_t>(undecided - node.decided.begin()));
  }
}

ResponsePeak BranchAndBoundRun::State::peak() const {
  ResponsePeak peak = peak_;
  peak.bound = std::max(threshold(), closed_);
  if (!open_.empty() && open_.top().bound > threshold()) {
    peak.complete = false;
    peak.bound = std::max(peak.bound, open_.top().bound);
  }
  if (peak.value <= margin_) peak.value = 0, peak.w.setZero();
  std::stable_sort(peak.maxima.begin(), peak.maxima.end(),
                   [](const auto& a, const auto& b) { return a.value > b.value; });
  return peak;
}

}  // namespace hcx
