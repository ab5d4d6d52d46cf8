/// No exception leaves C++: every binding answers {ok: true, value} or {ok: false, error: {kind, message}}.
#pragma once

#include <emscripten/val.h>

#include <new>
#include <string>

#include "core/invalid_argument.hpp"

namespace hcx::wasm {

inline emscripten::val failure(const char* kind, const std::string& message) {
  auto error = emscripten::val::object();
  error.set("kind", kind);
  error.set("message", message);
  auto answer = emscripten::val::object();
  answer.set("ok", false);
  answer.set("error", error);
  return answer;
}

/// Runs work, whose value is a val, and wraps what comes of it.
template <class Work>
emscripten::val envelope(Work&& work) {
  try {
    auto answer = emscripten::val::object();
    answer.set("value", work());
    answer.set("ok", true);
    return answer;
  } catch (const InvalidArgument& error) {
    return failure("invalid-argument", error.what());
  } catch (const std::bad_alloc&) {
    return failure("internal", "out of memory");
  } catch (const std::exception& error) {
    return failure("internal", error.what());
  } catch (...) {
    return failure("internal", "unknown failure");
  }
}

}  // namespace hcx::wasm
