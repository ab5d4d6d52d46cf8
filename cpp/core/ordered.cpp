#include "core/ordered.hpp"

#include <numeric>

namespace hcx {

std::vector<Index> ordered(std::size_t n, const std::function<bool(Index i, Index j)>& before) {
  std::vector<Index> indices(n);
  std::iota(indices.begin(), indices.end(), Index{0});
  sort_stably(indices, before);
  return indices;
}

}  // namespace hcx
