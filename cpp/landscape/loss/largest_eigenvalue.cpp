#include "landscape/loss/largest_eigenvalue.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/random.hpp"

namespace hcx {
namespace {

constexpr Index kToTheEnd = 400, kMostSteps = 150;
constexpr double kRounding = 1e-15;

/// A symmetric tridiagonal matrix.
struct Tridiagonal {
  std::vector<double> diagonal, beside;

  double radius(std::size_t i) const {
    return (i > 0 ? std::abs(beside[i - 1]) : 0) + (i + 1 < diagonal.size() ? std::abs(beside[i]) : 0);
  }
  /// Whether all eigenvalues are below x: Sturm's sequence, the pivots of T - x I.
  bool below(double x) const {
    double pivot = 1;
    for (std::size_t i = 0; i < diagonal.size(); ++i) {
      pivot = diagonal[i] - x - (i > 0 ? beside[i - 1] * beside[i - 1] / pivot : 0);
      if (!(pivot < 0)) return false;
    }
    return true;
  }
  /// By bisection between Gershgorin's bounds.
  double largest() const {
    double low = diagonal[0], high = diagonal[0];
    for (std::size_t i = 0; i < diagonal.size(); ++i) {
      low = std::max(low, diagonal[i]);
      high = std::max(high, diagonal[i] + radius(i));
    }
    for (;;) {
      const double middle = low + 0.5 * (high - low);
      if (middle <= low || middle >= high) return low;
      (below(middle) ? high : low) = middle;
    }
  }
};

Vector random_direction(Index size) {
  Random random(1);
  Vector v(size);
  for (double& x : v) x = random.normal();
  return v / v.norm();
}

/// Twice is enough.
void make_orthogonal(Vector& v, const std::vector<Vector>& to) {
  for (int pass = 0; pass < 2; ++pass)
    for (const Vector& q : to) v -= q.dot(v) * q;
}

}  // namespace

double largest_eigenvalue(Index size, const std::function<Vector(const Vector&)>& apply) {
  std::vector<Vector> basis{random_direction(size)};
  Tridiagonal t;
  double value = 0, scale = 0;
  const Index most = size <= kToTheEnd ? size : kMostSteps;
  for (int still = 0; still < 3;) {
    Vector next = apply(basis.back());
    t.diagonal.push_back(basis.back().dot(next));
    const double length = next.norm();
    scale = std::max(scale, length);
    make_orthogonal(next, basis);
    const double rest = next.norm();
    const bool spanned = rest <= kRounding * scale * static_cast<double>(size);
    const bool last = spanned || static_cast<Index>(basis.size()) == most;
    if (last || size > kToTheEnd) {
      const double before = value;
      value = t.largest();
      still = basis.size() > 1 && std::abs(value - before) <= kRounding * scale ? still + 1 : 0;
      if (last) break;
    }
    t.beside.push_back(rest);
    basis.push_back(next / rest);
  }
  return value;
}

}  // namespace hcx
