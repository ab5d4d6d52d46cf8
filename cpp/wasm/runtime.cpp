// Three functions of the C++ runtime in a few lines, because each of the library's own brings printf along: several
// kilobytes that every reader of the page would wait for.
#include <emscripten.h>

#include <chrono>
#include <cstdlib>
#include <cstring>

/// The library's asks the system, and may throw the system's error, which has a text.
std::chrono::steady_clock::time_point std::chrono::steady_clock::now() noexcept {
  const std::chrono::duration<double, std::milli> now(emscripten_get_now());
  return time_point(std::chrono::duration_cast<duration>(now));
}

/// What is said of an exception that nobody caught: none gets that far, see envelope.hpp.
extern "C" [[noreturn]] void abort_message(const char*, ...) { std::abort(); }

/// embind's only use of it: the name of a type that was never registered.
extern "C" int siprintf(char* into, const char*, ...) {
  std::strcpy(into, "type");
  return 4;
}
