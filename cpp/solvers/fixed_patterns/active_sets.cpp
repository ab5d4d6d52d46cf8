#include <algorithm>
#include <cmath>

#include "solvers/fixed_patterns/augmented_lagrangian.hpp"

namespace hcx::fixed_patterns {
namespace {

constexpr int kMaxTurns = 20;
constexpr int kMaxIdleTurns = 6;    // turns in a row without a lower value,
constexpr int kCycling = 3;         // and after so many
constexpr double kOtherwise = 1.5;  // a sigma that much larger: the turns may be going round in a circle
constexpr double kMiddle = 1.5;     // measured: least turns, and far from both the sigmas at which turns begin to cycle
constexpr double kMostColumns = 0.95;  // of the points: beyond, the loss hardly tells apart what lies along the faces
constexpr double kNearby = 0.5;        // of b: a slope at which the faces mostly are the last ones
constexpr int kMaxChords = 6;
constexpr double kFast = 0.1;           // of the last slope: chord steps that leave more are not worth it
constexpr double kThere = 1e-11;        // of b: a slope that needs no further step
constexpr double kSettledSlope = 1e-9;  // of b: what is worth pricing,
constexpr double kRoundedSlope = 1e-5;  // or what no longer shrinks: next to a small b rounding is larger

}  // namespace

void AugmentedLagrangian::start_turns(const Eigen::MatrixXd& U, const Vector& theta) {
  U_ = U;
  theta_ = theta;
  // Between 1, the curvature of the loss in these units, and ||u|| / b, where both terms of u + sigma g balance.
  const double length = mean_length(U);
  sigma_ = length > 0 ? kMiddle * std::sqrt(length / cones_.b) : 1.0;
  turns_ = idle_turns_ = 0;
  lowest_turn_ = INFINITY;
  evaluate();
}

bool AugmentedLagrangian::too_many(Index dimensions) const {
  return static_cast<double>(dimensions) > kMostColumns * static_cast<double>(cones_.n());
}

bool AugmentedLagrangian::turn() {
  Vector residual = theta_ - gradient_, change;  // y - f at the proximal map's value
  const double value = cones_.value(residual, proximal_.next());
  idle_turns_ = value < lowest_turn_ ? 0 : idle_turns_ + 1;
  lowest_turn_ = std::min(lowest_turn_, value);
  if (idle_turns_ == kCycling) sigma_ *= kOtherwise;
  if (++turns_ > kMaxTurns || idle_turns_ == kMaxIdleTurns || proximal_.alive().empty()) return false;
  proximal_.faces(named_);
  faces_.build(named_, proximal_.next());
  // The first is worth it: it may start from the optimum.
  if (turns_ > 1 && too_many(faces_.size())) return false;
  if (!faces_.primal_step(cones_.b, proximal_.next(), residual, du_, change)) return false;
  U_ = proximal_.next() + du_;
  // Carried along, as in polish().
  theta_ = residual - change;
  settle();
  evaluate();
  if (settled_turn_) price(theta_);
  return true;
}

/// Newton's Hessian is good for the rest of the way along faces that are the last ones: a step with it costs an eighth of a turn.
void AugmentedLagrangian::settle() {
  settled_turn_ = false;
  double before = faces_.slope();
  if (!(before < kNearby * cones_.b)) return;
  Vector change;
  for (int k = 0; k < kMaxChords; ++k) {
    faces_.differentiate(cones_.b, U_, theta_);
    const double slope = faces_.slope();
    const bool fast = slope < kFast * before;
    settled_turn_ = slope < (fast ? kSettledSlope : kRoundedSlope) * cones_.b;
    if (slope < kThere * cones_.b || !fast) return;
    faces_.chord_step(du_, change);
    U_ += du_;
    theta_ -= change;
    before = slope;
  }
}

}  // namespace hcx::fixed_patterns
