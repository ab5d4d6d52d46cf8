#include "training/training_kernel.hpp"

#include <algorithm>

#include "training/block_passes.hpp"

namespace hcx {
namespace {

constexpr Index kFewInputs = 3;  // up to here d is known to the compiler
// Registers of a block: V8 has few to give, but a rule that is called for each block had better do much at a time.
constexpr int kLanes = 2, kManyLanes = 4;

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

TrainingKernel::TrainingKernel(const Problem& problem, const Network& network, const UpdateRule& rule, Rates rates,
                               Index batch)
    : m_(network.width()),
      d_(problem.X.cols()),
      plain_(!rule.keeps_velocity() && !rule.keeps_squares()),
      lanes_(d_ > kFewInputs || plain_ ? kLanes : kManyLanes),
      blocks_((m_ + 2 * lanes_ - 1) / (2 * lanes_)),
      stride_((d_ + 1) * lanes_),
      decay_(2 * problem.lambda),
      misfit_(2 * problem.misfit_factor()),
      pull_(misfit_),
      rule_(rule),
      rates_(rates),
      all_{problem.X.rows(),
           {problem.X.data(), problem.X.data() + problem.X.size()},
           {problem.y.data(), problem.y.data() + problem.y.size()},
           {}},
      batch_{batch,
             std::vector<double>(static_cast<std::size_t>(batch * d_)),
             std::vector<double>(static_cast<std::size_t>(batch)),
             {}} {
  const auto n = static_cast<std::size_t>(all_.n), lanes = static_cast<std::size_t>(lanes_);
  state_.weights = packed(network);
  if (rule.keeps_velocity()) state_.velocity.resize(state_.weights.size());
  if (rule.keeps_squares()) state_.squares.resize(state_.weights.size());
  if (d_ <= kFewInputs) {
    for (const double x : all_.x) all_.doubled.push_back(both(x));
    batch_.doubled.resize(batch_.x.size());
    pulls_.resize(all_.x.size());
  }
  r_.resize(n);
  seen_.resize(static_cast<std::size_t>(blocks_) * n * lanes);
  f_.resize(n);
  t_.resize(n * lanes);
  gradient_.resize(static_cast<std::size_t>(stride_));
  sums_.resize(lanes);
  switch (d_) {
    case 1: choose_passes<1>(); break;
    case 2: choose_passes<2>(); break;
    case 3: choose_passes<3>(); break;
    default: step_ = pass_ = &TrainingKernel::pass_many;
  }
  look();
}

void TrainingKernel::step(std::int64_t t, double step_size) {
  rule_.prepare(t, step_size);
  step_size_ = step_size;
  pull_ = misfit_;
  pass(all_, true, true);
  finish_residual(all_);
}

double TrainingKernel::step_on(const Index* rows, Index count, std::int64_t t, double step_size) {
  batch_.n = count;
  for (Index j = 0; j < count; ++j) {
    std::copy_n(all_.x.begin() + rows[j] * d_, d_, batch_.x.begin() + j * d_);
    batch_.y[static_cast<std::size_t>(j)] = all_.y[static_cast<std::size_t>(rows[j])];
  }
  if (d_ <= kFewInputs) std::transform(batch_.x.begin(), batch_.x.begin() + count * d_, batch_.doubled.begin(), both);
  rule_.prepare(t, step_size);
  step_size_ = step_size;
  pull_ = misfit_ * (static_cast<double>(all_.n) / static_cast<double>(count));
  pass(batch_, false, true);
  finish_residual(batch_);
  pass(batch_, true, false);
  return pull_ / 2 * squared_residual_;
}

void TrainingKernel::look() {
  pass(all_, false, true);
  finish_residual(all_);
}

void TrainingKernel::set_state(const State& state) {
  state_ = state;
  look();
}

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
void TrainingKernel::choose_passes() {
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

/// The rule's step for one block, along gradient_.
void TrainingKernel::move(Index block) {
  const Index at = block * stride_, first = d_ * lanes_;
  const auto part = [&](std::vector<Lane>& all, Index from) { return all.empty() ? nullptr : all.data() + at + from; };
  rule_.apply(rates_.first, part(state_.weights, 0), gradient_.data(), part(state_.velocity, 0),
              part(state_.squares, 0), first);
  rule_.apply(rates_.second, part(state_.weights, first), gradient_.data() + first, part(state_.velocity, first),
              part(state_.squares, first), lanes_);
}

void TrainingKernel::pass(const Points& points, bool learn, bool see) {
  if (see) std::fill_n(f_.begin(), points.n, both(0));
  (this->*(learn && see ? step_ : pass_))(points, learn, see);
  squared_weights_ = 0;
  if (decay_ > 0)
    for (const Lane& sum : sums_) squared_weights_ += sum[0] + sum[1];
}

void TrainingKernel::finish_residual(const Points& points) {
  double sum = 0;
  for (std::size_t j = 0; j < static_cast<std::size_t>(points.n); ++j) {
    r_[j] = f_[j][0] + f_[j][1] - points.y[j];
    sum += r_[j] * r_[j];
  }
  squared_residual_ = sum;
  if (points.doubled.empty()) return;
  for (std::size_t j = 0, i = 0; j < static_cast<std::size_t>(points.n); ++j)
    for (Index k = 0; k < d_; ++k, ++i) pulls_[i] = both(r_[j]) * points.doubled[i];
}

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
