#include "response/cone_extent.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hcx {
namespace {

constexpr double kUnitRoundoff = std::numeric_limits<double>::epsilon();
constexpr double kNothing = 8 * kUnitRoundoff;

}  // namespace

ConeExtent::ConeExtent(const Eigen::MatrixXd& normals)
    : normals_(normals),
      projection_(normals),
      rounding_(kUnitRoundoff * static_cast<double>(normals.cols() + 2 * normals.rows() + 16)),
      box_(normals.rows(), normals.rows()),
      low_(normals.rows()),
      high_(normals.rows()) {}

void ConeExtent::clear() {
  projection_.lower.setZero();
  projection_.upper.setZero();
}

void ConeExtent::add_wall(Index h, int side) {
  (side > 0 ? projection_.upper : projection_.lower)[h] = side * std::numeric_limits<double>::infinity();
}

double ConeExtent::reach(const Vector& p, const signed char* places) {
  projection_.offset = p;
  projection_.start(places);
  projection_.solve(kNothing);
  return projection_.w().norm() + rounding_ * (1 + projection_.coefficient_sum());
}

bool ConeExtent::misses(Index h, int side, const signed char* places) {
  reach(side * normals_.col(h), places);
  return projection_.w().norm() <= kNothing;
}

bool ConeExtent::enclose(const Vector& u, const signed char* places) {
  // I - 2 v v' / v'v takes u to a multiple of the first unit vector: its other columns are a basis around u.
  Vector v = u;
  v[0] += u[0] > 0 ? 1 : -1;
  const double square = v.squaredNorm();
  box_.col(0) = u;
  low_[0] = -reach(-u, places), high_[0] = 1;
  double around = 0;
  for (Index i = 1; i < u.size(); ++i) {
    box_.col(i) = Vector::Unit(u.size(), i) - (2 * v[i] / square) * v;
    low_[i] = -reach(-box_.col(i), places), high_[i] = reach(box_.col(i), places);
    around += std::pow(std::max(high_[i], -low_[i]), 2);
    if (around >= 1) return false;
  }
  const double least = std::sqrt(1 - around);  // of |u . w|
  if (low_[0] > -least) low_[0] = least - kNothing;
  return true;
}

std::pair<double, double> ConeExtent::range(Index h) const {
  double low = -kNothing, high = kNothing;
  for (Index i = 0; i < low_.size(); ++i) {
    const double along = normals_.col(h).dot(box_.col(i));
    low += along > 0 ? along * low_[i] : along * high_[i];
    high += along > 0 ? along * high_[i] : along * low_[i];
  }
  return {low, high};
}

}  // namespace hcx
