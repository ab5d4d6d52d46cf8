#include "bindings/inputs.hpp"

#include "core/checks.hpp"

namespace hcx::wasm {

Matrix inputs(const Matrix& X, const Ones& bias, Index d) {
  require_nonempty(X, "X");
  require_finite(X, "X");
  Matrix rows = bias.appended ? with_bias(X) : X;
  if (d > 0 && rows.cols() != d)
    throw InvalidArgument("X has " + counted(rows.cols(), "column") + (bias.appended ? " (bias included)" : "") +
                          ", expected " + std::to_string(d) + " (columns of W)");
  return rows;
}

Ones ReadArgument<Ones>::from(const val& value, const std::string& name) {
  Ones ones;
  if (value.isUndefined()) return ones;
  require_object(value, name);
  if (const val bias = value["bias"]; !bias.isUndefined()) read(bias, "bias", ones.appended);
  return ones;
}

StatedProblem ReadArgument<StatedProblem>::from(const val& value, const std::string& name) {
  StatedProblem problem;
  read(value, name, static_cast<Problem&>(problem));
  problem.bias = ReadArgument<Ones>::from(value, name);
  return problem;
}

}  // namespace hcx::wasm
