#include "response/nearest_combination.hpp"

#include <algorithm>
#include <cmath>

namespace hcx {
namespace {

constexpr double kFlat = 1e-14;       // of the vectors summed: a slope this small is none
constexpr double kDependent = 1e-10;  // a vector with less beside the free ones than this frees nothing

}  // namespace

NearestCombination::NearestCombination(const Eigen::MatrixXd& vectors)
    : offset(Vector::Zero(vectors.rows())),
      lower(Vector::Zero(vectors.cols())),
      upper(Vector::Zero(vectors.cols())),
      vectors_(vectors),
      a_(Vector::Zero(vectors.cols())),
      base_(Vector::Zero(vectors.rows())),
      w_(base_),
      slopes_(a_),
      trial_(base_),
      places_(static_cast<std::size_t>(vectors.cols()), AtLower),
      qr_(vectors.rows()) {}

void NearestCombination::start(const signed char* places) {
  std::copy(places, places + vectors_.cols(), places_.begin());
  settle();
}

void NearestCombination::start_towards(const Vector& w) {
  slopes_.noalias() = vectors_.transpose() * w;
  for (Index h = 0; h < slopes_.size(); ++h) places_[static_cast<std::size_t>(h)] = slopes_[h] > 0 ? AtLower : AtUpper;
  settle();
}

void NearestCombination::settle() {
  qr_.clear();
  free_.clear();
  for (Index h = 0; h < a_.size(); ++h) {
    signed char& place = places_[static_cast<std::size_t>(h)];
    if (place == Free && (lower[h] == upper[h] || !qr_.append(vectors_.col(h).data(), kDependent))) place = AtLower;
    if (place == AtLower && std::isinf(lower[h])) place = AtUpper;
    if (place == AtUpper && std::isinf(upper[h])) place = AtLower;
    if (place == Free) free_.push_back(h);
    a_[h] = place == Free ? 0 : place == AtLower ? lower[h] : upper[h];
  }
  base_ = offset;
  base_.noalias() += vectors_ * a_;
  while (true) {
    fit();
    Index worst = -1;
    double outside = 0;
    for (Index i = 0; i < qr_.size(); ++i) {
      const Index h = free_[static_cast<std::size_t>(i)];
      const double by = std::max(lower[h] - trial_[i], trial_[i] - upper[h]);
      if (by > outside) outside = by, worst = i;
    }
    if (worst < 0) break;
    fix(worst, trial_[worst] < lower[free_[static_cast<std::size_t>(worst)]] ? AtLower : AtUpper);
  }
  for (Index i = 0; i < qr_.size(); ++i) a_[free_[static_cast<std::size_t>(i)]] = trial_[i];
}

void NearestCombination::fit() {
  w_ = base_;
  qr_.split(w_.data(), trial_.data());
  qr_.solve(trial_.data());
  for (Index i = 0; i < qr_.size(); ++i) trial_[i] = -trial_[i];
}

void NearestCombination::fix(Index i, signed char place) {
  const Index h = free_[static_cast<std::size_t>(i)];
  qr_.remove(i);
  free_.erase(free_.begin() + i);
  for (Index l = i; l < qr_.size(); ++l) trial_[l] = trial_[l + 1];
  places_[static_cast<std::size_t>(h)] = place;
  a_[h] = place == AtLower ? lower[h] : upper[h];
  base_ += a_[h] * vectors_.col(h);
}

bool NearestCombination::release(Index h) {
  if (!qr_.append(vectors_.col(h).data(), kDependent)) return false;
  free_.push_back(h);
  places_[static_cast<std::size_t>(h)] = Free;
  base_ -= a_[h] * vectors_.col(h);
  return true;
}

/// As far towards the fit as all stay within their bounds; those that reach one stay there, and the rest is fitted again.
void NearestCombination::move_within_bounds() {
  while (true) {
    fit();
    double t = 1;
    Index first = -1;
    for (Index i = 0; i < qr_.size(); ++i) {
      const Index h = free_[static_cast<std::size_t>(i)];
      const double bound = trial_[i] < lower[h] ? lower[h] : trial_[i] > upper[h] ? upper[h] : trial_[i];
      if (bound == trial_[i]) continue;
      const double reached = (bound - a_[h]) / (trial_[i] - a_[h]);
      if (first < 0 || reached < t) t = reached, first = i;
    }
    for (Index i = 0; i < qr_.size(); ++i) {
      double& a = a_[free_[static_cast<std::size_t>(i)]];
      a += first < 0 ? trial_[i] - a : t * (trial_[i] - a);
    }
    if (first < 0) return;
    fix(first, trial_[first] < lower[free_[static_cast<std::size_t>(first)]] ? AtLower : AtUpper);
  }
}

/// The coefficient whose release shortens w fastest, -1 when none does.
Index NearestCombination::most_wrong(double tolerance) const {
  Index worst = -1;
  for (Index h = 0; h < slopes_.size(); ++h) {
    const signed char place = places_[static_cast<std::size_t>(h)];
    const double gain = place * slopes_[h];
    if (gain > tolerance && lower[h] < upper[h]) tolerance = gain, worst = h;
  }
  return worst;
}

void NearestCombination::solve(double enough) {
  double best = w_.norm();
  const double flat = kFlat * (best + base_.norm());
  for (Index step = 0; step < 3 * slopes_.size() + 10 && best > enough; ++step) {
    slopes_.noalias() = vectors_.transpose() * w_;
    const Index h = most_wrong(flat);
    if (h < 0 || !release(h)) break;
    move_within_bounds();
    const double now = w_.norm();
    if (!(now < best)) break;  // rounding ends it
    best = now;
  }
  w_ = offset;
  w_.noalias() += vectors_ * a_;
  slopes_.noalias() = vectors_.transpose() * w_;
}

}  // namespace hcx
