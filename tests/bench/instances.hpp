/// The problems that the solvers are timed on, made from seeds: README.md beside this file says what each one is.
#pragma once

#include <string>
#include <vector>

#include "core/problem.hpp"
#include "patterns/pattern.hpp"

namespace hcx::bench {

struct Instance {
  std::string name;
  Problem problem;                ///< the bias, if any, is a column of X
  std::vector<Pattern> patterns;  ///< repetitions included
  std::vector<int> signs;         ///< one +-1 a pattern; empty: both signs of each
  bool every_pattern;             ///< the patterns hold every one that matters: the optimum is that of all networks
};

/// All of them; a few seconds, most of it enumeration of P6.
std::vector<Instance> instances();

}  // namespace hcx::bench
