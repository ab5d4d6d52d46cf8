#include "training/events.hpp"

#include <algorithm>

#include "core/checks.hpp"

namespace hcx {
namespace {

constexpr std::size_t kMost = 100'000;

}  // namespace

void EventLog::start(std::int64_t step, const TrainingKernel& kernel) {
  while (!events_.empty() && events_.back().step > step) events_.pop_back(), --count_;
  seen_ = step;
  jump(kernel);
}

std::vector<TrainingEvent> EventLog::from(std::int64_t first) const {
  require_between(first, 0, std::int64_t{1} << 53, "from");
  const auto skipped = std::min(first, static_cast<std::int64_t>(events_.size()));
  return {events_.begin() + static_cast<std::ptrdiff_t>(skipped), events_.end()};
}

void EventLog::jump(const TrainingKernel& kernel) { kernel.patterns(before_); }

void EventLog::look(std::int64_t step, const TrainingKernel& kernel) {
  if (step <= seen_) return jump(kernel);
  seen_ = step;
  kernel.patterns(now_);
  positive_.resize(now_.size());
  for (std::size_t i = 0; i < now_.size(); ++i) positive_[i] = kernel.positive_output(static_cast<Index>(i));
  for (std::size_t i = 0; i < now_.size(); ++i)
    if (now_[i] != before_[i]) compare(step, static_cast<Index>(i));
  std::swap(before_, now_);
}

void EventLog::compare(std::int64_t step, Index neuron) {
  const auto i = static_cast<std::size_t>(neuron);
  const Pattern &was = before_[i], &is = now_[i];
  for (Index j = 0; j < is.size(); ++j)
    if (was[j] != is[j]) add(step, is[j] ? TrainingEvent::Kind::On : TrainingEvent::Kind::Off, neuron, j);
  if (is.active() == 0) return add(step, TrainingEvent::Kind::Dies, neuron, -1);
  for (std::size_t other = 0; other < now_.size(); ++other)
    if (other != i && positive_[other] == positive_[i] && now_[other] == is)
      return add(step, TrainingEvent::Kind::Merges, neuron, static_cast<Index>(other));
}

void EventLog::add(std::int64_t step, TrainingEvent::Kind kind, Index neuron, Index other) {
  ++count_;
  if (events_.size() < kMost) events_.push_back({step, kind, neuron, other});
}

}  // namespace hcx
