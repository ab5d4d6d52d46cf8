/// A solve under way: by one method in the plane, by another beyond.
#pragma once

#include <memory>

#include "solvers/exact/exact.hpp"

namespace hcx::exact {

/// What Solver documents, of either method.
class Running {
 public:
  virtual ~Running() = default;
  virtual void advance(double seconds) = 0;
  virtual bool finished() const = 0;
  virtual Result result() const = 0;
};

/// Both: problem and settings are valid. A program that never leaves the plane may link in_space without its method.
std::unique_ptr<Running> in_the_plane(const Problem& problem, const Settings& settings);  ///< d <= 2
std::unique_ptr<Running> in_space(const Problem& problem, const Settings& settings);      ///< d >= 3

}  // namespace hcx::exact
