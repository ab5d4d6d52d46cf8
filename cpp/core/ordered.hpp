/// Sorting, compiled once: every type and every order would add kilobytes to the WebAssembly module.
#pragma once

#include <functional>
#include <vector>

#include "core/types.hpp"

namespace hcx {

/// Sorts indices so that before(i, j) is false for all i behind j; equal ones keep their order. An order that contradicts
/// itself, as rounding may make it, does no harm but to the result.
void sort_stably(std::vector<Index>& indices, const std::function<bool(Index i, Index j)>& before);

/// 0 .. n-1 so sorted.
std::vector<Index> ordered(std::size_t n, const std::function<bool(Index i, Index j)>& before);

}  // namespace hcx
