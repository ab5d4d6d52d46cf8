/// Work done a slice of time at a time, for callers who must stay responsive or want to watch it.
#pragma once

#include "core/status.hpp"
#include "run/settings.hpp"
#include "run/slice.hpp"

namespace hcx {

/// A method implements `step` and `done`, and shows its current point by functions of its own. How the slices are cut never
/// changes what is computed, unless a method says so.
class Run {
 public:
  virtual ~Run() = default;
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  /// Works for about `seconds` more, but at least one step, or until there is nothing left to do.
  void advance(double seconds = kUnlimited) { advance(Slice(seconds)); }
  /// The same until a slice of what this run is part of is over.
  void advance(const Slice& slice);
  bool finished() const { return done() || out_of_iterations() || out_of_time(); }

  int iterations() const { return iterations_; }
  double seconds() const { return seconds_; }  ///< spent in the constructor and in all slices
  /// What stopped it, short of a proof that its point is optimal: Stalled when it has done all it can.
  Status stopped_by() const;

 protected:
  explicit Run(const Limits& limits = {}) : limits_(limits) {}
  /// The last call of a constructor that takes its time: that counts as the run's.
  void ready() { seconds_ = created_.elapsed(); }

  /// A piece of the work, short against a frame of a film; a longer one may ask whether the slice is over and go on next time.
  virtual void step(const Slice& slice) = 0;
  virtual bool done() const = 0;  ///< nothing is left to do
  virtual void pause() {}         ///< after the last step of a slice, before others look
  void count_iteration() { ++iterations_; }

 private:
  bool out_of_iterations() const { return iterations_ >= limits_.iterations; }
  bool out_of_time() const { return seconds_ >= limits_.seconds; }

  const Slice created_{};
  Limits limits_;
  int iterations_ = 0;
  double seconds_ = 0;
};

}  // namespace hcx
