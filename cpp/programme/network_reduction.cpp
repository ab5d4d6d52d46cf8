#include "programme/network_reduction.hpp"

#include <cmath>

#include "core/pivoted_qr.hpp"
#include "programme/mapping.hpp"

namespace hcx {
namespace {

constexpr double kDependent = 1e-12;  // a unit column with less than this left after projection adds nothing
constexpr double kRounding = 2e-15;   // of the largest amount

/// x moved along z, which has a negative entry, until the first entry vanishes.
Vector moved_to_border(const Vector& x, const Vector& z) {
  double step = INFINITY;
  Index first = 0;
  for (Index i = 0; i < x.size(); ++i)
    if (z[i] < 0 && x[i] < step * -z[i]) step = x[i] / -z[i], first = i;
  Vector moved = x + step * z;
  moved[first] = 0;
  const double least = kRounding * x.maxCoeff();
  return (moved.array() > least).select(moved, 0.0);
}

}  // namespace

std::vector<Index> in_use(const Vector& x) {
  std::vector<Index> used;
  for (Index i = 0; i < x.size(); ++i)
    if (x[i] > 0) used.push_back(i);
  return used;
}

Contributions contributions(const Matrix& X, const Network& network) {
  const Index m = network.width();
  Contributions all{Eigen::MatrixXd::Zero(X.rows(), m), Vector::Zero(m), Vector::Ones(m)};
  for (Index i = 0; i < m; ++i) {
    const Vector response = (X * network.W.row(i).transpose()).cwiseMax(0.0);
    const double size = response.stableNorm();
    if (size == 0 || network.alpha[i] == 0) continue;
    all.columns.col(i) = std::copysign(1.0, network.alpha[i]) / size * response;
    all.amount[i] = std::abs(network.alpha[i]) * size;
    all.cost[i] = network.W.row(i).stableNorm() / size;
  }
  return all;
}

std::vector<Vector> caratheodory(const Contributions& given) {
  std::vector<Vector> walk;
  for (Vector x = given.amount;;) {
    const std::vector<Index> used = in_use(x);
    if (used.empty()) return walk;
    const PivotedQR qr(given.columns(Eigen::all, used), kDependent);
    if (qr.rank() == static_cast<Index>(used.size())) return walk;
    Vector z = Vector::Zero(x.size());
    z(used) = qr.null_vector();
    // Costs are positive: a z that does not raise them has a negative entry.
    const double rise = given.cost.dot(z);
    if (rise > 0 || (rise == 0 && z.minCoeff() >= 0)) z = -z;
    x = moved_to_border(x, z);
    walk.push_back(x);
  }
}

Network reduce(const Matrix& X, const Network& network) {
  const Network merged = merge(X, network);
  if (merged.width() == 0) return merged;
  const Contributions all = contributions(X, merged);
  const std::vector<Vector> walk = caratheodory(all);
  const Vector& x = walk.empty() ? all.amount : walk.back();
  const std::vector<Index> used = in_use(x);
  Network reduced{merged.W(used, Eigen::all), merged.alpha(used)};
  for (Index k = 0; k < reduced.width(); ++k) {
    const Index i = used[static_cast<std::size_t>(k)];
    const double root = std::sqrt(x[i] / all.amount[i]);
    reduced.W.row(k) *= root, reduced.alpha[k] *= root;
  }
  return reduced;
}

}  // namespace hcx
