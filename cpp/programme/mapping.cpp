#include "programme/mapping.hpp"

#include <cmath>
#include <utility>

#include "core/ordered.hpp"

namespace hcx {
namespace {

bool precedes(const Block& a, const Block& b) {
  return a.pattern < b.pattern || (a.pattern == b.pattern && a.sign < b.sign);
}

}  // namespace

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
  std::vector<Block> terms;
  for (Index i = 0; i < network.width(); ++i) {
    const Vector w = network.W.row(i).transpose();
    Pattern pattern = pattern_of(X, w);
    if (network.alpha[i] == 0 || pattern.active() == 0) continue;
    terms.push_back({std::move(pattern), network.alpha[i] > 0 ? 1 : -1, std::abs(network.alpha[i]) * w});
  }
  const auto term = [&](Index i) -> Block& { return terms[static_cast<std::size_t>(i)]; };
  std::vector<Block> blocks;
  for (const Index i : ordered(terms.size(), [&](Index p, Index q) { return precedes(term(p), term(q)); })) {
    if (blocks.empty() || precedes(blocks.back(), term(i)))
      blocks.push_back(std::move(term(i)));
    else
      blocks.back().u += term(i).u;
  }
  return blocks;
}

Network merge(const Matrix& X, const Network& network) { return to_network(to_blocks(X, network), X.cols()); }

}  // namespace hcx
