// Parts of the C and C++ runtime in a few lines each: the library's own bring printf, for which every reader of the page would
// wait. Not sin, log and their like: those of browsers differ in the last bit, and a seed is to give the same run everywhere.
#include <emscripten.h>

#include <chrono>
#include <cstdlib>
#include <cstring>

/// The library's asks the system, and may throw the system's error, which has a text.
std::chrono::steady_clock::time_point std::chrono::steady_clock::now() noexcept {
  const std::chrono::duration<double, std::milli> now(emscripten_get_now());
  return time_point(std::chrono::duration_cast<duration>(now));
}

extern "C" {

/// What is said of an exception that nobody caught: none gets that far, see envelope.hpp.
[[noreturn]] void abort_message(const char*, ...) { std::abort(); }

/// embind's only use of it: the name of a type that was never registered.
int siprintf(char* into, const char*, ...) {
  std::strcpy(into, "type");
  return 4;
}
}
