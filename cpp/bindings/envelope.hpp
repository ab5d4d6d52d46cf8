/// No exception leaves C++: every binding answers {ok: true, value} or {ok: false, error: {kind, message}}.
#pragma once

#include <emscripten/val.h>

#include <type_traits>

namespace hcx::wasm {

/// The value of run(work), or the exception, wrapped: InvalidArgument is kind "invalid-argument", Elsewhere "elsewhere", and
/// every other exception "internal".
emscripten::val envelope_of(emscripten::val (*run)(void* work), void* work);

/// Runs work, whose value is a val, and wraps what comes of it. The part that is the same for every work is compiled once.
template <class Work>
emscripten::val envelope(Work&& work) {
  return envelope_of([](void* it) -> emscripten::val { return (*static_cast<std::remove_reference_t<Work>*>(it))(); },
                     &work);
}

}  // namespace hcx::wasm
