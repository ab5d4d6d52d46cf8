#include "run/run.hpp"

namespace hcx {

void Run::advance(const Slice& whole) {
  const double before = seconds_;
  const Slice slice = whole.at_most(limits_.seconds - before);
  while (!finished()) {
    step(slice);
    seconds_ = before + slice.elapsed();
    if (slice.over()) break;
  }
  pause();
}

Status Run::stopped_by() const {
  if (done()) return Status::Stalled;
  return out_of_iterations() ? Status::IterationLimit : Status::TimeLimit;
}

}  // namespace hcx
