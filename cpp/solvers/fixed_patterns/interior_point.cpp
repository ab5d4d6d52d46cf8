#include "solvers/fixed_patterns/interior_point.hpp"

#include <algorithm>
#include <cmath>

#include "solvers/fixed_patterns/second_order_cone.hpp"

namespace hcx::fixed_patterns {
namespace {

// Slacks and cone heights at the start, in units in which u is about 1 at a small penalty, and smaller at a large one.
constexpr double kStart = 0.01, kLeastStart = 0.05, kLargestStart = 0.5;  // kStart: of the largest response to y over b
constexpr double kBoundary = 0.99;                                        // of the way to the nearest wall

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
  XU_.setZero(n_, K_);
  f_.setZero(n_);
  S_.setConstant(n_, K_, start);
  Z_.setConstant(n_, K_, b);
  slack_error_ = S_;
  for (Index j = 0; j < n_; ++j)
    if (cones.lengths[j] == 0) slack_error_.row(j).setZero();  // no wall: its slack stays as it is
  s_.setZero(d_ + 1, K_);
  z_.setZero(d_ + 1, K_);
  s_.row(0).setConstant(start);
  z_.row(0).setConstant(b);
  t_.setConstant(K_, start);
  w_.resize(d_ + 1, K_), lambda_.resize(d_ + 1, K_), Qtu_.resize(d_, K_), h_.resize(d_ + 1, K_);
  ds_.resize(d_ + 1, K_), dz_.resize(d_ + 1, K_), cone_target_.resize(d_ + 1, K_);
  eta_.resize(K_), Qtt_.resize(K_), dt_.resize(K_);
  signed_.resize(n_, K_), dS_.resize(n_, K_), dZ_.resize(n_, K_), walls_target_.resize(n_, K_);
  measure();
}

bool InteriorPoint::step() {
  if (!factor()) return false;
  predict();
  correct();
  const double t = std::min(1.0, kBoundary * reach());
  if (!(t > 1e-10) || !dU_.allFinite()) return false;
  move(t);
  measure();
  return std::isfinite(gap_);
}

/// Value, rigorous dual value and complementarity of the present point. With theta = y - f and zeta = Z, block k is feasible
/// up to ||A' theta + G' zeta|| / b, which shrinks theta.
void InteriorPoint::measure() {
  const Vector r = f_ - cones_.y;
  cones_.responses(r, pull_);
  for (Index k = 0; k < K_; ++k) {
    const double* side = cones_.sides(k);
    for (Index j = 0; j < n_; ++j) signed_(j, k) = side[j] * Z_(j, k);
  }
  multiply(cones_.points, signed_, dU_);  // G' Z
  double worst = 1, norms = 0;
  for (Index k = 0; k < K_; ++k) {
    const Cones::Block& block = cones_.block(k);
    worst = std::max(worst, (block.sign * pull_.col(block.pattern) - dU_.col(k)).norm() / b_);
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
  omega_ = Z_.cwiseQuotient(S_);
  multiply(products_, omega_, hessians_);
  for (Index k = 0; k < K_; ++k) {
    double* w = w_.col(k).data();
    const ConeScaling scaling(s_.col(k).data(), z_.col(k).data(), w, d_);
    eta_[k] = scaling.eta();
    scaling.apply(z_.col(k).data(), lambda_.col(k).data());
    const double scale = 1 / (eta_[k] * eta_[k]);
    Qtt_[k] = scale * (2 * w[0] * w[0] - 1);
    for (Index i = 0; i < d_; ++i) Qtu_(i, k) = -2 * scale * w[0] * w[i + 1];
    Eigen::MatrixXd& H = schur_.block(k);
    const double* product = hessians_.col(k).data();
    // 2 ww' - Qtu Qtu' / Qtt in one coefficient
    const double outer = 2 * scale - 4 * scale * scale * w[0] * w[0] / Qtt_[k];
    for (Index i = 0; i < d_; ++i)
      for (Index l = i; l < d_; ++l) H(l, i) = *product++ + outer * w[i + 1] * w[l + 1];
    for (Index i = 0; i < d_; ++i) H(i, i) += scale;
  }
  return schur_.factor();
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

/// Mehrotra: aim at sigma mu, sigma = (mu after the affine step / mu)^3, and correct for what its linearisation neglected.
void InteriorPoint::correct() {
  const double t = std::min(1.0, reach());
  const double walls = (S_ + t * dS_).cwiseProduct(Z_ + t * dZ_).sum(),
               cones = (s_ + t * ds_).cwiseProduct(z_ + t * dz_).sum();
  const double ratio = std::clamp((walls + cones) / static_cast<double>((n_ + 1) * K_) / mu_, 0.0, 1.0);
  const double aim = ratio * ratio * ratio * mu_;

  walls_target_.array() += (aim - dS_.array() * dZ_.array()) / S_.array();
  Vector a(d_ + 1), c(d_ + 1), product(d_ + 1);
  for (Index k = 0; k < K_; ++k) {
    const ConeScaling scaling(w_.col(k).data(), eta_[k], d_);
    scaling.apply_inverse(ds_.col(k).data(), a.data());
    scaling.apply(dz_.col(k).data(), c.data());
    jordan_product(a.data(), c.data(), product.data(), d_);
    cone_target_.col(k) -= product;
    cone_target_(0, k) += aim;
  }
  solve_direction();
}

void InteriorPoint::solve_direction() {
  for (Index k = 0; k < K_; ++k) {
    const double* side = cones_.sides(k);
    for (Index j = 0; j < n_; ++j) signed_(j, k) = side[j] * walls_target_(j, k);
  }
  multiply(cones_.points, signed_, dU_);
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
    dt_[k] = z_(0, k) - b_ + h[0];  // right-hand side of t
    dU_.col(k) += z_.col(k).tail(d_) + h_.col(k).tail(d_) - Qtu_.col(k) * (dt_[k] / Qtt_[k]) -
                  block.sign * pull_.col(block.pattern);
  }
  schur_.solve(dU_);
  multiply(cones_.rows, dU_, XdU_);
  for (Index k = 0; k < K_; ++k) {
    dt_[k] = (dt_[k] - Qtu_.col(k).dot(dU_.col(k))) / Qtt_[k];
    v[0] = dt_[k];
    v.tail(d_) = dU_.col(k);
    dz_.col(k) = h_.col(k);
    ConeScaling(w_.col(k).data(), eta_[k], d_).add_inverse_square(v.data(), -1, dz_.col(k).data());
    ds_(0, k) = v[0] + t_[k] - s_(0, k);
    ds_.col(k).tail(d_) = v.tail(d_) + U_.col(k) - s_.col(k).tail(d_);
    const double* side = cones_.sides(k);
    for (Index j = 0; j < n_; ++j) {
      const double change = side[j] * XdU_(j, k);
      dZ_(j, k) = walls_target_(j, k) - Z_(j, k) - omega_(j, k) * change;
      dS_(j, k) = change - slack_error_(j, k);
    }
  }
}

double InteriorPoint::reach() const {
  // Largest relative decrease per unit step.
  double fastest = 1e-30;
  if (K_ > 0) {
    fastest = std::max(fastest, -(dS_.array() / S_.array()).minCoeff());
    fastest = std::max(fastest, -(dZ_.array() / Z_.array()).minCoeff());
  }
  double t = 1 / fastest;
  for (Index k = 0; k < K_; ++k) {
    t = std::min(t, cone_reach(s_.col(k).data(), ds_.col(k).data(), d_));
    t = std::min(t, cone_reach(z_.col(k).data(), dz_.col(k).data(), d_));
  }
  return t;
}

void InteriorPoint::move(double t) {
  U_ += t * dU_, XU_ += t * XdU_, S_ += t * dS_, Z_ += t * dZ_, s_ += t * ds_, z_ += t * dz_, t_ += t * dt_;
  slack_error_ *= 1 - t;
  f_.setZero();
  for (Index k = 0; k < K_; ++k)
    f_ += cones_.block(k).sign * cones_.on.col(cones_.block(k).pattern).cwiseProduct(XU_.col(k));
  f_ = f_.cwiseProduct(cones_.lengths);
}

std::vector<Index> InteriorPoint::pressed_walls(Index k) const {
  std::vector<Index> walls;
  for (Index j = 0; j < n_; ++j)
    if (Z_(j, k) > S_(j, k) && cones_.lengths[j] > 0) walls.push_back(j);
  std::sort(walls.begin(), walls.end(), [&](Index i, Index j) { return Z_(i, k) > Z_(j, k); });
  return walls;
}

}  // namespace hcx::fixed_patterns
