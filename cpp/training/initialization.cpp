#include "training/initialization.hpp"

#include <cmath>

#include "core/random.hpp"

namespace hcx {
namespace {

double draw(Random& random, Initialization initialization, Index fan_in) {
  const auto inputs = static_cast<double>(fan_in);
  switch (initialization) {
    case Initialization::Normal:
    case Initialization::Balanced: return random.normal();
    case Initialization::He: return std::sqrt(2 / inputs) * random.normal();
    case Initialization::Torch: return random.uniform(-1, 1) / std::sqrt(inputs);
  }
  return 0;
}

/// ||w_i||, summed in one order on every platform.
double norm(const Matrix& W, Index i) {
  double sum = 0;
  for (Index k = 0; k < W.cols(); ++k) sum += W(i, k) * W(i, k);
  return std::sqrt(sum);
}

}  // namespace

Network initial_network(Index m, Index d, Initialization initialization, double scale, std::uint64_t seed) {
  Random random(seed);
  Network network{Matrix(m, d), Vector(m)};
  for (double& w : network.W.reshaped<Eigen::RowMajor>()) w = scale * draw(random, initialization, d);
  for (double& a : network.alpha) a = scale * draw(random, initialization, m);
  if (initialization == Initialization::Balanced)
    for (Index i = 0; i < m; ++i) network.alpha[i] = std::copysign(norm(network.W, i), network.alpha[i]);
  return network;
}

}  // namespace hcx
