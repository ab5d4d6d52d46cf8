#include "response/peak_by_branch_and_bound.hpp"

#include <algorithm>

#include "core/random.hpp"
#include "response/branch_and_bound_state.hpp"

namespace hcx {

BranchAndBoundRun::BranchAndBoundRun(const BranchAndBound& search, const Vector& v, const Matrix& starts,
                                     const BranchAndBound::Limits& limits)
    : state_(std::make_unique<State>(search, v, limits)) {
  state_->climb_from(starts);
  state_->plant();
}

BranchAndBoundRun::~BranchAndBoundRun() = default;

void BranchAndBoundRun::step() { state_->step(); }
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
  while (!run.finished()) run.step();
  return run.peak();
}

}  // namespace hcx
