#include "solvers/fixed_patterns/face_system.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hcx::fixed_patterns {
namespace {

// Of the largest diagonal entry, added to all: equal rays of two cones make columns dependent.
constexpr double kLeastLift = 1e-15, kLargestLift = 1e-11;

}  // namespace

void FaceSystem::build(const std::vector<ConeFace>& faces, const Eigen::MatrixXd& U) {
  axes_.clear();
  Index most = 0;
  for (const ConeFace& face : faces) most += std::max<Index>(1, cones_.d() - face.walls.size());
  basis_.resize(most, cones_.d());
  for (const ConeFace& face : faces) {
    direction_ = U.col(face.block).normalized();
    add_axes(face);
  }
  if (size() < most) basis_.conservativeResize(size(), Eigen::NoChange);
  multiply(basis_, cones_.points, Bt_);
  for (Index first = 0, last = 0; first < size(); first = last) {
    const Cones::Block& block = cones_.block(axes_[static_cast<std::size_t>(first)].block);
    while (last < size() && axes_[static_cast<std::size_t>(last)].block == axes_[static_cast<std::size_t>(first)].block)
      ++last;
    const double* on = cones_.on.col(block.pattern).data();
    for (Index j = 0; j < cones_.n(); ++j) {
      const double factor = block.sign * on[j] * cones_.lengths[j];
      double* column = Bt_.col(j).data();
      for (Index i = first; i < last; ++i) column[i] *= factor;
    }
  }
}

/// The direction of the block first; then what unit vectors add to it and to the walls, by Gram-Schmidt.
void FaceSystem::add_axes(const ConeFace& face) {
  const Index d = cones_.d();
  ColumnQR& spanned = spanned_;
  spanned = face.walls;
  const Index free = std::max<Index>(1, d - spanned.size());
  basis_.row(size()) = direction_.transpose();
  axes_.push_back({face.block, true, 1});
  if (free == 1) return;
  spanned.append(direction_.data(), 0);
  const double far =
      0.5 / std::sqrt(static_cast<double>(d));  // some unit vector is at least twice as far from the span
  Vector &v = free_, &t = along_;
  v.resize(d), t.resize(d);
  Index found = 1;
  for (int round = 0; round < 4 && found < free; ++round)
    for (Index i = 0; i < d && found < free; ++i) {
      v.setZero();
      v[i] = 1;
      spanned.split(v.data(), t.data());
      const double left = v.norm();
      if (left < std::ldexp(far, -round)) continue;
      v /= left;
      spanned.append_orthonormal(v.data());
      basis_.row(size()) = v.transpose();
      axes_.push_back({face.block, false, face.shrink});
      ++found;
    }
}

bool FaceSystem::dual_step(double sigma, const Vector& gradient, Vector& delta) {
  const Index N = size(), n = cones_.n();
  scaled_ = Bt_;
  for (Index i = 0; i < N; ++i) scaled_.row(i) *= std::sqrt(axes_[static_cast<std::size_t>(i)].shrink);
  delta = -gradient;
  if (N <= n) {
    gram(scaled_, H_);
    H_.diagonal().array() += 1 / sigma;
    if (N > 0 && !cholesky_.factor(H_)) return false;
    Vector z = scaled_ * gradient;
    cholesky_.solve(z);
    delta += scaled_.transpose() * z;
  } else {
    gram(scaled_.transpose(), H_);
    H_ *= sigma;
    H_.diagonal().array() += 1;
    if (!cholesky_.factor(H_)) return false;
    cholesky_.solve(delta);
  }
  return delta.allFinite();
}

/// As little as the factorisation needs: what is added slows Newton's method down along columns that are almost dependent.
bool FaceSystem::factor_lifted(const Vector& curvature) {
  for (double lift = kLeastLift; lift <= kLargestLift && size() > 0; lift *= 10) {
    gram(Bt_, H_);
    H_.diagonal() += curvature;
    H_.diagonal().array() += lift * H_.diagonal().maxCoeff();
    if (cholesky_.factor(H_)) return true;
  }
  return size() == 0;
}

bool FaceSystem::primal_step(double b, const Eigen::MatrixXd& U, const Vector& r, Eigen::MatrixXd& du, Vector& df) {
  const Index N = size();
  Vector z = Bt_ * r, curvature = Vector::Zero(N);
  for (Index i = 0; i < N; ++i) {
    const Axis& axis = axes_[static_cast<std::size_t>(i)];
    if (axis.along)
      z[i] -= b;
    else
      curvature[i] = b / U.col(axis.block).norm();
  }
  slope_ = N > 0 ? z.cwiseAbs().maxCoeff() : 0.0;
  // With walls the other way keeps more digits when blocks are dependent.
  const bool by_points = !cones_.walled && N > 2 * cones_.n();
  if (!(by_points ? solve_points(b, curvature, r, z) : solve_axes(curvature, z))) return false;
  unfold(z, du, df);
  return df.allFinite();
}

void FaceSystem::unfold(const Vector& z, Eigen::MatrixXd& du, Vector& df) const {
  df = Bt_.transpose() * z;
  du.setZero(cones_.d(), cones_.count());
  for (Index i = 0; i < size(); ++i)
    du.col(axes_[static_cast<std::size_t>(i)].block) += z[i] * basis_.row(i).transpose();
}

void FaceSystem::differentiate(double b, const Eigen::MatrixXd& U, const Vector& r) {
  gradient_ = Bt_ * r;
  Vector direction;
  for (Index i = 0, last = -1; i < size(); ++i) {
    const Index k = axes_[static_cast<std::size_t>(i)].block;
    if (k != last) direction = U.col(k) / std::max(U.col(k).norm(), std::numeric_limits<double>::min());
    last = k;
    gradient_[i] -= b * basis_.row(i).dot(direction);
  }
  slope_ = size() > 0 ? gradient_.cwiseAbs().maxCoeff() : 0.0;
}

void FaceSystem::chord_step(Eigen::MatrixXd& du, Vector& df) {
  cholesky_.solve(gradient_);
  unfold(gradient_, du, df);
}

bool FaceSystem::solve_axes(const Vector& curvature, Vector& z) {
  if (!factor_lifted(curvature)) return false;
  cholesky_.solve(z);
  return true;
}

/// With C the curvature across, M = I + B_across C^-1 B_across' and a the step along, the new residual solves
/// M rho = r - B_along a, and a solves (B_along' M^-1 B_along) a = B_along' M^-1 r - b.
bool FaceSystem::solve_points(double b, const Vector& curvature, const Vector& r, Vector& z) {
  std::vector<Index> along;
  scaled_ = Bt_;
  for (Index i = 0; i < size(); ++i) {
    if (axes_[static_cast<std::size_t>(i)].along) along.push_back(i);
    scaled_.row(i) *= axes_[static_cast<std::size_t>(i)].along ? 0 : std::sqrt(1 / curvature[i]);
  }
  const auto K = static_cast<Index>(along.size());
  gram(scaled_.transpose(), H_);
  H_.diagonal().array() += 1;
  if (!cholesky_.factor(H_)) return false;

  const Eigen::MatrixXd Bt_along = Bt_(along, Eigen::all);
  Eigen::MatrixXd solved(cones_.n(), K), S;
  Vector column, rho = r;
  for (Index k = 0; k < K; ++k) {
    column = Bt_along.row(k).transpose();
    cholesky_.solve(column);
    solved.col(k) = column;
  }
  multiply(Bt_along, solved, S);
  Vector a = solved.transpose() * r;
  for (Index k = 0; k < K; ++k) a[k] -= b, S(k, k) += curvature[along[static_cast<std::size_t>(k)]];
  Cholesky schur;
  if (!schur.factor(S)) return false;
  schur.solve(a);

  rho -= Bt_along.transpose() * a;
  cholesky_.solve(rho);
  z = (Bt_ * rho).cwiseQuotient(curvature);
  for (Index k = 0; k < K; ++k) z[along[static_cast<std::size_t>(k)]] = a[k];
  return true;
}

}  // namespace hcx::fixed_patterns
