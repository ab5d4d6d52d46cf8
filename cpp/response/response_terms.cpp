#include "response/response_terms.hpp"

#include <algorithm>
#include <cmath>

namespace hcx {
namespace {

/// An upper bound on the largest eigenvalue of S >= 0, a factor d^(1/64) off at most: ||S^32||_F^(1/32).
double largest_eigenvalue_bound(Eigen::MatrixXd S) {
  double log_scale = 0, power = 1;
  for (int k = 0; k < 6; ++k) {
    const double size = S.norm();
    if (!(size > 0)) return 0;
    log_scale += std::log(size) / power;
    S /= size;
    if (k < 5) S = (S * S).eval(), power *= 2;
  }
  return std::exp(log_scale) * (1 + 1e-12);
}

}  // namespace

ResponseTerms::ResponseTerms(const std::vector<Hyperplane>& planes, const Eigen::MatrixXd& normals,
                             const Vector& weights, int s)
    : sign(s), plus(Vector::Zero(normals.cols())), minus(plus) {
  for (Index h = 0; h < normals.cols(); ++h) {
    for (const auto& [j, direction] : planes[static_cast<std::size_t>(h)].points)
      (direction > 0 ? plus : minus)[h] += sign * weights[j];
    if (convex(h)) order.push_back(h);
  }
  std::sort(order.begin(), order.end(), [&](Index a, Index b) { return kappa(a) > kappa(b); });

  radius.assign(order.size() + 1, 0);
  Eigen::MatrixXd S = Eigen::MatrixXd::Zero(normals.rows(), normals.rows());
  double sum = 0;
  for (std::size_t k = order.size(); k-- > 0;) {
    const Vector h = normals.col(order[k]);
    S += (kappa(order[k]) * h) * h.transpose();
    sum += kappa(order[k]);
    radius[k] = std::min(sum, std::sqrt(sum * largest_eigenvalue_bound(S)));
  }
}

}  // namespace hcx
