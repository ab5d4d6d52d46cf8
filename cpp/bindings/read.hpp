/// From JavaScript values to the engine's types. Every value is checked here and copied; an error names the argument.
#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "bindings/fields.hpp"
#include "core/invalid_argument.hpp"
#include "core/problem.hpp"
#include "network/network.hpp"
#include "patterns/choice.hpp"

namespace hcx::wasm {

using emscripten::val;

/// "a string", "null", "an array": what a value is, for messages.
std::string kind_of(const val& value);
bool is_typed_array(const val& value);
bool is_list(const val& value);  ///< an array, plain or typed
/// A list's length, asked for once, because an object may answer differently the next time; 0 unless it is one.
Index length_of(const val& list);
/// "y is a string, expected an array of numbers"
[[noreturn]] void refuse(const val& value, const std::string& name, const std::string& expected);
void require_object(const val& value, const std::string& name);
/// "unknown key \"lamda\" in problem, expected X, y, lambda, loss, bias"
void refuse_unknown_keys(const val& object, const std::string& name, const std::vector<std::string>& known);
/// "patterns[3]"
std::string at(const std::string& name, Index i);
/// The n numbers of a list, plain or typed.
void copy_numbers(const val& list, Index n, const std::string& name, double* into);

/// Each reads `value`, called `name` in messages, or throws InvalidArgument: "lambda is a string, expected a number".
void read(const val& value, const std::string& name, double& into);
void read(const val& value, const std::string& name, int& into);
void read(const val& value, const std::string& name, std::int64_t& into);
void read(const val& value, const std::string& name, std::uint64_t& into);  ///< a seed, 0 .. 2^53 - 1
void read(const val& value, const std::string& name, bool& into);
void read(const val& value, const std::string& name, std::string& into);
void read(const val& value, const std::string& name, Vector& into);
void read(const val& value, const std::string& name, Matrix& into);
/// An object with W and alpha; other keys are allowed, so that any result serves as a network.
void read(const val& value, const std::string& name, Network& into);
/// The article's problem: X, y, lambda, loss, bias; other keys are refused.
void read(const val& value, const std::string& name, Problem& into);
/// A list of networks: "networks[1] is 3, expected an object".
void read(const val& value, const std::string& name, std::vector<Network>& into);
/// A list of lists of n entries 0 or 1.
void read(const val& value, const std::string& name, std::vector<Pattern>& into);
/// A list of 1 and -1.
void read(const val& value, const std::string& name, std::vector<signed char>& into);
/// "all", "sampled" or a list of patterns.
void read(const val& value, const std::string& name, PatternChoice& into);
/// "both" or a list of signs.
void read(const val& value, const std::string& name, SignChoice& into);
template <class T>
void read(const val& value, const std::string& name, std::optional<T>& into) {
  read(value, name, into.emplace());
}

/// The number of the enumerator whose name the value is; name_of a number beyond the last one is "".
int enumerator_from(const val& value, const std::string& name, std::string_view (*name_of)(int));

/// Enumerations are read by their names.
template <class Enum>
requires std::is_enum_v<Enum>
void read(const val& value, const std::string& name, Enum& into) {
  into = static_cast<Enum>(
      enumerator_from(value, name, [](int i) { return std::string_view(to_string(static_cast<Enum>(i))); }));
}

/// m rows: as a Matrix, or row-major values alone. "W has 5 values, expected a multiple of 2 (length of alpha)"
Matrix rows_from(const val& value, const std::string& name, Index m, const std::string& whose);
/// W (rows, row-major with shape, or row-major values alone) and alpha, which must agree.
Network network_from(const val& W, const val& alpha);

}  // namespace hcx::wasm
