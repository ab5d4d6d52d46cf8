#include <algorithm>
#include <cmath>

#include "solvers/fixed_patterns/augmented_lagrangian.hpp"

namespace hcx::fixed_patterns {
namespace {

constexpr int kMaxTurns = 20;
constexpr int kMaxIdle = 6;         // turns in a row without a lower value,
constexpr int kCycling = 3;         // and after so many
constexpr double kOtherwise = 1.5;  // a sigma that much larger: the turns may be going round in a circle
constexpr double kSettled = 1e-5;   // of b: what a Newton step from such a slope leaves is worth pricing
constexpr double kMiddle = 1.5;     // measured: least turns, and far from both the sigmas at which turns begin to cycle
constexpr double kMostColumns = 0.95;  // of the points: beyond, the loss hardly tells apart what lies along the faces

}  // namespace

void AugmentedLagrangian::start_turns(const Eigen::MatrixXd& U, const Vector& theta) {
  U_ = U;
  theta_ = theta;
  // Between 1, the curvature of the loss in these units, and ||u|| / b, where both terms of u + sigma g balance.
  const double length = mean_length(U);
  sigma_ = length > 0 ? kMiddle * std::sqrt(length / cones_.b) : 1.0;
  turns_ = idle_turns_ = 0;
  lowest_turn_ = INFINITY;
  settled_turn_ = false;
}

bool AugmentedLagrangian::turn() {
  evaluate();
  Vector residual = theta_ - gradient_, change;  // y - f at the proximal map's value
  const double value = cones_.value(residual, proximal_.next());
  idle_turns_ = value < lowest_turn_ ? 0 : idle_turns_ + 1;
  lowest_turn_ = std::min(lowest_turn_, value);
  if (settled_turn_) price(theta_);
  if (idle_turns_ == kCycling) sigma_ *= kOtherwise;
  if (++turns_ > kMaxTurns || idle_turns_ == kMaxIdle || proximal_.alive().empty()) return false;
  faces_.build(proximal_.faces(), proximal_.next());
  // The first is worth it: what it is started from may be the optimum.
  if (turns_ > 1 && static_cast<double>(faces_.size()) > kMostColumns * static_cast<double>(cones_.n())) return false;
  if (!faces_.primal_step(cones_.b, proximal_.next(), residual, du_, change)) return false;
  settled_turn_ = faces_.slope() < kSettled * cones_.b;
  U_ = proximal_.next() + du_;
  // Carried along, as in polish().
  theta_ = residual - change;
  return true;
}

}  // namespace hcx::fixed_patterns
