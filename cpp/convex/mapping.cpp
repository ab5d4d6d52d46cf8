#include "convex/mapping.hpp"

#include <cmath>
#include <map>
#include <utility>

namespace hcx {

Network to_network(const std::vector<Block>& blocks, Index d) {
  std::vector<const Block*> nonzero;
  for (const Block& block : blocks)
    if (block.u.stableNorm() > 0) nonzero.push_back(&block);
  Network network{Matrix(static_cast<Index>(nonzero.size()), d), Vector(nonzero.size())};
  for (Index i = 0; i < network.width(); ++i) {
    const Block& block = *nonzero[static_cast<std::size_t>(i)];
    const double root = std::sqrt(block.u.stableNorm());
    network.W.row(i) = block.u.transpose() / root;
    network.alpha[i] = block.sign * root;
  }
  return network;
}

std::vector<Block> to_blocks(const Matrix& X, const Network& network) {
  validate(network, X.cols());
  std::map<std::pair<Pattern, int>, Vector> sums;
  for (Index i = 0; i < network.width(); ++i) {
    const Vector w = network.W.row(i).transpose();
    const Pattern pattern = pattern_of(X, w);
    if (network.alpha[i] == 0 || pattern.active() == 0) continue;
    const auto key = std::pair(pattern, network.alpha[i] > 0 ? 1 : -1);
    const auto [sum, fresh] = sums.try_emplace(key, Vector::Zero(X.cols()));
    sum->second += std::abs(network.alpha[i]) * w;
  }
  std::vector<Block> blocks;
  for (auto& [key, u] : sums) blocks.push_back({key.first, key.second, u});
  return blocks;
}

Network merge(const Matrix& X, const Network& network) { return to_network(to_blocks(X, network), X.cols()); }

}  // namespace hcx
