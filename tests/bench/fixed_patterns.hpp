/// The solver for given patterns, as the bench calls it. This is the one place to connect it.
#pragma once

#include <optional>

#include "answer.hpp"
#include "instances.hpp"

namespace hcx::bench {

/// The programme of the instance's patterns and signs; nothing when this build has no solver for it.
std::optional<Answer> solve_fixed(const Instance& instance);

}  // namespace hcx::bench
