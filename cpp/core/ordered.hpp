/// Stable sorting in a quarter of std::stable_sort's code, which the WebAssembly module would hold once a type and an order.
#pragma once

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "core/types.hpp"

namespace hcx {

/// Sorts so that before(a, b) is false for all a behind b; equal ones keep their order. An order that contradicts itself, as
/// rounding may make it, does no harm but to the result. O(n log n): runs of 1, 2, 4, ... are merged.
template <class T, class Before>
void sort_stably(std::vector<T>& items, const Before& before) {
  const std::size_t n = items.size();
  std::vector<T> merged(n);
  for (std::size_t run = 1; run < n; run *= 2) {
    for (std::size_t begin = 0; begin < n; begin += 2 * run) {
      const std::size_t middle = std::min(begin + run, n), end = std::min(middle + run, n);
      std::size_t left = begin, right = middle;
      for (std::size_t at = begin; at < end; ++at) {
        const bool from_left = right == end || (left < middle && !before(items[right], items[left]));
        merged[at] = std::move(items[from_left ? left++ : right++]);
      }
    }
    items.swap(merged);
  }
}

/// 0 .. n-1 so sorted.
std::vector<Index> ordered(std::size_t n, const std::function<bool(Index i, Index j)>& before);

}  // namespace hcx
