#include "training/descent_kernel.hpp"

#include <algorithm>

namespace hcx {

DescentKernel::DescentKernel(const Problem& problem, const Network& network)
    : m_(network.width()),
      n_(problem.X.rows()),
      d_(problem.X.cols()),
      blocks_((m_ + kBlock - 1) / kBlock),
      decay_(2 * problem.lambda),
      rate_(2 * problem.misfit_factor()),
      x_(problem.X.data(), problem.X.data() + problem.X.size()),
      y_(problem.y.data(), problem.y.data() + problem.y.size()),
      r_(y_.size()),
      weights_(static_cast<std::size_t>(blocks_ * (d_ + 1) * kLanes)),
      previous_(weights_.size()),
      z_(static_cast<std::size_t>(blocks_ * n_ * kLanes)),
      seen_(static_cast<std::size_t>(n_ * kLanes)),
      f_(y_.size()) {
  for (Index i = 0; i < m_; ++i) {
    const Index row = (i / kBlock) * (d_ + 1), lane = (i % kBlock) / 2, half = i % 2;
    for (Index k = 0; k <= d_; ++k)
      weights_[static_cast<std::size_t>((row + k) * kLanes + lane)][half] = k < d_ ? network.W(i, k) : network.alpha[i];
  }
  forward_all();
}

Network DescentKernel::network() const {
  Network network{Matrix(m_, d_), Vector(m_)};
  for (Index i = 0; i < m_; ++i) {
    const Index row = (i / kBlock) * (d_ + 1), lane = (i % kBlock) / 2, half = i % 2;
    const auto weight = [&](Index k) { return weights_[static_cast<std::size_t>((row + k) * kLanes + lane)][half]; };
    for (Index k = 0; k < d_; ++k) network.W(i, k) = weight(k);
    network.alpha[i] = weight(d_);
  }
  return network;
}

/// Pre-activations of one block, and its share of the output. D = d known to the compiler, or 0.
template <int D>
void DescentKernel::forward(const Lane* w, Lane* z) {
  const Index d = D > 0 ? D : d_;
  const Lane a0 = w[d * kLanes], a1 = w[d * kLanes + 1];
  const double* x = x_.data();
  for (Index j = 0; j < n_; ++j, x += d) {
    Lane z0 = both(x[0]) * w[0], z1 = both(x[0]) * w[1];
    for (Index k = 1; k < d; ++k) {
      z0 += both(x[k]) * w[k * kLanes];
      z1 += both(x[k]) * w[k * kLanes + 1];
    }
    z[j * kLanes] = z0, z[j * kLanes + 1] = z1;
    f_[static_cast<std::size_t>(j)] += a0 * where_positive(z0, z0) + a1 * where_positive(z1, z1);
  }
}

/// Every block: backward from the residual of the present weights, the update, and forward with the new ones.
template <int D>
void DescentKernel::step_blocks(double step_size) {
  const Index d = D > 0 ? D : d_;
  const Lane keep = both(1 - step_size * decay_), rate = both(step_size * rate_);
  for (Index b = 0; b < blocks_; ++b) {
    const Lane* old = previous_.data() + b * (d + 1) * kLanes;
    Lane* w = weights_.data() + b * (d + 1) * kLanes;
    Lane* z = z_.data() + b * n_ * kLanes;

    Lane g0 = both(0), g1 = both(0);  // of alpha: sum_j r_j max(0, z_j)
    for (Index j = 0; j < n_; ++j) {
      const Lane r = both(r_[static_cast<std::size_t>(j)]);
      const Lane z0 = z[j * kLanes], z1 = z[j * kLanes + 1];
      const Lane seen0 = where_positive(z0, r), seen1 = where_positive(z1, r);
      seen_[static_cast<std::size_t>(j * kLanes)] = seen0, seen_[static_cast<std::size_t>(j * kLanes + 1)] = seen1;
      g0 += seen0 * z0, g1 += seen1 * z1;
    }
    const Lane a0 = old[d * kLanes], a1 = old[d * kLanes + 1];
    for (Index k = 0; k < d; ++k) {
      Lane h0 = both(0), h1 = both(0);  // sum_j 1[z_j > 0] r_j x_jk
      for (Index j = 0; j < n_; ++j) {
        const Lane x = both(x_[static_cast<std::size_t>(j * d + k)]);
        h0 += x * seen_[static_cast<std::size_t>(j * kLanes)];
        h1 += x * seen_[static_cast<std::size_t>(j * kLanes + 1)];
      }
      w[k * kLanes] = keep * old[k * kLanes] - rate * a0 * h0;
      w[k * kLanes + 1] = keep * old[k * kLanes + 1] - rate * a1 * h1;
    }
    w[d * kLanes] = keep * a0 - rate * g0;
    w[d * kLanes + 1] = keep * a1 - rate * g1;
    forward<D>(w, z);
  }
}

void DescentKernel::step(double step_size) {
  std::swap(weights_, previous_);
  std::fill(f_.begin(), f_.end(), both(0));
  switch (d_) {
    case 1: step_blocks<1>(step_size); break;
    case 2: step_blocks<2>(step_size); break;
    case 3: step_blocks<3>(step_size); break;
    default: step_blocks<0>(step_size);
  }
  finish_residual();
}

void DescentKernel::undo() {
  std::swap(weights_, previous_);
  forward_all();
}

void DescentKernel::forward_all() {
  std::fill(f_.begin(), f_.end(), both(0));
  for (Index b = 0; b < blocks_; ++b) forward<0>(weights_.data() + b * (d_ + 1) * kLanes, z_.data() + b * n_ * kLanes);
  finish_residual();
}

void DescentKernel::finish_residual() {
  for (std::size_t j = 0; j < r_.size(); ++j) r_[j] = f_[j][0] + f_[j][1] - y_[j];
}

bool DescentKernel::silent() const {
  return std::none_of(z_.begin(), z_.end(), [](const Lane& z) { return z[0] > 0 || z[1] > 0; });
}

double DescentKernel::squared_residual() const {
  double sum = 0;
  for (const double r : r_) sum += r * r;
  return sum;
}

double DescentKernel::squared_weights() const {
  Lane sum = both(0);
  for (const Lane& w : weights_) sum += w * w;
  return sum[0] + sum[1];
}

}  // namespace hcx
