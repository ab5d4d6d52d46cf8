// Networks and problems from JavaScript objects.
#include "bindings/read_fields.hpp"
#include "core/checks.hpp"

namespace hcx::wasm {

Network network_from(const val& W, const val& alpha) {
  Network network;
  read(alpha, "alpha", network.alpha);
  network.W = rows_from(W, "W", network.width(), "length of alpha");
  validate(network, network.W.cols());
  return network;
}

void read(const val& value, const std::string& name, Network& into) {
  require_object(value, name);
  into = network_from(value["W"], value["alpha"]);
}

void read(const val& value, const std::string& name, std::vector<Network>& into) {
  if (!value.isArray()) refuse(value, name, "an array of networks");
  into.resize(static_cast<std::size_t>(length_of(value)));
  for (std::size_t i = 0; i < into.size(); ++i)
    read(value[static_cast<unsigned>(i)], at(name, static_cast<Index>(i)), into[i]);
}

void FieldReader::operator()(const char* W, const char* alpha, std::optional<Network>& field) {
  known_.emplace_back(W);
  known_.emplace_back(alpha);
  const val rows = object_[W], ends = object_[alpha];
  if (rows.isUndefined() && ends.isUndefined()) return;
  if (rows.isUndefined()) throw InvalidArgument("alpha is given without W, expected both or neither");
  if (ends.isUndefined()) throw InvalidArgument("W is given without alpha, expected both or neither");
  field = network_from(rows, ends);
}

void read(const val& value, const std::string& name, Problem& problem) {
  require_object(value, name);
  bool bias = false;
  read(value["X"], "X", problem.X);
  read(value["y"], "y", problem.y);
  read(value["lambda"], "lambda", problem.lambda);
  if (const val loss = value["loss"]; !loss.isUndefined()) read(loss, "loss", problem.loss);
  if (const val ones = value["bias"]; !ones.isUndefined()) read(ones, "bias", bias);
  refuse_unknown_keys(value, name, {"X", "y", "lambda", "loss", "bias"});
  validate(problem);
  if (bias) problem.X = with_bias(problem.X);
}

}  // namespace hcx::wasm
