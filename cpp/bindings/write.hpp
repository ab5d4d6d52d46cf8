/// From the engine's types to JavaScript values. Everything is copied: a view of WebAssembly memory goes stale when it grows.
#pragma once

#include <emscripten/val.h>

#include <vector>

#include "core/types.hpp"
#include "network/network.hpp"
#include "patterns/pattern.hpp"

namespace hcx::wasm {

using emscripten::val;

val to_js(const Vector& values);                   ///< Float64Array
val to_js(const Matrix& matrix);                   ///< Float64Array, row-major
val to_js(const Pattern& pattern);                 ///< Uint8Array of 0 and 1
val to_js(const std::vector<Pattern>& patterns);   ///< Uint8Array[]
val to_js(const std::vector<signed char>& signs);  ///< Int8Array
val to_js(const std::vector<int>& numbers);        ///< Int32Array
/// {W, alpha, width, dimension}
val to_js(const Network& network);

}  // namespace hcx::wasm
