#include "solvers/exact/fewest_blocks.hpp"

#include "programme/mapping.hpp"
#include "programme/network_reduction.hpp"

namespace hcx::exact {

std::vector<Block> at_most_n_blocks(const Matrix& X, std::vector<Block> blocks) {
  if (static_cast<Index>(blocks.size()) <= X.rows()) return blocks;
  std::erase_if(blocks, [](const Block& block) { return block.u.isZero(0); });
  const Contributions given = contributions(X, to_network(blocks, X.cols()));
  const std::vector<Vector> walk = caratheodory(given);
  if (walk.empty()) return blocks;
  std::vector<Block> kept;
  for (Index i = 0; i < given.amount.size(); ++i) {
    Block& block = blocks[static_cast<std::size_t>(i)];
    if (!(walk.back()[i] > 0)) continue;
    block.u *= walk.back()[i] / given.amount[i];
    kept.push_back(std::move(block));
  }
  return kept;
}

}  // namespace hcx::exact
