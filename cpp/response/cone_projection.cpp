#include "response/cone_projection.hpp"

#include <algorithm>
#include <cmath>

#include "core/kernels/dense.hpp"

namespace hcx {
namespace {

constexpr double kInside = 1e-14;  // of ||p||: a point this far outside is on the wall
constexpr double kNear = 1e-13;    // of ||w||: a point not farther outside is on the wall when w can hardly be improved
constexpr double kSameWall = 1e-10;  // a wall whose normal differs by less from those already active says nothing new

}  // namespace

bool in_cone(const double* side, const double* along, Index n, double rounding) {
  for (Index j = 0; j < n; ++j)
    if (side[j] * along[j] < -rounding) return false;
  return true;
}

ConeProjection::ConeProjection(Index d)
    : w_(Vector::Zero(d)), zeta_(Vector::Zero(d)), trial_(Vector::Zero(d)), row_(d), qr_(d) {}

void ConeProjection::forget() {
  active_.clear();
  qr_.clear();
}

void ConeProjection::seed(const Eigen::MatrixXd& rows, const double* side, const std::vector<Index>& walls) {
  forget();
  for (const Index j : walls) add(rows, side, j);
}

void ConeProjection::fit(const double* p) {
  w_ = Eigen::Map<const Vector>(p, w_.size());
  qr_.split(w_.data(), trial_.data());
  qr_.solve(trial_.data());
  for (Index i = 0; i < qr_.size(); ++i) trial_[i] = -trial_[i];
}

void ConeProjection::drop(Index i) {
  qr_.remove(i);
  active_.erase(active_.begin() + i);
  for (Index l = i; l < qr_.size(); ++l) zeta_[l] = zeta_[l + 1], trial_[l] = trial_[l + 1];
}

bool ConeProjection::add(const Eigen::MatrixXd& rows, const double* side, Index j) {
  row_ = side[j] * rows.row(j).transpose();
  if (!qr_.append(row_.data(), kSameWall)) return false;
  active_.push_back(j);
  zeta_[qr_.size() - 1] = 0;
  return true;
}

void ConeProjection::restart(const double* p) {
  while (true) {
    fit(p);
    Index worst = -1;
    for (Index i = 0; i < qr_.size(); ++i)
      if (trial_[i] < 0 && (worst < 0 || trial_[i] < trial_[worst])) worst = i;
    if (worst < 0) break;
    drop(worst);
  }
  zeta_.head(qr_.size()) = trial_.head(qr_.size());
}

void ConeProjection::finish(const Eigen::MatrixXd& rows, const double* side, const double* p, double enough,
                            const double* along) {
  const Index n = rows.rows();
  const double scale = Eigen::Map<const Vector>(p, w_.size()).norm();
  double best = w_.squaredNorm();
  Index idle = 0;  // steps that did not shorten w by more than rounding
  for (Index step = 0; step < 3 * n + 10 && best > enough * enough; ++step) {
    // The wall that w is farthest behind.
    Index worst = -1;
    double depth = -kInside * scale;
    if (step == 0 && along)
      inside_ = Eigen::Map<const Vector>(along, n);
    else
      multiply(rows, w_, inside_);
    inside_.array() *= Eigen::Map<const Vector>(side, n).array();
    if (const double deepest = inside_.minCoeff(); deepest < depth) {
      depth = deepest;
      for (worst = 0; inside_[worst] != deepest;) ++worst;
    }
    // A wall that w is a little way behind shortens it by the square of that, which rounding hides.
    if (worst < 0 || (idle > 0 && (idle > qr_.rows() || depth > -kNear * std::sqrt(best)))) return;
    if (!add(rows, side, worst)) return;
    while (true) {
      fit(p);
      // As far towards the trial multipliers as none turns negative; those that reach zero leave.
      double t = 1;
      for (Index i = 0; i < qr_.size(); ++i)
        if (trial_[i] <= 0) t = std::min(t, zeta_[i] / (zeta_[i] - trial_[i]));
      if (t == 1) break;
      for (Index i = 0; i < qr_.size(); ++i) zeta_[i] += t * (trial_[i] - zeta_[i]);
      Index least = -1;
      for (Index i = 0; i < qr_.size(); ++i)
        if (trial_[i] <= 0 && (least < 0 || zeta_[i] < zeta_[least])) least = i;
      drop(least);
    }
    zeta_.head(qr_.size()) = trial_.head(qr_.size());
    const double now = w_.squaredNorm();
    idle = now < best ? 0 : idle + 1;
    best = std::min(now, best);
  }
}

void ConeProjection::project(const Eigen::MatrixXd& rows, const double* side, const double* p, double enough) {
  restart(p);
  finish(rows, side, p, enough);
}

}  // namespace hcx
