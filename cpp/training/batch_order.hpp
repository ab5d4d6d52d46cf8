/// Which data points each step of mini-batch training sees.
#pragma once

#include <cstdint>
#include <vector>

#include "core/types.hpp"

namespace hcx {

/// Every epoch visits all n points once in an order of its own, `size` at a time, the last batch with what is left.
/// The order depends on (seed, epoch) alone: a run continued from a snapshot needs nothing else to repeat itself.
class BatchOrder {
 public:
  BatchOrder(Index n, Index size, std::uint64_t seed);

  struct Batch {
    const Index* rows;
    Index count;
  };
  /// The batch of step t = 0, 1, ...; no allocation, O(n) when an epoch begins.
  Batch at(std::int64_t t);
  Index size() const { return size_; }

 private:
  void shuffle(std::int64_t epoch);

  std::vector<Index> rows_;
  Index size_;
  std::uint64_t seed_;
  std::int64_t epoch_ = -1;
};

}  // namespace hcx
