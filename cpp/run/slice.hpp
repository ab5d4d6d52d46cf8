/// The clock of work that is done a slice of time at a time.
#pragma once

#include <chrono>
#include <limits>

namespace hcx {

constexpr double kUnlimited = std::numeric_limits<double>::infinity();

/// A slice of so many seconds, which begins when it is made.
class Slice {
 public:
  explicit Slice(double seconds = kUnlimited);

  /// The part of this slice, from now on, that ends `seconds` from now at the latest.
  Slice at_most(double seconds) const;
  bool over() const { return Clock::now() >= end_; }
  double elapsed() const { return seconds_between(begin_, Clock::now()); }

 private:
  using Clock = std::chrono::steady_clock;
  static double seconds_between(Clock::time_point from, Clock::time_point to) {
    return std::chrono::duration<double>(to - from).count();
  }

  Clock::time_point begin_, end_;
};

}  // namespace hcx
