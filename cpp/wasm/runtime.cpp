// Parts of the C and C++ runtime in a few lines each. The library's own bring printf and tables of numbers, which no
// compression makes smaller: together a tenth of what every reader of the page would wait for.
#include <emscripten.h>

#include <chrono>
#include <cstdlib>
#include <cstring>

/// The library's asks the system, and may throw the system's error, which has a text.
std::chrono::steady_clock::time_point std::chrono::steady_clock::now() noexcept {
  const std::chrono::duration<double, std::milli> now(emscripten_get_now());
  return time_point(std::chrono::duration_cast<duration>(now));
}

// clang-format off
EM_JS(double, math_sin, (double x), { return Math.sin(x); })
EM_JS(double, math_cos, (double x), { return Math.cos(x); })
EM_JS(double, math_atan2, (double y, double x), { return Math.atan2(y, x); })
EM_JS(double, math_exp, (double x), { return Math.exp(x); })
EM_JS(double, math_log, (double x), { return Math.log(x); })
EM_JS(double, math_log10, (double x), { return Math.log10(x); })
EM_JS(double, math_pow, (double x, double y), { return Math.pow(x, y); })
// clang-format on

extern "C" {

/// What is said of an exception that nobody caught: none gets that far, see envelope.hpp.
[[noreturn]] void abort_message(const char*, ...) { std::abort(); }

/// embind's only use of it: the name of a type that was never registered.
int siprintf(char* into, const char*, ...) {
  std::strcpy(into, "type");
  return 4;
}

// The browser has them. The last bit may differ from one browser to the next: training and grids over landscapes, the same
// everywhere, use none of them.
double sin(double x) { return math_sin(x); }
double cos(double x) { return math_cos(x); }
double atan2(double y, double x) { return math_atan2(y, x); }
double exp(double x) { return math_exp(x); }
double log(double x) { return math_log(x); }
double log10(double x) { return math_log10(x); }
double pow(double x, double y) { return math_pow(x, y); }
}
