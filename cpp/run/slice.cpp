#include "run/slice.hpp"

#include <algorithm>

namespace hcx {
namespace {

constexpr double kNever = 1e9;  // seconds: a time point so far away still fits the clock's integers

}  // namespace

Slice::Slice(double seconds)
    : begin_(Clock::now()),
      end_(begin_ + std::chrono::duration_cast<Clock::duration>(
                        std::chrono::duration<double>(std::clamp(seconds, 0.0, kNever)))) {}

Slice Slice::at_most(double seconds) const {
  Slice part(seconds);
  part.end_ = std::min(part.end_, end_);
  return part;
}

}  // namespace hcx
