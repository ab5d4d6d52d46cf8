#include "core/ordered.hpp"

#include <algorithm>
#include <numeric>

namespace hcx {

void sort_stably(std::vector<Index>& indices, const std::function<bool(Index i, Index j)>& before) {
  std::stable_sort(indices.begin(), indices.end(), [&before](Index i, Index j) { return before(i, j); });
}

std::vector<Index> ordered(std::size_t n, const std::function<bool(Index i, Index j)>& before) {
  std::vector<Index> indices(n);
  std::iota(indices.begin(), indices.end(), Index{0});
  sort_stably(indices, before);
  return indices;
}

}  // namespace hcx
