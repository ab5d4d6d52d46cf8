#include "response/block_response.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "core/kernels/dense.hpp"
#include "core/pivoted_qr.hpp"

namespace hcx {
namespace {

constexpr double kOnWall = 1e-9;  // of ||w||: a neuron this near to a point's wall lies on it
constexpr double kMargin = 4;     // of the rounding of v: what multipliers add is hardly more
constexpr int kRounds = 8;        // of taking out what blocks respond to

/// The projection's own multipliers, applied afresh: ||p + G' zeta|| with zeta >= 0, an upper bound on ||Proj_K(p)||.
struct Applied {
  Vector w;
  double sum = 0;  ///< of zeta
};

void apply(const ConeProjection& projection, const Eigen::MatrixXd& points, const double* side, Applied& out) {
  out.sum = 0;
  for (std::size_t i = 0; i < projection.active().size(); ++i) {
    const Index j = projection.active()[i];
    const double zeta = std::max(0.0, projection.multipliers()[static_cast<Index>(i)]);
    out.w += (zeta * side[j]) * points.col(j);
    out.sum += zeta;
  }
}

}  // namespace

BlockResponse::BlockResponse(const Matrix& X, const PatternSet& set)
    : points_(X.transpose()), lengths_(X.rows()), projection_(X.cols()) {
  const Index n = X.rows();
  for (Index j = 0; j < n; ++j) {
    lengths_[j] = points_.col(j).stableNorm();
    if (lengths_[j] > 0) points_.col(j) /= lengths_[j];
  }
  rows_ = points_.transpose();
  std::map<Pattern, Signs> distinct;
  for (std::size_t k = 0; k < set.patterns.size(); ++k) {
    Pattern pattern = set.patterns[k];
    for (Index j = 0; j < n; ++j)
      if (lengths_[j] == 0) pattern.set(j, false);
    if (pattern.active() == 0) continue;
    Signs& signs = distinct[pattern];
    signs.plus |= set.signs.empty() || set.signs[k] > 0;
    signs.minus |= set.signs.empty() || set.signs[k] < 0;
  }
  masks_.setZero(n, static_cast<Index>(distinct.size()));
  for (const auto& [pattern, signs] : distinct) {
    const Index k = static_cast<Index>(signs_.size());
    for (Index j = 0; j < n; ++j)
      if (pattern[j]) masks_(j, k) = 1;
    signs_.push_back(signs);
  }
  sides_ = (2 * masks_.array() - 1).matrix();
  walls_.resize(2 * signs_.size());
  expected_.resize(signs_.size(), false);
}

void BlockResponse::expect(const Network& network) {
  std::vector<Index> walls;
  Eigen::MatrixXd outputs;
  multiply(rows_.leftCols(network.W.cols()), network.W.transpose(), outputs);
  for (Index i = 0; i < network.width(); ++i) {
    const auto along = outputs.col(i);
    const double rounding = kOnWall * network.W.row(i).norm();
    walls.clear();
    for (Index j = 0; j < along.size(); ++j)
      if (std::abs(along[j]) <= rounding && lengths_[j] > 0) walls.push_back(j);
    for (Index k = 0; k < patterns(); ++k)
      if (in_cone(sides_.col(k).data(), along.data(), along.size(), rounding)) {
        expected_[static_cast<std::size_t>(k)] = true;
        walls_[static_cast<std::size_t>(2 * k + (network.alpha[i] < 0))] = walls;
      }
  }
}

bool BlockResponse::both_signs() const {
  return std::all_of(signs_.begin(), signs_.end(), [](const Signs& s) { return s.plus && s.minus; });
}

BlockResponse::Peak BlockResponse::peak(const Vector& v, double enough) {
  const Vector weights = v.cwiseProduct(lengths_);
  weighted_ = masks_.array().colwise() * weights.array();
  multiply(points_, weighted_, gradients_);
  const Vector gated = gradients_.colwise().norm();
  std::vector<Index> order(signs_.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](Index a, Index b) { return gated[a] > gated[b]; });
  std::stable_partition(order.begin(), order.end(), [&](Index k) { return expected_[static_cast<std::size_t>(k)]; });

  // Sums of n products and of d multiples round by at most eps of their absolute sum each.
  const double eps = std::numeric_limits<double>::epsilon() * static_cast<double>(v.size() + 2 * points_.rows() + 16);
  Peak peak{0, enough, Vector::Zero(points_.rows())};
  // What is above `enough` may, rounded, be a little below it.
  double largest = std::max(0.0, enough - kMargin * eps * weights.lpNorm<1>()), multipliers = 0;
  Applied applied;
  for (const Index k : order) {
    if (gated[k] <= largest) continue;
    for (const int sign : {1, -1}) {
      const Signs& signs = signs_[static_cast<std::size_t>(k)];
      if (sign > 0 ? !signs.plus : !signs.minus) continue;
      applied.w = sign * gradients_.col(k);
      const double* side = sides_.col(k).data();
      projection_.seed(rows_, side, walls_[static_cast<std::size_t>(2 * k + (sign < 0))]);
      projection_.project(rows_, side, applied.w.data(), largest);
      apply(projection_, points_, side, applied);
      multipliers = std::max(multipliers, applied.sum);
      const double value = applied.w.norm();
      if (value > largest) largest = value, peak.value = value, peak.w = applied.w / value;
    }
  }
  const double rounding = eps * (weights.lpNorm<1>() + multipliers);
  peak.bound = std::max(enough, largest + rounding);
  if (peak.value <= rounding) peak.value = 0, peak.w.setZero();
  return peak;
}

/// Calls each(pattern) after projecting s X' D v on its cone, for every block whose response to v is above `level`.
template <class Each>
void BlockResponse::each_response(const Vector& v, double level, Each&& each) {
  weighted_ = masks_.array().colwise() * v.cwiseProduct(lengths_).array();
  multiply(points_, weighted_, gradients_);
  for (Index k = 0; k < patterns(); ++k) {
    for (const int sign : {1, -1}) {
      const Signs& signs = signs_[static_cast<std::size_t>(k)];
      const Vector p = sign * gradients_.col(k);
      if ((sign > 0 ? !signs.plus : !signs.minus) || p.norm() <= level) continue;
      projection_.forget();
      projection_.project(rows_, sides_.col(k).data(), p.data(), level);
      if (projection_.w().norm() > level) each(k);
    }
  }
}

/// The outputs, n x d, of moves of a pattern's neuron along the face that the last projection ended on.
Eigen::MatrixXd BlockResponse::moves_along_face(Index pattern) const {
  const Index d = points_.rows();
  Eigen::MatrixXd along = Eigen::MatrixXd::Identity(d, d);
  Vector across(d);
  for (Index i = 0; i < d; ++i) projection_.active_rows().split(along.col(i).data(), across.data());
  return masks_.col(pattern).cwiseProduct(lengths_).asDiagonal() * (rows_ * along);
}

Vector BlockResponse::unresponsive_part(Vector v, double level) {
  Eigen::MatrixXd fittable(v.size(), 0);
  for (int round = 0; round < kRounds; ++round) {
    const Index before = fittable.cols();
    each_response(v, level, [&](Index pattern) {
      const Eigen::MatrixXd moves = moves_along_face(pattern);
      fittable.conservativeResize(Eigen::NoChange, fittable.cols() + moves.cols());
      fittable.rightCols(moves.cols()) = moves;
    });
    if (fittable.cols() == before || fittable.isZero(0)) break;
    v = PivotedQR(fittable, kRoundedPivot).orthogonal_part(v);
  }
  return v;
}

Vector BlockResponse::unfittable_part(const Vector& v) const {
  const Index d = points_.rows();
  Eigen::MatrixXd columns(v.size(), d * patterns());
  for (Index k = 0; k < patterns(); ++k)
    for (Index i = 0; i < d; ++i)
      columns.col(k * d + i) = masks_.col(k).cwiseProduct(points_.row(i).transpose().cwiseProduct(lengths_));
  return columns.isZero(0) ? v : PivotedQR(columns, kRoundedPivot).orthogonal_part(v);
}

}  // namespace hcx
