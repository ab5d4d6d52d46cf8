/// What happens to the activation patterns during training.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "patterns/pattern.hpp"
#include "training/kernels/training_kernel.hpp"

namespace hcx {

struct TrainingEvent {
  enum class Kind {
    On,    ///< the neuron begins to see data point `other`
    Off,   ///< it sees it no more
    Dies,  ///< it sees no data point any more
    Merges,  ///< it takes the pattern of neuron `other`, whose alpha has the same sign: the convex programme joins the two
  };
  std::int64_t step;  ///< the first step after which it is so
  Kind kind;
  Index neuron;
  Index other;  ///< a data point, a neuron or -1

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("step", s.step);
    visit("kind", s.kind);
    visit("neuron", s.neuron);
    if (s.other >= 0) visit("other", s.other);
  }
};

constexpr std::string_view to_string(TrainingEvent::Kind kind) {
  switch (kind) {  // no default: a new enumerator is a warning here
    case TrainingEvent::Kind::On: return "on";
    case TrainingEvent::Kind::Off: return "off";
    case TrainingEvent::Kind::Dies: return "dies";
    case TrainingEvent::Kind::Merges: return "merges";
  }
  return "";
}

/// Watches a run step by step. Only the first 100,000 events are kept, all are counted.
class EventLog {
 public:
  /// Nothing is known of what comes after `step`; the patterns now are those to compare with.
  void start(std::int64_t step, const TrainingKernel& kernel);
  /// After step number `step`. O(n m), and O(n m) more for each neuron whose pattern changed. Steps seen before are ignored.
  void look(std::int64_t step, const TrainingKernel& kernel);
  /// The run has gone to another step of its own: its patterns there are those to compare with next.
  void jump(const TrainingKernel& kernel);

  const std::vector<TrainingEvent>& events() const { return events_; }
  /// Those from number `first` on, counted from 0; none when there are not so many. Throws InvalidArgument when first < 0.
  std::vector<TrainingEvent> from(std::int64_t first) const;
  std::int64_t count() const { return count_; }  ///< also of those not kept

 private:
  void compare(std::int64_t step, Index neuron);
  void add(std::int64_t step, TrainingEvent::Kind kind, Index neuron, Index other);

  std::vector<Pattern> before_, now_;
  std::vector<bool> positive_;
  std::vector<TrainingEvent> events_;
  std::int64_t count_ = 0, seen_ = 0;  ///< seen_: the last step looked at
};

}  // namespace hcx
