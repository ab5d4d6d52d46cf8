/// Newton's direction of the interior point, and how far it may be followed.
#include <algorithm>
#include <cmath>

#include "solvers/fixed_patterns/interior_point.hpp"
#include "solvers/fixed_patterns/second_order_cone.hpp"

namespace hcx::fixed_patterns {

void InteriorPoint::right_hand_sides() {
  for (Index k = 0; k < K_; ++k)
    signed_.col(k) = cones_.side.col(cones_.block(k).pattern).cwiseProduct(walls_target_.col(k));
  multiply(cones_.points, signed_, step_.U);
  Vector v(d_ + 1), error(d_ + 1);
  for (Index k = 0; k < K_; ++k) {
    const Cones::Block& block = cones_.block(k);
    const ConeScaling scaling(w_.col(k).data(), eta_[k], d_);
    double* h = h_.col(k).data();
    jordan_divide(lambda_.col(k).data(), cone_target_.col(k).data(), v.data(), d_);
    scaling.apply_inverse(v.data(), h);
    error = s_.col(k);
    error[0] -= t_[k];
    error.tail(d_) -= U_.col(k);
    scaling.add_inverse_square(error.data(), 1, h);
    step_.t[k] = z_(0, k) - b_ + h[0];
    step_.U.col(k) += z_.col(k).tail(d_) + h_.col(k).tail(d_) - Qtu_.col(k) * (step_.t[k] / Qtt_[k]) -
                      block.sign * pull_.col(block.pattern);
  }
}

void InteriorPoint::solve_direction() {
  right_hand_sides();
  schur_.solve(step_.U);
  multiply(cones_.rows, step_.U, XdU_);
  Vector v(d_ + 1);
  for (Index k = 0; k < K_; ++k) {
    step_.t[k] = (step_.t[k] - Qtu_.col(k).dot(step_.U.col(k))) / Qtt_[k];
    v[0] = step_.t[k];
    v.tail(d_) = step_.U.col(k);
    step_.z.col(k) = h_.col(k);
    ConeScaling(w_.col(k).data(), eta_[k], d_).add_inverse_square(v.data(), -1, step_.z.col(k).data());
    step_.s(0, k) = v[0] + t_[k] - s_(0, k);
    step_.s.col(k).tail(d_) = v.tail(d_) + U_.col(k) - s_.col(k).tail(d_);
    XdU_.col(k).array() *= cones_.side.col(cones_.block(k).pattern).array();
  }
  step_.S = XdU_ - slack_error_;
  step_.Z = walls_target_ - Z_ - omega_.cwiseProduct(XdU_);
}

double InteriorPoint::reach(double part) const {
  // Largest relative decrease per unit step.
  double fastest = 1e-30, rest = 1 - part;
  const bool whole = part == 1;
  if (K_ > 0 && whole)
    fastest = std::max(
        {fastest, -(step_.S.array() * over_S_.array()).minCoeff(), -(step_.Z.array() * over_Z_.array()).minCoeff()});
  else if (K_ > 0)
    fastest = std::max({fastest, -((part * step_.S + rest * former_.S).array() * over_S_.array()).minCoeff(),
                        -((part * step_.Z + rest * former_.Z).array() * over_Z_.array()).minCoeff()});
  double t = 1 / fastest;
  Vector v(d_ + 1);
  for (Index k = 0; k < K_; ++k) {
    v = part * step_.s.col(k) + rest * former_.s.col(k);
    t = std::min(t, cone_reach(s_.col(k).data(), v.data(), d_));
    v = part * step_.z.col(k) + rest * former_.z.col(k);
    t = std::min(t, cone_reach(z_.col(k).data(), v.data(), d_));
  }
  return t;
}

/// The direction <- part of the present one, the rest of the former one.
void InteriorPoint::blend(double part) {
  if (part == 1) return;
  std::swap(step_, former_);
  if (part == 0) return;
  const auto add = [part](Eigen::MatrixXd& to, const Eigen::MatrixXd& from) { to += part * (from - to); };
  add(step_.U, former_.U), add(step_.S, former_.S), add(step_.Z, former_.Z);
  add(step_.s, former_.s), add(step_.z, former_.z);
  step_.t += part * (former_.t - step_.t);
}

}  // namespace hcx::fixed_patterns
