/// The solvers that `solve` can be asked for by name.
///
/// A solver is a folder cpp/solvers/<folder>/ with a file entries.cpp, which defines hcx::<folder>::entries(). CMake finds that
/// file and writes known_solvers() from it, so that a static library keeps every solver and nobody keeps a list. See README.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "patterns/pattern_set.hpp"
#include "solvers/solve.hpp"

namespace hcx {

struct SolverEntry {
  enum class Over { AllPatterns, GivenPatterns };

  std::string_view name;  ///< as callers write it: solver: '<name>'
  Over over;              ///< AllPatterns: refused where patterns are listed or sampled
  /// The method on a valid problem with valid settings, for whose own part it throws InvalidArgument. X: as the caller
  /// gave it, for directions are drawn in his units, while the problem may be stated in others.
  std::unique_ptr<SolverRun> (*begin)(const Problem& problem, const Matrix& X, const SolveSettings& settings);
};

/// Folder by folder in the order of the alphabet.
std::vector<SolverEntry> known_solvers();

/// Throws InvalidArgument when nobody goes by that name: "solver is "magic", expected one of auto, exact, ...".
/// A program that needs one solver alone may link a function of its own in place of this one.
SolverEntry solver_named(std::string_view name);

/// For solvers over given patterns: those that the settings list, or draw, or all of them enumerated, with their signs.
/// Throws InvalidArgument when they are too many.
PatternSet pattern_set(const Matrix& X, const SolveSettings& settings);

}  // namespace hcx
