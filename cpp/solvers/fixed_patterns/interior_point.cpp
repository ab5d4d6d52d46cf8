#include "solvers/fixed_patterns/interior_point.hpp"

#include <algorithm>
#include <cmath>

#include "solvers/fixed_patterns/second_order_cone.hpp"

namespace hcx::fixed_patterns {
namespace {

// Slacks at the start, in units in which u is about 1 at a small penalty, and smaller at a large one.
constexpr double kStart = 0.01, kLeastStart = 0.05, kLargestStart = 0.5;  // kStart: of the largest response to y over b
constexpr double kHigh = 10;        // of the slacks: how high in their cones the blocks start
constexpr double kBoundary = 0.99;  // of the way to the nearest wall
constexpr double kLong = 0.9;       // a step that needs no further correction
constexpr double kFarther = 0.5;    // how much longer a step the correction tries for
constexpr double kSpread = 10;      // of the aim: products outside [aim / kSpread, aim * kSpread] are corrected

}  // namespace

InteriorPoint::InteriorPoint(const Cones& cones, double b)
    : cones_(cones),
      schur_(cones),
      n_(cones.n()),
      d_(cones.d()),
      K_(cones.count()),
      b_(b),
      products_(d_ * (d_ + 1) / 2, n_) {
  for (Index j = 0; j < n_; ++j) {
    Index row = 0;
    for (Index i = 0; i < d_; ++i)
      for (Index l = i; l < d_; ++l) products_(row++, j) = cones.points(i, j) * cones.points(l, j);
  }
  cones.responses(cones.y, pull_);
  const double response = pull_.size() > 0 ? pull_.colwise().norm().maxCoeff() : 0.0;
  const double start = std::clamp(kStart * response / b, kLeastStart, kLargestStart);
  U_.setZero(d_, K_);
  f_.setZero(n_);
  S_.setConstant(n_, K_, start);
  Z_.setConstant(n_, K_, b);
  slack_error_ = S_;
  for (Index j = 0; j < n_; ++j)
    if (cones.lengths[j] == 0) slack_error_.row(j).setZero();  // no wall: its slack stays as it is
  s_.setZero(d_ + 1, K_);
  z_.setZero(d_ + 1, K_);
  s_.row(0).setConstant(kHigh * start);
  z_.row(0).setConstant(b);
  t_.setConstant(K_, kHigh * start);
  w_.resize(d_ + 1, K_), lambda_.resize(d_ + 1, K_), Qtu_.resize(d_, K_), h_.resize(d_ + 1, K_);
  eta_.resize(K_), Qtt_.resize(K_), cone_target_.resize(d_ + 1, K_), signed_.resize(n_, K_);
  for (Direction* direction : {&step_, &former_}) {
    direction->S.setZero(n_, K_), direction->Z.setZero(n_, K_), direction->U.setZero(d_, K_);
    direction->s.setZero(d_ + 1, K_), direction->z.setZero(d_ + 1, K_), direction->t.setZero(K_);
  }
  measure();
}

bool InteriorPoint::step() {
  if (!factor()) return false;
  predict();
  correct();
  double t = step_length();
  if (t < kLong) t = centre(t);
  if (!(t > 1e-10) || !step_.U.allFinite()) return false;
  move(t);
  measure();
  return std::isfinite(gap_);
}

/// Value, rigorous dual value and complementarity of the present point. With theta = y - f and zeta = Z, block k is feasible
/// up to ||A' theta + G' zeta|| / b, which shrinks theta.
void InteriorPoint::measure() {
  const Vector r = f_ - cones_.y;
  cones_.responses(r, pull_);
  for (Index k = 0; k < K_; ++k) signed_.col(k) = cones_.side.col(cones_.block(k).pattern).cwiseProduct(Z_.col(k));
  multiply(cones_.points, signed_, pressure_);  // G' Z
  double worst = 1, norms = 0;
  for (Index k = 0; k < K_; ++k) {
    const Cones::Block& block = cones_.block(k);
    worst = std::max(worst, (block.sign * pull_.col(block.pattern) - pressure_.col(k)).norm() / b_);
    norms += U_.col(k).norm();
  }
  const double square = r.squaredNorm(), along = -r.dot(cones_.y), value = 0.5 * square + b_ * norms;
  const double t = square > 0 ? std::clamp(along / square, 0.0, 1 / worst) : 0.0;
  gap_ = value > 0 ? 1 - (t * along - 0.5 * t * t * square) / value : 0.0;
  mu_ = (S_.cwiseProduct(Z_).sum() + s_.cwiseProduct(z_).sum()) / static_cast<double>((n_ + 1) * K_);
  infeasibility_ = slack_error_.size() > 0 ? slack_error_.cwiseAbs().maxCoeff() : 0.0;
}

/// H_k = W^-2 restricted to u (t eliminated) + G' diag(Z / S) G; G'G needs no signs, so all blocks share the products x_i x_j.
bool InteriorPoint::factor() {
  over_S_ = S_.cwiseInverse();
  over_Z_ = Z_.cwiseInverse();
  omega_ = Z_.cwiseProduct(over_S_);
  multiply(products_, omega_, hessians_);
  for (Index k = 0; k < K_; ++k) scale(k);
  return schur_.factor();
}

void InteriorPoint::scale(Index k) {
  double* w = w_.col(k).data();
  const ConeScaling scaling(s_.col(k).data(), z_.col(k).data(), w, d_);
  eta_[k] = scaling.eta();
  scaling.apply(z_.col(k).data(), lambda_.col(k).data());
  const double scale = 1 / (eta_[k] * eta_[k]);
  Qtt_[k] = scale * (2 * w[0] * w[0] - 1);
  for (Index i = 0; i < d_; ++i) Qtu_(i, k) = -2 * scale * w[0] * w[i + 1];
  // 2 ww' - Qtu Qtu' / Qtt in one coefficient
  const double outer = 2 * scale - 4 * scale * scale * w[0] * w[0] / Qtt_[k];
  const double* product = hessians_.col(k).data();
  double* entry = schur_.blocks().entries(k);
  for (Index i = 0; i < d_; ++i) {
    const double factor = outer * w[i + 1];
    for (Index l = i; l < d_; ++l, entry += SmallSystems::kLanes)
      *entry = (l == i ? scale : 0.0) + *product++ + factor * w[l + 1];
  }
}

void InteriorPoint::predict() {
  walls_target_ = omega_.cwiseProduct(slack_error_);
  for (Index k = 0; k < K_; ++k) {
    const double* lambda = lambda_.col(k).data();
    jordan_product(lambda, lambda, cone_target_.col(k).data(), d_);
  }
  cone_target_ *= -1;
  solve_direction();
}

/// Mehrotra: aim at sigma mu, sigma = (mu after the affine step / mu)^4, and correct for what its linearisation neglected.
void InteriorPoint::correct() {
  const double t = std::min(1.0, reach());
  const double walls = (S_ + t * step_.S).cwiseProduct(Z_ + t * step_.Z).sum(),
               cones = (s_ + t * step_.s).cwiseProduct(z_ + t * step_.z).sum();
  const double ratio = std::clamp((walls + cones) / static_cast<double>((n_ + 1) * K_) / mu_, 0.0, 1.0);
  aim_ = ratio * ratio * ratio * ratio * mu_;

  walls_target_.array() += (aim_ - step_.S.array() * step_.Z.array()) * over_S_.array();
  Vector a(d_ + 1), c(d_ + 1), product(d_ + 1);
  for (Index k = 0; k < K_; ++k) {
    const ConeScaling scaling(w_.col(k).data(), eta_[k], d_);
    scaling.apply_inverse(step_.s.col(k).data(), a.data());
    scaling.apply(step_.z.col(k).data(), c.data());
    jordan_product(a.data(), c.data(), product.data(), d_);
    cone_target_.col(k) -= product;
    cone_target_(0, k) += aim_;
  }
  solve_direction();
}

/// Gondzio: products far from the aim are what stops a step; another solve, which costs little beside the factorisation, pulls
/// them back. Colombo and Gondzio: only as much of that as lengthens the step.
double InteriorPoint::centre(double t) {
  clip_products(std::min(1.0, t + kFarther));
  std::swap(step_, former_);
  solve_direction();
  double best = 0;
  for (double part = 1; part > 0; part -= 0.25)
    if (const double length = step_length(part); length > t) t = length, best = part;
  blend(best);
  return t;
}

void InteriorPoint::clip_products(double t) {
  const double low = aim_ / kSpread, high = aim_ * kSpread;
  const auto missing = [&](double p) { return std::max(std::clamp(p, low, high) - p, -high); };
  const auto walls = (S_ + t * step_.S).array() * (Z_ + t * step_.Z).array();
  walls_target_.array() += (walls.max(low).min(high) - walls).max(-high) * over_S_.array();
  Vector a(d_ + 1), c(d_ + 1), product(d_ + 1);
  for (Index k = 0; k < K_; ++k) {
    const ConeScaling scaling(w_.col(k).data(), eta_[k], d_);
    scaling.apply_inverse(step_.s.col(k).data(), a.data());
    scaling.apply(step_.z.col(k).data(), c.data());
    a = lambda_.col(k) + t * a;
    c = lambda_.col(k) + t * c;
    jordan_product(a.data(), c.data(), product.data(), d_);
    const double norm = product.tail(d_).norm();  // the product's eigenvalues: its first entry +- this
    const double above = missing(product[0] + norm), below = missing(product[0] - norm);
    cone_target_(0, k) += 0.5 * (above + below);
    if (norm > 0) cone_target_.col(k).tail(d_) += (0.5 * (above - below) / norm) * product.tail(d_);
  }
}

double InteriorPoint::step_length(double part) const { return std::min(1.0, kBoundary * reach(part)); }

void InteriorPoint::move(double t) {
  U_ += t * step_.U, S_ += t * step_.S, Z_ += t * step_.Z, s_ += t * step_.s, z_ += t * step_.z, t_ += t * step_.t;
  slack_error_ *= 1 - t;
  f_ = cones_.output(U_);
}

std::vector<Index> InteriorPoint::pressed_walls(Index k) const {
  std::vector<Index> walls;
  for (Index j = 0; j < n_; ++j)
    if (Z_(j, k) > S_(j, k) && cones_.lengths[j] > 0) walls.push_back(j);
  std::sort(walls.begin(), walls.end(), [&](Index i, Index j) { return Z_(i, k) > Z_(j, k); });
  return walls;
}

Index InteriorPoint::dimensions(double vanished) const {
  const Vector lengths = U_.colwise().norm();
  const double least = vanished * lengths.maxCoeff();
  Index sum = 0;
  for (Index k = 0; k < K_; ++k)
    if (lengths[k] > least) sum += std::max<Index>(1, d_ - (Z_.col(k).array() > S_.col(k).array()).count());
  return sum;
}

}  // namespace hcx::fixed_patterns
