#include "training/batch_order.hpp"

#include <algorithm>
#include <numeric>

#include "core/random.hpp"

namespace hcx {

BatchOrder::BatchOrder(Index n, Index size, std::uint64_t seed)
    : rows_(static_cast<std::size_t>(n)), size_(std::min(size, n)), seed_(seed) {}

BatchOrder::Batch BatchOrder::at(std::int64_t t) {
  const auto n = static_cast<Index>(rows_.size()), batches = (n + size_ - 1) / size_;
  if (t / batches != epoch_) shuffle(t / batches);
  const Index first = (t % batches) * size_;
  return {rows_.data() + first, std::min(size_, n - first)};
}

/// Fisher and Yates, from a generator of the epoch's own.
void BatchOrder::shuffle(std::int64_t epoch) {
  epoch_ = epoch;
  Random random(Random(seed_).bits() + static_cast<std::uint64_t>(epoch));
  std::iota(rows_.begin(), rows_.end(), Index{0});
  for (std::size_t j = rows_.size(); j > 1; --j)
    std::swap(rows_[j - 1], rows_[static_cast<std::size_t>(random.uniform() * static_cast<double>(j))]);
}

}  // namespace hcx
