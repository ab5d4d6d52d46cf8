/// Binding a function of the engine is one line:
///
///   expose<largest_lambda>("largestLambda", "problem");
///
/// Each argument is read by its type, under the name that error messages give it; the result is written by its type, and the
/// whole stands in an envelope. A lambda without capture does where the engine's function takes something else or is one of
/// several of its name.
#pragma once

#include <emscripten/bind.h>

#include <array>
#include <memory>
#include <type_traits>
#include <utility>

#include "bindings/envelope.hpp"
#include "bindings/read_fields.hpp"
#include "bindings/write.hpp"

namespace hcx::wasm {

/// JavaScript's value for an argument of any type.
template <class Argument>
using Value = val;

/// The names of an exposed function's arguments.
template <auto function, std::size_t count>
inline std::array<const char*, count> names_of{};

/// One argument, built in place: a tuple would move matrices into itself, which every signature would pay for in code.
template <std::size_t k, class T>
struct Read {
  T value;
};
template <class Indices, class... Types>
struct AllRead;
template <std::size_t... k, class... Types>
struct AllRead<std::index_sequence<k...>, Types...> : Read<k, Types>... {};

/// Reads arguments in order, calls, writes the result. Compiled once for each signature and shared by its functions.
template <class... Arguments>
struct Caller {
  template <class Function, class... Bound>
  static val call(Function function, const char* const* names, const val* const* values, Bound&... bound) {
    return envelope([&] { return run(function, names, values, std::index_sequence_for<Arguments...>{}, bound...); });
  }

 private:
  template <class Function, std::size_t... k, class... Bound>
  static val run(Function function, const char* const* names, const val* const* values, std::index_sequence<k...>,
                 Bound&... bound) {
    // Braces: the arguments of a call may be read in any order, those of a list are read from left to right.
    const AllRead<std::index_sequence<k...>, std::decay_t<Arguments>...> all{
        {argument<std::decay_t<Arguments>>(*values[k], names[k])}...};
    const auto result = [&]() -> decltype(auto) {
      return function(bound..., static_cast<const Read<k, std::decay_t<Arguments>>&>(all).value...);
    };
    if constexpr (std::is_void_v<decltype(result())>) {
      result();
      return val::undefined();
    } else {
      return to_js(result());
    }
  }
};

/// A function as embind wants it: val for val.
template <auto function, class... Arguments>
val exposed(Value<Arguments>... values) {
  const std::array<const val*, sizeof...(Arguments)> list{&values...};
  return Caller<Arguments...>::call(+function, names_of<function, sizeof...(Arguments)>.data(), list.data());
}

/// The same of a function whose first argument is the object that it is called on.
template <auto function, class Object, class... Arguments>
val exposed_method(Object object, Value<Arguments>... values) {
  const std::array<const val*, sizeof...(Arguments)> list{&values...};
  return Caller<Arguments...>::call(+function, names_of<function, sizeof...(Arguments)>.data(), list.data(), object);
}

template <auto function, class... Names, class Result, class... Arguments>
void expose_signature(Result (*)(Arguments...), const char* name, Names... names) {
  static_assert(sizeof...(Names) == sizeof...(Arguments), "every argument needs its name");
  names_of<function, sizeof...(Arguments)> = {names...};
  emscripten::function(name, &exposed<function, Arguments...>);
}

/// Binds a function, or a lambda without capture, under a name in JavaScript; `names` are those of its arguments.
template <auto function, class... Names>
void expose(const char* name, Names... names) {
  expose_signature<function>(+function, name, names...);
}

/// Binds a class that JavaScript holds until delete(): ExposedClass<Run>("Run").method<[](Run& run, int k) {...}>("step", "k").
template <class Held>
class ExposedClass {
 public:
  explicit ExposedClass(const char* name) : class_(name) {
    class_.template smart_ptr<std::shared_ptr<Held>>(
        "pointer");  // a name for embind's messages, none of which can come
  }

  /// A function of the object (Held& or const Held&) and further arguments, read and answered as those of `expose`.
  template <auto function, class... Names>
  ExposedClass& method(const char* name, Names... names) {
    add<function>(+function, name, names...);
    return *this;
  }
  /// A function of the object alone whose result embind knows: a number, a bool, a string. No envelope: it cannot fail.
  template <auto function>
  ExposedClass& value(const char* name) {
    class_.function(name, +function);
    return *this;
  }

 private:
  template <auto function, class... Names, class Result, class Object, class... Arguments>
  void add(Result (*)(Object, Arguments...), const char* name, Names... names) {
    static_assert(sizeof...(Names) == sizeof...(Arguments), "every argument needs its name");
    names_of<function, sizeof...(Arguments)> = {names...};
    class_.function(name, &exposed_method<function, Object, Arguments...>);
  }

  emscripten::class_<Held> class_;
};

}  // namespace hcx::wasm
