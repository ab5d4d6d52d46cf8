/// What a training kernel holds: which neurons see which points, and the weights in and out of its blocks.
#include <algorithm>

#include "training/kernels/training_kernel.hpp"

namespace hcx {

bool TrainingKernel::silent() const {
  return std::none_of(seen_.begin(), seen_.end(), [](const LaneMask& on) { return on[0] != 0 || on[1] != 0; });
}

bool TrainingKernel::sees(Index neuron, Index point) const {
  const Index block = neuron / (2 * lanes_), within = neuron % (2 * lanes_);
  return seen_[static_cast<std::size_t>((block * all_.n + point) * lanes_ + within / 2)][within % 2] != 0;
}

bool TrainingKernel::positive_output(Index neuron) const {
  const Index block = neuron / (2 * lanes_), within = neuron % (2 * lanes_);
  return state_.weights[static_cast<std::size_t>(block * stride_ + d_ * lanes_ + within / 2)][within % 2] > 0;
}

void TrainingKernel::patterns(std::vector<Pattern>& into) const {
  into.resize(static_cast<std::size_t>(m_), Pattern(all_.n));
  for (Index i = 0; i < m_; ++i)
    for (Index j = 0; j < all_.n; ++j) into[static_cast<std::size_t>(i)].set(j, sees(i, j));
}

std::vector<Lane> TrainingKernel::packed(const Network& network) const {
  std::vector<Lane> lanes(static_cast<std::size_t>(blocks_ * stride_));
  for (Index i = 0; i < m_; ++i) {
    const Index within = i % (2 * lanes_), first = (i / (2 * lanes_)) * stride_ + within / 2;
    for (Index k = 0; k <= d_; ++k)
      lanes[static_cast<std::size_t>(first + k * lanes_)][within % 2] = k < d_ ? network.W(i, k) : network.alpha[i];
  }
  return lanes;
}

Network TrainingKernel::unpacked(const std::vector<Lane>& lanes) const {
  if (lanes.empty()) return {Matrix(0, d_), Vector(0)};
  Network network{Matrix(m_, d_), Vector(m_)};
  for (Index i = 0; i < m_; ++i) {
    const Index within = i % (2 * lanes_), first = (i / (2 * lanes_)) * stride_ + within / 2;
    for (Index k = 0; k < d_; ++k) network.W(i, k) = lanes[static_cast<std::size_t>(first + k * lanes_)][within % 2];
    network.alpha[i] = lanes[static_cast<std::size_t>(first + d_ * lanes_)][within % 2];
  }
  return network;
}

void TrainingKernel::set_moments(const Network& velocity, const Network& squares) {
  if (rule_.keeps_velocity()) state_.velocity = packed(velocity);
  if (rule_.keeps_squares()) state_.squares = packed(squares);
}

}  // namespace hcx
