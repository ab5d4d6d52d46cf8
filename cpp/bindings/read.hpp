/// From JavaScript values to the engine's types. Every value is checked here and copied; an error names the argument.
#pragma once

#include <emscripten/val.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/invalid_argument.hpp"
#include "core/problem.hpp"
#include "network/network.hpp"
#include "patterns/choice.hpp"

namespace hcx::wasm {

using emscripten::val;

/// Each reads `value`, called `name` in messages, or throws InvalidArgument: "lambda is a string, expected a number".
void read(const val& value, const std::string& name, double& into);
void read(const val& value, const std::string& name, int& into);
void read(const val& value, const std::string& name, std::int64_t& into);
void read(const val& value, const std::string& name, bool& into);
void read(const val& value, const std::string& name, std::string& into);
void read(const val& value, const std::string& name, Vector& into);
void read(const val& value, const std::string& name, Matrix& into);
/// An object with W and alpha; other keys are allowed, so that any result serves as a network.
void read(const val& value, const std::string& name, Network& into);
template <class T>
void read(const val& value, const std::string& name, std::optional<T>& into) {
  read(value, name, into.emplace());
}

/// A list of lists of n entries 0 or 1.
void read(const val& value, const std::string& name, std::vector<Pattern>& into);
/// A list of 1 and -1.
void read(const val& value, const std::string& name, std::vector<signed char>& into);
/// "all", "sampled" or a list of patterns.
void read(const val& value, const std::string& name, PatternChoice& into);
/// "both" or a list of signs.
void read(const val& value, const std::string& name, SignChoice& into);

/// m rows: as a Matrix, or row-major values alone. "W has 5 values, expected a multiple of 2 (length of alpha)"
Matrix rows_from(const val& value, const std::string& name, Index m, const std::string& whose);
/// W (rows, row-major with shape, or row-major values alone) and alpha, which must agree.
Network network_from(const val& W, const val& alpha);
/// The article's problem: X, y, lambda, loss, bias; other keys are refused.
Problem problem_from(const val& value);
/// Rows of inputs of a network with d columns (0: it has no neuron, any will do): as they are, or with a column of ones when
/// `bias` says so.
Matrix inputs_from(const val& value, const std::string& name, const val& bias, Index d);

/// "a string", "null", "an array": what a value is, for messages.
std::string kind_of(const val& value);
bool is_list(const val& value);  ///< an array, plain or typed
void require_object(const val& value, const std::string& name);
/// "unknown key \"lamda\" in problem, expected X, y, lambda, loss, bias"
void refuse_unknown_keys(const val& object, const std::string& name, const std::vector<std::string>& known);

/// Enumerations are read by their names; to_string of a value beyond the last one is "".
template <class Enum>
requires std::is_enum_v<Enum>
void read(const val& value, const std::string& name, Enum& into) {
  std::string text, expected;
  read(value, name, text);
  for (int i = 0; !to_string(static_cast<Enum>(i)).empty(); ++i) {
    const std::string candidate{to_string(static_cast<Enum>(i))};
    if (text == candidate) {
      into = static_cast<Enum>(i);
      return;
    }
    expected += (expected.empty() ? "" : ", ") + candidate;
  }
  throw InvalidArgument(name + " is \"" + text + "\", expected one of " + expected);
}

/// Visits a settings type's fields: reads those that the object has and remembers all names.
class FieldReader {
 public:
  explicit FieldReader(const val& object) : object_(object) {}

  template <class Field>
  void operator()(const char* name, Field& field) {
    known_.emplace_back(name);
    if (const val value = object_[name]; !value.isUndefined()) read(value, name, field);
  }
  /// Weights spread over two keys: both or neither.
  void operator()(const char* W, const char* alpha, std::optional<Network>& field);

  const std::vector<std::string>& known() const { return known_; }

 private:
  const val& object_;
  std::vector<std::string> known_;
};

/// Settings from an object (undefined: the defaults); unknown keys are refused.
template <class Settings>
Settings settings_from(const val& object, const std::string& name) {
  Settings settings;
  if (object.isUndefined()) return settings;
  require_object(object, name);
  FieldReader reader(object);
  Settings::fields(settings, reader);
  refuse_unknown_keys(object, name, reader.known());
  return settings;
}

}  // namespace hcx::wasm
