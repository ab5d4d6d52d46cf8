/// The passes of a training kernel over its blocks of neurons.
#include <algorithm>

#include "training/kernels/block_passes.hpp"
#include "training/kernels/training_kernel.hpp"

namespace hcx {
namespace {

/// w . q of the neurons in register l.
template <int D, int L>
inline Lane along(const FewRows<D, L>& w, const FewRows<D, L>& q, int l) {
  Lane sum = w.row[0][l] * q.row[0][l];
  for (int k = 1; k < D; ++k) sum += w.row[k][l] * q.row[k][l];
  return sum;
}

/// w <- w - gamma g of one block, from its sums q. Without decay the factors `keep` are 1 and cost nothing.
template <int D, int L, bool Decay>
struct PlainStep {
  Lane first_keep, first_pull, second_keep, second_pull;

  /// The layers' step sizes.
  PlainStep(double first, double second, double decay, double pull)
      : first_keep(both(1 - first * decay)),
        first_pull(both(first * pull)),
        second_keep(both(1 - second * decay)),
        second_pull(both(second * pull)) {}

  FewRows<D, L> operator()(Lane* weights, const FewRows<D, L>& q) const {
    auto w = FewRows<D, L>::load(weights);
    for (int l = 0; l < L; ++l) {
      const Lane output_pull = along(w, q, l), pulled = first_pull * w.row[D][l];
      for (int k = 0; k < D; ++k) w.row[k][l] = kept(first_keep, w.row[k][l]) - pulled * q.row[k][l];
      w.row[D][l] = kept(second_keep, w.row[D][l]) - second_pull * output_pull;
    }
    w.store(weights);
    return w;
  }
  static Lane kept(Lane keep, Lane w) { return Decay ? keep * w : w; }
};

}  // namespace

/// A whole step of gradient descent. A block's weights stay in registers from their step to their outputs, and beside those
/// the next block's sums are made.
template <int D, bool Decay>
void TrainingKernel::step_few(const Points& points, bool, bool) {
  constexpr int L = kLanes;
  const Lane *x = points.doubled.data(), *p = pulls_.data();
  const Index n = points.n;
  const PlainStep<D, L, Decay> step(rates_.first * step_size_, rates_.second * step_size_, decay_, pull_);
  Lane *weights = state_.weights.data(), *f = f_.data();
  LaneMask* seen = seen_.data();
  Lane sums[L] = {};
  auto q = backward_few<D, L>(p, n, seen);
  for (Index b = 1; b < blocks_; ++b, weights += (D + 1) * L, seen += n * L) {
    const auto w = step(weights, q);
    if (Decay) w.add_squares(sums);
    q = forward_and_backward_few<D, L>(x, p, n, w, seen, f, seen + n * L);
  }
  const auto w = step(weights, q);
  if (Decay) w.add_squares(sums);
  forward_few<D, L>(x, n, w, seen, f);
  std::copy_n(sums, L, sums_.begin());
}

/// Blocks of kLanes are of gradient descent, those of kManyLanes of the other rules.
template <int D, int L>
void TrainingKernel::pass_few(const Points& points, bool learn, bool see) {
  const PlainStep<D, L, true> plain(rates_.first * step_size_, rates_.second * step_size_, decay_, pull_);
  const Lane pull = both(pull_), decay = both(decay_);
  Lane sums[L] = {};
  for (Index b = 0; b < blocks_; ++b) {
    Lane* weights = state_.weights.data() + b * stride_;
    LaneMask* seen = seen_.data() + b * points.n * L;
    auto w = FewRows<D, L>::load(weights);
    if (learn) {
      auto q = backward_few<D, L>(pulls_.data(), points.n, seen);
      if constexpr (L == kLanes) {
        w = plain(weights, q);
      } else {
        for (int l = 0; l < L; ++l) {
          const Lane pulled = pull * w.row[D][l];
          q.row[D][l] = pull * along(w, q, l) + decay * w.row[D][l];
          for (int k = 0; k < D; ++k) q.row[k][l] = pulled * q.row[k][l] + decay * w.row[k][l];
        }
        q.store(gradient_.data());
        move(b);
        w = FewRows<D, L>::load(weights);
      }
    }
    if (see) forward_few<D, L>(points.doubled.data(), points.n, w, seen, f_.data());
    if (decay_ > 0) w.add_squares(sums);
  }
  std::copy_n(sums, L, sums_.begin());
}

template <int D>
void TrainingKernel::choose_passes_for() {
  step_ = pass_ = plain_ ? &TrainingKernel::pass_few<D, kLanes> : &TrainingKernel::pass_few<D, kManyLanes>;
  // Points on a line, with a bias, are what is trained on most; each variant costs the page a kilobyte.
  if constexpr (D == 2)
    if (plain_) step_ = decay_ > 0 ? &TrainingKernel::step_few<D, true> : &TrainingKernel::step_few<D, false>;
}

/// The same for any d, in tiles.
void TrainingKernel::pass_many(const Points& points, bool learn, bool see) {
  constexpr int L = kLanes;
  const Lane pull = both(pull_), decay = both(decay_);
  std::fill(sums_.begin(), sums_.end(), both(0));
  for (Index b = 0; b < blocks_; ++b) {
    Lane* w = state_.weights.data() + b * stride_;
    Lane* a = w + d_ * L;
    LaneMask* seen = seen_.data() + b * points.n * L;
    if (learn) {
      Lane* g = gradient_.data();
      backward_many<L>(points.x.data(), r_.data(), points.n, d_, seen, t_.data(), g);
      for (int l = 0; l < L; ++l) {
        const Lane pulled = pull * a[l];
        Lane along = both(0);
        for (Index k = 0; k < d_; ++k) {
          along += w[k * L + l] * g[k * L + l];
          g[k * L + l] = pulled * g[k * L + l] + decay * w[k * L + l];
        }
        g[d_ * L + l] = pull * along + decay * a[l];
      }
      move(b);
    }
    if (see) forward_many<L>(points.x.data(), points.n, d_, w, seen, f_.data());
    if (decay_ > 0)
      for (Index k = 0; k < stride_; k += L)
        for (int l = 0; l < L; ++l) sums_[static_cast<std::size_t>(l)] += w[k + l] * w[k + l];
  }
}

void TrainingKernel::choose_passes() {
  switch (d_) {
    case 1: return choose_passes_for<1>();
    case 2: return choose_passes_for<2>();
    case 3: return choose_passes_for<3>();
    default: step_ = pass_ = &TrainingKernel::pass_many;
  }
}

}  // namespace hcx
