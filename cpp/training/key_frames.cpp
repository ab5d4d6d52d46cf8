#include "training/key_frames.hpp"

#include <algorithm>

namespace hcx {

void KeyFrames::start(std::int64_t steps, const TrainingKernel::State& state) {
  frames_.clear();
  frames_.push_back({steps, state});
  stride_ = kShortest;
}

bool KeyFrames::wants(std::int64_t steps) const {
  return (steps - first()) % stride_ == 0 && steps > frames_.back().steps;
}

void KeyFrames::add(std::int64_t steps, const TrainingKernel::State& state) {
  const std::size_t most = std::max<std::size_t>(2, bytes_ / std::max<std::size_t>(1, state.bytes()));
  if (frames_.size() >= most) thin();
  if (wants(steps)) frames_.push_back({steps, state});
}

void KeyFrames::thin() {
  stride_ *= 2;
  std::erase_if(frames_, [this](const Frame& frame) { return (frame.steps - first()) % stride_ != 0; });
}

const KeyFrames::Frame& KeyFrames::before(std::int64_t steps) const {
  const auto after = std::upper_bound(frames_.begin(), frames_.end(), steps,
                                      [](std::int64_t s, const Frame& frame) { return s < frame.steps; });
  return *(after == frames_.begin() ? after : after - 1);
}

}  // namespace hcx
