#include "solvers/exact/least_misfit_in_any_dimension.hpp"

#include <cmath>

#include "core/pivoted_qr.hpp"
#include "core/random.hpp"
#include "programme/mapping.hpp"
#include "solvers/exact/fewest_blocks.hpp"
#include "solvers/exact/least_misfit.hpp"

namespace hcx::exact {
namespace {

constexpr std::uint64_t kSeed = 1;
constexpr int kPasses = 4;

/// d x 2, such that no entry of X P is larger than 1.
Eigen::MatrixXd plane_for(const Matrix& X) {
  Random random(kSeed);
  Eigen::MatrixXd plane(X.cols(), 2);
  for (double& entry : plane.reshaped()) entry = random.normal();
  const double largest = (X * plane).cwiseAbs().maxCoeff();
  return largest > 0 ? Eigen::MatrixXd(plane / largest) : plane;
}

/// The v of f(x) = |rho| q + x . v / 2 with the least misfit when every line's q does what it can; 0 where it need do nothing.
Vector shared_part(const Matrix& X, const Matrix& projected, const Circle& circle, const Vector& y) {
  std::vector<Index> points;
  std::vector<double> own;  // what is left of x / 2, as a part of x
  for (Index k = 0; k < circle.rays() / 2; ++k) {
    const Point t = turned(circle.ray(k));
    const Sides side = sides(projected, circle, k);
    if (!side.both()) continue;
    for (const Index j : circle.line(k))
      points.push_back(j), own.push_back(projected.row(j).dot(t) > 0 ? side.minus : side.plus);
  }
  if (points.empty()) return Vector::Zero(X.cols());
  Eigen::MatrixXd rows = X(points, Eigen::all);
  rows.array().colwise() *= Vector::Map(own.data(), static_cast<Index>(own.size())).array();
  return PivotedQR(rows, kRoundedPivot).least_squares(y(points));
}

/// x . v / 2 = max(0, x . v / 2) - max(0, -x . v / 2), and the neurons in the plane.
Network assembled(const Vector& v, const Eigen::MatrixXd& plane, const std::vector<LeastMisfit::Neuron>& neurons) {
  const Index pair = v.isZero(0) ? 0 : 2, width = pair + static_cast<Index>(neurons.size());
  Network network{Matrix(width, v.size()), Vector(width)};
  if (pair > 0) {
    network.W.row(0) = 0.5 * v.transpose();
    network.W.row(1) = -0.5 * v.transpose();
    network.alpha.head(2) << 1, -1;
  }
  for (Index i = pair; i < width; ++i) {
    const auto& [sign, face, u] = neurons[static_cast<std::size_t>(i - pair)];
    network.W.row(i) = (plane * u).transpose();
    network.alpha[i] = sign;
  }
  return network;
}

}  // namespace

Network least_misfit(const Matrix& X, const Vector& y) {
  const Eigen::MatrixXd plane = plane_for(X);
  const Matrix projected = X * plane;
  const Circle circle(projected);
  const Vector v = shared_part(X, projected, circle, y);
  LeastMisfit least(projected, circle);
  Network best{Matrix(0, X.cols()), Vector(0)};
  Vector rest = y - 0.5 * (X * v);
  // Again for what rounding has left: where lines are near to each other, large masses cancel.
  for (int pass = 0; pass < kPasses; ++pass) {
    least.add(rest);
    least.thin();
    Network network = assembled(v, plane, least.neurons());
    rest = y - predict(network, X);
    if (!rest.allFinite()) break;
    if (rest.squaredNorm() < (y - predict(best, X)).squaredNorm()) best = std::move(network);
  }
  return best.width() > X.rows() ? to_network(at_most_n_blocks(X, to_blocks(X, best)), X.cols()) : best;
}

}  // namespace hcx::exact
