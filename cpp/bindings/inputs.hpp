/// Inputs of a network, to which a column of ones is appended where the caller says so.
#pragma once

#include "bindings/read_fields.hpp"

namespace hcx::wasm {

/// {bias} among whatever else the options hold.
struct Ones {
  bool appended = false;
};

/// A problem that remembers whether its caller's inputs lack the column of ones.
struct StatedProblem : Problem {
  Ones bias;
};

/// Rows for a network with d columns (0: it has no neuron, any will do).
/// "X has 3 columns (bias included), expected 2 (columns of W)"
Matrix inputs(const Matrix& X, const Ones& bias, Index d);

template <>
struct ReadArgument<Ones> {
  static Ones from(const val& value, const std::string& name);
};
template <>
struct ReadArgument<StatedProblem> {
  static StatedProblem from(const val& value, const std::string& name);
};

}  // namespace hcx::wasm
