#include "solvers/fixed_patterns/augmented_lagrangian.hpp"

#include <algorithm>
#include <cmath>

namespace hcx::fixed_patterns {
namespace {

constexpr int kMaxInner = 60;  // semismooth Newton steps for one set of multipliers
constexpr double kSigmaGrowth = 5;
constexpr int kMany = 20;  // such steps: the next problem should not be much harder
constexpr double kSlowGrowth = 2;
constexpr double kLargestSigma = 1e13;
constexpr int kMaxFruitless = 8;      // changes of the multipliers in a row after which the gap stays where it is
constexpr double kProgress = 1e-3;    // of the gap
constexpr double kInexact = 0.1;      // of the change of the multipliers: how small the gradient must be
constexpr double kRounding = 1e-15;   // of theta: a gradient that is rounding
constexpr double kUnpenalised = 1e3;  // sum of lengths, in units in which they are about 1

}  // namespace

AugmentedLagrangian::AugmentedLagrangian(const Cones& cones)
    : cones_(cones),
      proximal_(cones),
      faces_(cones),
      best_(Eigen::MatrixXd::Zero(cones.d(), cones.count())),
      best_theta_(cones.y),
      value_(0.5 * cones.y.squaredNorm()) {}

void AugmentedLagrangian::start(const Eigen::MatrixXd& U, const Vector& theta, double b) {
  U_ = U;
  theta_ = settled_ = theta;
  // The two terms of u + sigma g balance where ||u|| = sigma ||g||, and ||g|| is b at the optimum but larger far from it.
  cones_.responses(theta, moving_);
  const double response = std::max(b, moving_.size() > 0 ? moving_.colwise().norm().maxCoeff() : 0.0);
  const double length = mean_length(U);
  sigma_ = length > 0 ? length / response : 1.0;
  sigma_ = std::clamp(sigma_, 1e-3, 1e8);
  steps_ = fruitless_ = 0;
  evaluate();
}

void AugmentedLagrangian::offer(const Eigen::MatrixXd& U, const Vector& theta) {
  offer(U);
  price(theta);
}

void AugmentedLagrangian::offer(const Eigen::MatrixXd& U) {
  proximal_.evaluate(U, 0, best_theta_);
  // The best multiple of it: the loss is a parabola along the ray.
  const Vector f = cones_.output(proximal_.next());
  const double square = f.squaredNorm(), norms = proximal_.next().colwise().norm().sum();
  const double c = square > 0 ? std::max(0.0, (f.dot(cones_.y) - cones_.b * norms) / square) : 0.0;
  consider(c * proximal_.next(), cones_.y - c * f);
}

void AugmentedLagrangian::evaluate() {
  proximal_.evaluate(U_, sigma_, theta_);
  const Vector residual = cones_.y - cones_.output(proximal_.next());
  gradient_ = theta_ - residual;
  psi_ = 0.5 * theta_.squaredNorm() - theta_.dot(cones_.y) + proximal_.next().squaredNorm() / (2 * sigma_);
  consider(proximal_.next(), residual);
  evaluated_ = true;
}

void AugmentedLagrangian::consider(const Eigen::MatrixXd& U, const Vector& residual) {
  const double value = cones_.value(residual, U);
  if (value >= value_) return;
  value_ = value;
  best_ = U;
}

void AugmentedLagrangian::price(const Vector& theta) {
  const double square = theta.squaredNorm(), along = theta.dot(cones_.y);
  if (!(square > 0) || !(along > 0)) return;
  // A peak below b / t, t the best multiple without constraints, does not matter.
  const double peak = proximal_.peak(theta, cones_.b * square / along);
  // Without weight decay a response, which should be none, is charged for at a size that the optimum hardly has.
  const bool penalised = cones_.b > 0;
  const double charge = penalised ? 0 : peak * std::max(kUnpenalised, best_.colwise().norm().sum());
  const double best = std::max(0.0, (along - charge) / square);
  const double t = penalised ? std::min(best, cones_.b / peak) : best;
  const double bound = t * (along - charge) - 0.5 * t * t * square;
  if (bound <= bound_) return;
  bound_ = bound;
  best_theta_ = theta;
}

void AugmentedLagrangian::try_faces() {
  if (cones_.b == 0) return;
  const Eigen::MatrixXd U = U_;
  const Vector theta = theta_;
  U_ = proximal_.next();
  polish();
  price(theta_);
  U_ = U;
  theta_ = theta;
  evaluated_ = false;
}

bool AugmentedLagrangian::step() {
  if (!evaluated_) evaluate();
  const double change = (proximal_.next() - U_).norm() / sigma_;
  const double size = gradient_.norm();
  if (size > std::max(kRounding * theta_.norm(), kInexact * change) && steps_ < kMaxInner && descend()) return true;
  const double gap = value_ - bound_;
  steps_ < kMaxInner ? update_multipliers() : retreat();
  fruitless_ = cones_.b == 0 || value_ - bound_ < (1 - kProgress) * gap ? 0 : fruitless_ + 1;
  return sigma_ <= kLargestSigma && fruitless_ < kMaxFruitless;
}

bool AugmentedLagrangian::descend() {
  proximal_.faces(named_);
  faces_.build(named_, proximal_.next());
  if (!faces_.dual_step(sigma_, gradient_, delta_)) return false;
  ++steps_;
  const Vector from = theta_, old_gradient = gradient_;
  const double slope = gradient_.dot(delta_), size = gradient_.norm(), psi = psi_;
  for (double t = 1; t > 1e-8; t *= 0.5) {
    theta_ = from + t * delta_;
    evaluate();
    const bool visible = -t * slope > 1e-15 * std::abs(psi);  // else psi only shows rounding
    if ((visible && psi_ <= psi + 1e-4 * t * slope) || gradient_.norm() < 0.5 * size) return true;
  }
  theta_ = from;
  evaluate();
  return false;
}

void AugmentedLagrangian::update_multipliers() {
  U_ = proximal_.next();
  if (cones_.b > 0) polish();  // without weight decay no length is better than another: nothing to converge to
  price(theta_);
  sigma_ *= steps_ < kMany ? kSigmaGrowth : kSlowGrowth;
  settled_ = theta_;
  steps_ = 0;
  evaluate();
}

/// Multipliers of a theta that has not settled would undo what was gained.
void AugmentedLagrangian::retreat() {
  sigma_ /= kSigmaGrowth;
  theta_ = settled_;
  steps_ = 0;
  evaluate();
}

}  // namespace hcx::fixed_patterns
