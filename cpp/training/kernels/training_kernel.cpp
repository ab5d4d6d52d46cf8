#include "training/kernels/training_kernel.hpp"

#include <algorithm>

namespace hcx {
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
  choose_passes();
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

}  // namespace hcx
