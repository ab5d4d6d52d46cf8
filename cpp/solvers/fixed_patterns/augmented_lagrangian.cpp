#include "solvers/fixed_patterns/augmented_lagrangian.hpp"

#include <algorithm>
#include <cmath>

namespace hcx::fixed_patterns {
namespace {

constexpr int kMaxInner = 60;            // semismooth Newton steps for one set of multipliers
constexpr int kMaxPolish = 8;
constexpr double kSigmaGrowth = 5;
constexpr double kLargestSigma = 1e13;
constexpr double kInexact = 0.1;         // of the change of the multipliers: how small the gradient must be
constexpr double kRounding = 1e-15;
constexpr double kUnpenalised = 1e-10;   // without weight decay: a response of this part of ||theta|| is rounding

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
  theta_ = theta;
  // The two terms of u + sigma g balance where ||u|| = sigma b.
  double norms = 0;
  Index alive = 0;
  for (Index k = 0; k < U.cols(); ++k)
    if (const double norm = U.col(k).norm(); norm > 0) norms += norm, ++alive;
  sigma_ = alive > 0 ? norms / static_cast<double>(alive) / b : 1.0;
  sigma_ = std::clamp(sigma_, 1e-3, 1e8);
  steps_ = 0;
  evaluate();
}

void AugmentedLagrangian::offer(const Eigen::MatrixXd& U, const Vector& theta) {
  proximal_.evaluate(U, 0, theta);
  // The best multiple of it: the loss is a parabola along the ray.
  const Vector f = cones_.output(proximal_.next());
  const double square = f.squaredNorm(), norms = proximal_.next().colwise().norm().sum();
  const double c = square > 0 ? std::max(0.0, (f.dot(cones_.y) - cones_.b * norms) / square) : 0.0;
  consider(c * proximal_.next(), cones_.y - c * f);
  price(theta);
}

void AugmentedLagrangian::evaluate() {
  proximal_.evaluate(U_, sigma_, theta_);
  const Vector residual = cones_.y - cones_.output(proximal_.next());
  gradient_ = theta_ - residual;
  psi_ = 0.5 * theta_.squaredNorm() - theta_.dot(cones_.y) + proximal_.next().squaredNorm() / (2 * sigma_);
  consider(proximal_.next(), residual);
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
  const bool feasible = peak <= (cones_.b > 0 ? 0 : kUnpenalised * std::sqrt(square));
  const double t = feasible ? along / square : std::min(along / square, cones_.b / peak);
  const double bound = t * along - 0.5 * t * t * square;
  if (bound <= bound_) return;
  bound_ = bound;
  best_theta_ = theta;
}

bool AugmentedLagrangian::step() {
  const double change = (proximal_.next() - U_).norm() / sigma_;
  const double size = gradient_.norm();
  if (size > std::max(kRounding * theta_.norm(), kInexact * change) && steps_ < kMaxInner && descend()) return true;
  update_multipliers();
  return sigma_ <= kLargestSigma;
}

bool AugmentedLagrangian::descend() {
  faces_.build(proximal_, proximal_.next());
  if (!faces_.dual_step(sigma_, gradient_, delta_)) return false;
  ++steps_;
  const Vector from = theta_, old_gradient = gradient_;
  const double slope = gradient_.dot(delta_), size = gradient_.norm(), psi = psi_;
  for (double t = 1; t > 1e-8; t *= 0.5) {
    theta_ = from + t * delta_;
    evaluate();
    if (psi_ <= psi + 1e-4 * t * slope || gradient_.norm() < 0.5 * size) return true;
  }
  theta_ = from;
  evaluate();
  return false;
}

void AugmentedLagrangian::update_multipliers() {
  U_ = proximal_.next();
  polish();
  price(theta_);
  sigma_ *= kSigmaGrowth;
  steps_ = 0;
  ++updates_;
  evaluate();
}

double AugmentedLagrangian::reach(const Eigen::MatrixXd& du) {
  multiply(cones_.rows, U_, walls_u_);
  multiply(cones_.rows, du, walls_du_);
  double t = 1;
  std::vector<bool> wall(static_cast<std::size_t>(cones_.n()));
  for (const Index k : proximal_.alive()) {
    if (const double along = U_.col(k).dot(du.col(k)), square = U_.col(k).squaredNorm(); along < 0)
      t = std::min(t, 0.99 * square / -along);
    std::fill(wall.begin(), wall.end(), false);
    for (const Index j : proximal_.wall_points(k)) wall[static_cast<std::size_t>(j)] = true;
    const double* side = cones_.sides(k);
    for (Index j = 0; j < cones_.n(); ++j) {
      const double inside = side[j] * walls_u_(j, k), rate = side[j] * walls_du_(j, k);
      if (rate < 0 && !wall[static_cast<std::size_t>(j)]) t = std::min(t, std::max(0.0, inside) / -rate);
    }
  }
  return t;
}

void AugmentedLagrangian::polish() {
  Vector r = cones_.y - cones_.output(U_), df;
  double before = INFINITY;
  for (int k = 0; k < kMaxPolish; ++k) {
    faces_.build(proximal_, U_);
    if (!faces_.primal_step(cones_.b, U_, r, du_, df) || faces_.slope() > 0.5 * before || reach(du_) < 1) break;
    before = faces_.slope();
    U_ += du_;
    // Carried along, r converges to the dual solution to full relative precision; y - f keeps the rounding of large terms
    // that cancel.
    r -= df;
  }
  consider(U_, r);
  theta_ = r;
}

}  // namespace hcx::fixed_patterns
