#include "response/peak_by_branch_and_bound.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <queue>

#include "core/random.hpp"
#include "response/cone_extent.hpp"
#include "response/response_climb.hpp"

namespace hcx {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr double kEps = std::numeric_limits<double>::epsilon();
constexpr int kNodesPerLook = 16;  // at the clock
constexpr std::size_t kMostMaxima = 64;
constexpr double kClearly = 1e-9;        // distance from a plane at which the side is beyond doubt
constexpr double kWorthwhile = 0.05;     // of the distance to the threshold: a gain that pays for tightening
constexpr double kSameDirection = 1e-9;  // squared distance of unit vectors

}  // namespace

class BranchAndBoundRun::State {
 public:
  State(const BranchAndBound& search, const Vector& v, const BranchAndBound::Limits& limits)
      : s_(search),
        limits_(limits),
        node_(search.normals_),
        climb_(search.normals_),
        extent_(search.normals_),
        weights_(v.cwiseProduct(search.lengths_)) {
    rounding_ = kEps * static_cast<double>(v.size() + 2 * search.normals_.rows() + 16);
    margin_ = 4 * rounding_ * weights_.lpNorm<1>();
    peak_.w.setZero(search.normals_.rows());
    for (const int sign : {1, -1}) sides_.emplace_back(search.planes_, search.normals_, weights_, sign);
  }

  void climb_from(const Matrix& starts) {
    for (const ResponseTerms& side : sides_)
      for (Index i = 0; i < starts.rows(); ++i)
        if (!satisfied()) climb(side, starts.row(i).transpose());
  }
  void plant() {
    for (int side : {0, 1}) root(side);
  }
  void advance(double seconds);
  bool finished() const {
    return open_.empty() || open_.top().bound <= threshold() || peak_.nodes >= limits_.max_nodes || satisfied();
  }
  ResponsePeak peak() const;

 private:
  struct Node {
    double bound;
    int side;
    std::vector<signed char> decided;  ///< one a plane of the order: +-1 on that side, +-2 known to be, 0 open
    std::vector<signed char> places;
    std::vector<double> low, high;  ///< h . w of a unit w is between these, one a plane of the order
    std::size_t last = 0;           ///< the plane of the order decided last
    bool operator<(const Node& other) const { return bound < other.bound; }
  };

  bool satisfied() const { return peak_.value > limits_.satisfied; }
  double threshold() const { return std::max(peak_.value, limits_.enough) + margin_; }
  void climb(const ResponseTerms& side, const Vector& w);
  void found(const ResponseTerms& side, const Vector& w, double value);
  void root(int side);
  void branch(const Node& node, std::size_t k);
  void visit(Node node);
  bool bound(Node& node, const ResponseTerms& side);
  void set_cone(const Node& node, const ResponseTerms& side, std::size_t without);
  bool empty(const Node& node, const ResponseTerms& side);
  bool worth_tightening(const Node& node) const;
  bool tighten(Node& node, const ResponseTerms& side);

  const BranchAndBound& s_;
  BranchAndBound::Limits limits_;
  NearestCombination node_;
  ResponseClimb climb_;
  ConeExtent extent_;
  Vector weights_;
  double rounding_, margin_;
  std::vector<ResponseTerms> sides_;
  std::priority_queue<Node> open_;
  ResponsePeak peak_;
  double closed_ = 0;                     ///< the largest bound of a leaf that rounding keeps above the threshold
  long long tightened_ = 0, gained_ = 0;  ///< how often tightening was tried, and how often it helped
};

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
      case 1: node_.upper[h] = kInfinite; break;
      case -1: node_.lower[h] = -kInfinite; break;
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

void BranchAndBoundRun::State::advance(double seconds) {
  const Clock::time_point start = Clock::now();
  for (int k = 1; !finished(); ++k) {
    const Node node = open_.top();
    open_.pop();
    const auto undecided = std::find(node.decided.begin(), node.decided.end(), 0);
    if (undecided == node.decided.end())
      closed_ = std::max(closed_, node.bound);
    else
      branch(node, static_cast<std::size_t>(undecided - node.decided.begin()));
    if (k % kNodesPerLook == 0 && std::chrono::duration<double>(Clock::now() - start).count() >= seconds) return;
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

BranchAndBoundRun::BranchAndBoundRun(const BranchAndBound& search, const Vector& v, const Matrix& starts,
                                     const BranchAndBound::Limits& limits)
    : state_(std::make_unique<State>(search, v, limits)) {
  state_->climb_from(starts);
  state_->plant();
}

BranchAndBoundRun::~BranchAndBoundRun() = default;

void BranchAndBoundRun::advance(double seconds) { state_->advance(seconds); }
bool BranchAndBoundRun::finished() const { return state_->finished(); }
ResponsePeak BranchAndBoundRun::peak() const { return state_->peak(); }

Matrix starting_directions(const Network& network, Index d, Index random, std::uint64_t seed) {
  constexpr Index kMostNeurons = 32;
  const Index neurons = std::min(network.width(), kMostNeurons);
  Matrix starts(random + neurons, d);
  Random numbers(seed);
  for (double& x : starts.topRows(random).reshaped()) x = numbers.normal();
  for (Index i = 0; i < neurons; ++i) starts.row(random + i) = network.W.row(i).stableNormalized();
  return starts;
}

BranchAndBound::BranchAndBound(const Matrix& X)
    : X_(X), planes_(hyperplanes(X)), lengths_(X.rows()), on_(pattern_of(X, starting_directions({}, X.cols()).row(0))) {
  normals_.resize(X.cols(), static_cast<Index>(planes_.size()));
  for (std::size_t h = 0; h < planes_.size(); ++h) normals_.col(static_cast<Index>(h)) = planes_[h].normal;
  for (Index j = 0; j < X.rows(); ++j) lengths_[j] = X.row(j).stableNorm();
  for (const Hyperplane& plane : planes_) {
    lines_.emplace_back();
    for (const auto& [j, side] : plane.points) lines_.back().push_back(j);
  }
}

ResponsePeak BranchAndBound::peak(const Vector& v, const Matrix& starts, const Limits& limits) const {
  BranchAndBoundRun run(*this, v, starts, limits);
  run.advance();
  return run.peak();
}

}  // namespace hcx
