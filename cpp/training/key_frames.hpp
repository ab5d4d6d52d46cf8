/// What a run can be rewound to.
#pragma once

#include <cstdint>
#include <vector>

#include "training/kernels/training_kernel.hpp"

namespace hcx {

/// States of a run at its start and at multiples of a stride. When they would take more than `bytes`, every second one
/// goes and the stride doubles: any step is at most one stride of replay away, however long the run.
class KeyFrames {
 public:
  explicit KeyFrames(std::size_t bytes) : bytes_(bytes) {}

  struct Frame {
    std::int64_t steps;
    TrainingKernel::State state;
  };

  /// Forgets everything: the run, as far as it can be rewound, starts here.
  void start(std::int64_t steps, const TrainingKernel::State& state);
  /// Whether the state at `steps` is one to keep.
  bool wants(std::int64_t steps) const;
  void add(std::int64_t steps, const TrainingKernel::State& state);

  std::int64_t first() const { return frames_.front().steps; }
  /// The last one at or before `steps` >= first().
  const Frame& before(std::int64_t steps) const;

 private:
  void thin();

  static constexpr std::int64_t kShortest = 64;  // a replay this short costs nothing
  std::size_t bytes_;
  std::int64_t stride_ = kShortest;
  std::vector<Frame> frames_;
};

}  // namespace hcx
