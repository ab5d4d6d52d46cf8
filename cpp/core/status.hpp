/// What stopped a solver, and so what its answer is.
#pragma once

#include <string_view>

namespace hcx {

enum class Status {
  Optimal,         ///< the certified gap is within the tolerance
  IterationLimit,  ///< best network so far; its gap tells how good it is
  TimeLimit,       ///< best network so far; its gap tells how good it is
  Stalled,         ///< rounding allows no further progress; the gap tells where
};

constexpr std::string_view to_string(Status status) {
  switch (status) {  // no default: a new enumerator is a warning here
    case Status::Optimal: return "optimal";
    case Status::IterationLimit: return "iteration-limit";
    case Status::TimeLimit: return "time-limit";
    case Status::Stalled: return "stalled";
  }
  return "";
}

}  // namespace hcx
