/// The training runs that are timed, made from one seed: README.md beside this file says what each one is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/problem.hpp"
#include "training/session.hpp"

namespace hcx::bench {

struct Case {
  std::string name;
  std::string group;  ///< "descent", which the peers run too, "optimizers" or "figure"
  Problem problem;
  TrainingSettings settings;  ///< with weights
  std::int64_t steps = 0;     ///< > 0: the time of so many steps counts, not a rate
};

std::vector<Case> cases();

}  // namespace hcx::bench
