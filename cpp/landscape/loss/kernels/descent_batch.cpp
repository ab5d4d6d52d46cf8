#include "landscape/loss/kernels/descent_batch.hpp"

#include <algorithm>
#include <limits>

namespace hcx {

DescentBatch::DescentBatch(const Problem& problem, Index m, bool frozen, const DescentLimits& limits)
    : n_(problem.X.rows()),
      m_(m),
      d_(problem.X.cols()),
      frozen_(frozen),
      k_(problem.misfit_factor()),
      lambda_(problem.lambda),
      zero_loss_(k_ * problem.y.squaredNorm()),
      limits_(limits),
      x_(problem.X.data(), problem.X.data() + problem.X.size()),
      y_(problem.y.data(), problem.y.data() + n_),
      w_(static_cast<std::size_t>(m * (d_ + 1) * kLanes)),
      g_(w_.size()),
      z_(static_cast<std::size_t>(m * kLanes)) {}

void DescentBatch::begin(const std::vector<Network>& starts) {
  steps_ = 0;
  live_ = 0;
  for (std::size_t s = 0; s < static_cast<std::size_t>(kStarts); ++s) {
    const Network& network = starts[std::min(s, starts.size() - 1)];  // lanes to spare repeat the last
    for (Index i = 0; i < m_; ++i)
      for (Index k = 0; k <= d_; ++k)
        w_[static_cast<std::size_t>(i * (d_ + 1) + k) * kLanes + s / 2][static_cast<int>(s % 2)] =
            k < d_ ? network.W(i, k) : network.alpha[i];
    largest_[s] = std::numeric_limits<double>::infinity();
    if (s < starts.size()) live_ |= 1u << s;
  }
}

/// The loss and its gradient at the present weights, into g_.
template <int M, int D>
DescentBatch::Pass DescentBatch::differentiate() {
  const Index m = M > 0 ? M : m_, d = D > 0 ? D : d_, row = (d + 1) * kLanes;
  Lane* __restrict g = g_.data();
  Lane* __restrict z = z_.data();
  const Lane* __restrict w = w_.data();
  std::fill(g, g + m * row, both(0));
  Lane misfit[kLanes] = {both(0), both(0)};
  const double* x = x_.data();
  for (Index j = 0; j < n_; ++j, x += d) {
    Lane r[kLanes] = {both(0), both(0)};
    for (Index i = 0; i < m; ++i)
      for (int l = 0; l < kLanes; ++l) {
        const Lane* v = w + i * row + l;
        Lane at = both(x[0]) * v[0];
        for (Index k = 1; k < d; ++k) at += both(x[k]) * v[k * kLanes];
        z[i * kLanes + l] = at;
        r[l] += v[d * kLanes] * where(positive(at), at);
      }
    for (int l = 0; l < kLanes; ++l) {
      r[l] -= both(y_[static_cast<std::size_t>(j)]);
      misfit[l] += r[l] * r[l];
    }
    for (Index i = 0; i < m; ++i)
      for (int l = 0; l < kLanes; ++l) {
        Lane* h = g + i * row + l;
        const Lane at = z[i * kLanes + l], seen = where(positive(at), r[l]);
        for (Index k = 0; k < d; ++k) h[k * kLanes] += both(x[k]) * seen;
        h[d * kLanes] += seen * at;
      }
  }

  const Lane rate = both(2 * k_), decay = both(2 * lambda_);
  Pass pass;
  for (int l = 0; l < kLanes; ++l) {
    Lane squares = both(0), slope = both(0);
    for (Index i = 0; i < m; ++i) {
      const Lane* v = w + i * row + l;
      Lane* h = g + i * row + l;
      const Lane alpha = v[d * kLanes];
      for (Index k = 0; k < d; ++k) {
        h[k * kLanes] = rate * alpha * h[k * kLanes] + decay * v[k * kLanes];
        slope += h[k * kLanes] * h[k * kLanes];
        squares += v[k * kLanes] * v[k * kLanes];
      }
      h[d * kLanes] = rate * h[d * kLanes] + decay * alpha;
      if (!frozen_) slope += h[d * kLanes] * h[d * kLanes];
      squares += alpha * alpha;
    }
    pass.loss[l] = both(k_) * misfit[l] + both(lambda_) * squares;
    pass.pull[l] = slope * squares;
  }
  return pass;
}

template <int M, int D>
void DescentBatch::update() {
  const Index m = M > 0 ? M : m_, d = D > 0 ? D : d_, row = (d + 1) * kLanes;
  const Lane step = both(limits_.step_size);
  Lane* __restrict w = w_.data();
  const Lane* __restrict g = g_.data();
  for (Index i = 0; i < m; ++i)
    for (Index k = 0; k < (frozen_ ? d * kLanes : row); ++k) w[i * row + k] -= step * g[i * row + k];
}

/// Whether any start ends here; looked at more closely only then.
void DescentBatch::watch(const Pass& pass) {
  if (steps_ == 0)
    for (std::size_t s = 0; s < largest_.size(); ++s)
      largest_[s] = limits_.most_loss * std::max(pass.loss[s / 2][static_cast<int>(s % 2)], zero_loss_);
  for (int s = 0; s < static_cast<int>(kStarts); ++s) {
    if (!(live_ >> s & 1)) continue;
    const double loss = pass.loss[s / 2][s % 2], pull = pass.pull[s / 2][s % 2];
    if (!(loss <= largest_[static_cast<std::size_t>(s)]))  // NaN included
      end_run(s, std::numeric_limits<double>::infinity(), DescentEnd::Diverged);
    else if (pull <= limits_.least_pull * limits_.least_pull)
      end_run(s, loss, DescentEnd::Converged);
    else if (steps_ == limits_.max_steps)
      end_run(s, loss, DescentEnd::StepLimit);
  }
}

void DescentBatch::end_run(int start, double loss, DescentEnd end) {
  runs_[static_cast<std::size_t>(start)] = {loss, steps_, end};
  live_ &= ~(1u << start);
}

template <int M, int D>
void DescentBatch::advance_shaped(std::int64_t steps) {
  for (; steps > 0 && live_ != 0; --steps) {
    watch(differentiate<M, D>());
    if (live_ == 0) return;
    update<M, D>();
    ++steps_;
  }
}

void DescentBatch::advance(std::int64_t steps) {
  if (m_ == 1 && d_ == 1) return advance_shaped<1, 1>(steps);
  if (m_ == 2 && d_ == 1) return advance_shaped<2, 1>(steps);
  if (m_ == 2 && d_ == 2) return advance_shaped<2, 2>(steps);
  switch (d_) {
    case 1: return advance_shaped<0, 1>(steps);
    case 2: return advance_shaped<0, 2>(steps);
    default: return advance_shaped<0, 0>(steps);
  }
}

}  // namespace hcx
