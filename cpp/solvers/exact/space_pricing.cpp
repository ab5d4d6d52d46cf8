/// How the solver in space prices: by climbing while that finds blocks, then by branch and bound.
#include <algorithm>
#include <cmath>

#include "certificate/dual_bound.hpp"
#include "solvers/exact/space_solver.hpp"

namespace hcx::exact {
namespace {

constexpr std::size_t kBlocksPerRound = 8;
constexpr double kQuickFloor = 1e-5;    // the finest precision of the master while climbing alone still finds blocks
constexpr Index kClimbs = 32;           // from random directions, others every round
constexpr double kTightestGap = 1e-14;  // the last precision of the master
constexpr double kViolatedInSpace = 1e-12;  // relative excess over b that a new block must have
constexpr double kPlainly = 1e-4;           // relative excess at which a search need not look for more
constexpr double kNoise = 1e-14;            // of a vector: a part of it that is rounding
constexpr long long kNoNodeLimit = 1LL << 60;

}  // namespace

/// theta in what nothing responds to, and the rest, which is what must be priced: for a small b it is much the smaller part.
void SpaceSolver::split(const Vector& theta) {
  base_ = search_.unfittable_part(theta);
  if (base_.norm() <= kNoise * theta.norm()) base_.setZero();
  base_peak_ = 0;
  if (!base_.isZero(0)) {
    const Matrix start = starting_directions({}, problem_.X.cols(), 1);
    base_peak_ = search_.peak(base_, start, {.max_nodes = 1000}).bound;
    if (base_peak_ >= scaled_.b) base_.setZero(), base_peak_ = 0;
  }
  const Vector rest = theta - base_;
  unit_ = unit_direction(rest);
  theta_size_ = unit_.size() > 0 ? rest.cwiseAbs().maxCoeff() / unit_.cwiseAbs().maxCoeff() : 0;
}

/// Whether the gap is as small as asked when no neuron responds to unit_ by more than `peak`.
bool SpaceSolver::close_enough(double peak) const {
  DualBound bound(scaled_);
  bound.take(bound.multiples(base_, base_peak_, unit_), peak);
  return tolerance_.closes(value_, scaled_.caller_value(bound.best()), problem_.zero_network_loss());
}

/// Blocks that climbing finds from the neurons and a few random directions. Without any, pricing must be exact, but for the
/// levels that only lead to the least misfit, of which the certificate has another proof.
void SpaceSolver::price_quickly() {
  if (unit_.size() == 0) return finish_level();
  const double b = scaled_.b / theta_size_;
  const Matrix starts =
      starting_directions(now_.network, problem_.X.cols(), kClimbs, static_cast<std::uint64_t>(iterations()));
  const ResponsePeak found = search_.peak(unit_, starts, {.collect_above = b * (1 + kPlainly), .max_nodes = 0});
  if (!close_enough(std::max(b, found.value)) && add(found.maxima, kQuickFloor)) return start_master();
  if (least_) return finish_level();
  exact_pricing_ = std::make_unique<BranchAndBoundRun>(
      search_, unit_, starts,
      BranchAndBound::Limits{.enough = std::min(b, DualBound(scaled_).multiples(base_, base_peak_, unit_).enough),
                             .satisfied = b * (1 + kPlainly),
                             .collect_above = b * (1 + kViolatedInSpace),
                             .max_nodes = kNoNodeLimit});
}

void SpaceSolver::price_exactly(const Slice& slice) {
  do exact_pricing_->step();
  while (!exact_pricing_->finished() && !slice.over());
  if (!exact_pricing_->finished()) return;
  const ResponsePeak found = exact_pricing_->peak();
  exact_pricing_.reset();
  nodes_ = std::max(nodes_, found.nodes);
  if (close_enough(found.bound)) return finish_level();
  if (!add(found.maxima, 0.1 * settings_.tolerance)) {
    stalled_ = precision_ <= kTightestGap;
    if (stalled_) return finish_level();
    precision_ = std::max(kTightestGap, 1e-3 * precision_);
  }
  start_master();
}

/// Adds the best new blocks. Returns whether there is one.
bool SpaceSolver::add(const std::vector<ResponseMaximum>& maxima, double finest) {
  std::size_t added = 0;
  for (const ResponseMaximum& maximum : maxima)
    if (added < kBlocksPerRound && blocks_.emplace(hcx::pattern_of(scaled_.X, maximum.w), maximum.sign).second) ++added;
  if (added > 0) {
    const double excess = maxima.front().value * theta_size_ / scaled_.b - 1;
    precision_ = std::clamp(0.03 * excess, std::min(finest, kLooseGap), kLooseGap);
  }
  return added > 0;
}

}  // namespace hcx::exact
