/// The error of a caller who broke a precondition. Thrown before any work is done.
#pragma once

#include <stdexcept>
#include <string>

namespace hcx {

/// The message names the argument and both sizes or values: "y has 5 values, expected 4 (rows of X)".
struct InvalidArgument : std::invalid_argument {
  using std::invalid_argument::invalid_argument;
};

}  // namespace hcx
