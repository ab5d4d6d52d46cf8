/// From the engine's types to JavaScript values. Everything is copied: a view of WebAssembly memory goes stale when it grows.
#pragma once

#include <emscripten/val.h>

#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "bindings/fields.hpp"
#include "core/natural.hpp"
#include "core/types.hpp"
#include "network/network.hpp"
#include "patterns/pattern.hpp"

namespace hcx::wasm {

using emscripten::val;

inline val to_js(const val& value) { return value; }
val to_js(std::string_view text);
val to_js(const Natural& number);                 ///< bigint
val to_js(const Vector& values);                  ///< Float64Array
val to_js(const Matrix& matrix);                  ///< Float64Array, row-major
val to_js(std::span<const double> values);        ///< Float64Array
val to_js(std::span<const int> numbers);          ///< Int32Array
val to_js(std::span<const signed char> signs);    ///< Int8Array
val to_js(std::span<const unsigned char> codes);  ///< Uint8Array
val to_js(const Pattern& pattern);                ///< Uint8Array of 0 and 1
/// {W, alpha, width, dimension}
val to_js(const Network& network);
/// An object of the fields that the type lists.
template <HasFields Result>
val to_js(const Result& result);
/// A typed array of numbers, or an array of whatever else there is.
template <class Entry>
val to_js(const std::vector<Entry>& entries);

/// Every number is a double in JavaScript.
template <class Number>
requires std::is_arithmetic_v<Number> val to_js(Number number) {
  if constexpr (std::is_same_v<Number, bool>)
    return val(number);
  else
    return val(static_cast<double>(number));
}

/// Enumerations are written by their names.
template <class Enum>
requires std::is_enum_v<Enum> val to_js(Enum value) { return to_js(to_string(value)); }

void set(val& object, const char* name, const val& value);
void push(val& list, const val& entry);

/// Visits a result's fields and sets each on an object; an optional field that is empty is left out.
class FieldWriter {
 public:
  explicit FieldWriter(val& object) : object_(object) {}

  template <class Field>
  void operator()(const char* name, const Field& field) {
    set(object_, name, to_js(field));
  }
  template <class Field>
  void operator()(const char* name, const std::optional<Field>& field) {
    if (field) (*this)(name, *field);
  }
  /// A network without a name: W, alpha, width and dimension stand among the object's own fields.
  void operator()(const Network& network);

 private:
  val& object_;
};

template <HasFields Result>
val to_js(const Result& result) {
  val object = val::object();
  Result::fields(result, FieldWriter(object));
  return object;
}

template <class Entry>
val to_js(const std::vector<Entry>& entries) {
  if constexpr (std::is_arithmetic_v<Entry>) {
    return to_js(std::span<const Entry>(entries));
  } else {
    val list = val::array();
    for (const Entry& entry : entries) push(list, to_js(entry));
    return list;
  }
}

}  // namespace hcx::wasm
