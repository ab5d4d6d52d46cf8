#include "solvers/fixed_patterns/cones.hpp"

#include <cmath>
#include <map>
#include <utility>

#include "core/kernels/dense.hpp"
#include "core/power_of_two.hpp"

namespace hcx::fixed_patterns {
namespace {

double unit_of(double x) { return x > 0 ? power_of_two(x) : 1.0; }

/// The distinct patterns that see a point, each with the signs asked for: bit 0 for +1, bit 1 for -1.
std::map<Pattern, int> distinct(const PatternSet& set, const Vector& lengths) {
  std::map<Pattern, int> signs;
  for (std::size_t k = 0; k < set.patterns.size(); ++k) {
    Pattern pattern = set.patterns[k];
    for (Index j = 0; j < lengths.size(); ++j)
      if (lengths[j] == 0) pattern.set(j, false);  // a zero row is off everywhere
    if (pattern.active() == 0) continue;
    signs[pattern] |= set.signs.empty() ? 3 : set.signs[k] > 0 ? 1 : 2;
  }
  return signs;
}

}  // namespace

Cones::Cones(const Problem& problem, const PatternSet& set, Walls walls) : walled(walls == Walls::Kept) {
  const Index n = problem.X.rows(), d = problem.X.cols();
  // Singular values of D X about 1 and ||y|| about 1 make u about 1 as well.
  const double x_unit = unit_of(problem.X.stableNorm() / std::sqrt(static_cast<double>(d)));
  y_unit = unit_of(problem.y.stableNorm());
  u_unit = y_unit / x_unit;
  y = problem.y / y_unit;
  b = canonical_scale(problem).b / x_unit / y_unit;

  points = problem.X.transpose() / x_unit;
  lengths.resize(n);
  for (Index j = 0; j < n; ++j) {
    lengths[j] = points.col(j).stableNorm();
    if (lengths[j] > 0) points.col(j) /= lengths[j];
  }
  rows = points.transpose();

  const auto signs = distinct(set, lengths);
  on = Eigen::MatrixXd::Zero(n, static_cast<Index>(signs.size()));
  for (const auto& [pattern, which] : signs) {
    const auto p = static_cast<Index>(patterns.size());
    for (Index j = 0; j < n; ++j) on(j, p) = pattern[j] ? 1 : 0;
    for (const int bit : {1, 2})
      if (walled ? (which & bit) != 0 : bit == 1) blocks.push_back({p, bit == 1 ? 1.0 : -1.0});
    patterns.push_back(pattern);
  }
  side = 2 * on.array() - 1;
}

void Cones::responses(const Vector& theta, Eigen::MatrixXd& g) const {
  const Vector weighted = lengths.cwiseProduct(theta);
  const Eigen::MatrixXd seen = on.array().colwise() * weighted.array();
  multiply(points, seen, g);
}

Vector Cones::output(const Eigen::MatrixXd& U) const {
  Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(d(), on.cols()), z;
  for (Index k = 0; k < count(); ++k) sums.col(block(k).pattern) += block(k).sign * U.col(k);
  multiply(rows, sums, z);
  return on.cwiseProduct(z).rowwise().sum().cwiseProduct(lengths);
}

double Cones::value(const Vector& residual, const Eigen::MatrixXd& U) const {
  return 0.5 * residual.squaredNorm() + b * U.colwise().norm().sum();
}

double mean_length(const Eigen::MatrixXd& U) {
  double sum = 0;
  Index count = 0;
  for (Index k = 0; k < U.cols(); ++k)
    if (const double norm = U.col(k).norm(); norm > 0) sum += norm, ++count;
  return count > 0 ? sum / static_cast<double>(count) : 0.0;
}

}  // namespace hcx::fixed_patterns
