/// Solving again, from the last answer, after one pattern has changed.
#pragma once

#include <string>
#include <vector>

#include "instances.hpp"

namespace hcx::bench {

/// How a pattern changes.
enum class Change {
  Exchanged,  ///< for that of a new normal direction: its block and the new one have nothing in common
  Flipped,  ///< by the bit of one point, over whose wall a random way out of the cone leads: a reader drags that point
};

/// What each of the instance's patterns, changed alone, costs.
struct Again {
  double cold, warm;   ///< milliseconds, medians over the patterns; warm: from the answer before the change
  double slowest;      ///< of the warm ones
  double gap;          ///< the largest relative certified one of them
  double violation;    ///< the largest, as in answer.hpp
  std::string status;  ///< "optimal" when all are
};

/// Both solved with the settings of solve_fixed, `repetitions` times each.
Again solve_again(const Instance& instance, Change change, int repetitions);

}  // namespace hcx::bench
