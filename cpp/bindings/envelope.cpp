#include "bindings/envelope.hpp"

#include <new>
#include <string>

#include "bindings/elsewhere.hpp"
#include "core/invalid_argument.hpp"

namespace hcx::wasm {
namespace {

emscripten::val failure(const char* kind, const std::string& message) {
  auto error = emscripten::val::object();
  error.set("kind", kind);
  error.set("message", message);
  auto answer = emscripten::val::object();
  answer.set("ok", false);
  answer.set("error", error);
  return answer;
}

}  // namespace

emscripten::val envelope_of(emscripten::val (*run)(void* work), void* work) {
  try {
    auto answer = emscripten::val::object();
    answer.set("value", run(work));
    answer.set("ok", true);
    return answer;
  } catch (const InvalidArgument& error) {
    return failure("invalid-argument", error.what());
  } catch (const Elsewhere& error) {
    return failure("elsewhere", error.what());
  } catch (const std::bad_alloc&) {
    return failure("internal", "out of memory");
  } catch (const std::exception& error) {
    return failure("internal", error.what());
  } catch (...) {
    return failure("internal", "unknown failure");
  }
}

}  // namespace hcx::wasm
