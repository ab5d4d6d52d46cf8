#include "peak.hpp"

namespace {

using Lane = double __attribute__((vector_size(16)));

volatile double one = 1;  // the compiler may not know that all chains begin alike, and make one of them

Lane both() {
  const double value = one;
  return Lane{value, value};
}

}  // namespace

// Twelve chains hide a latency of four cycles and leave two registers of the fifteen that V8 has to give.
double hcx_peak(int rounds) {
  Lane a = both(), b = both(), c = both(), d = both(), e = both(), f = both();
  Lane p = both(), q = both(), r = both(), s = both(), t = both(), u = both();
  const Lane little = both() * 1e-9, less = both() - little;
  for (int k = 0; k < rounds; ++k) {
    a += little, p *= less, b += little, q *= less, c += little, r *= less;
    d += little, s *= less, e += little, t *= less, f += little, u *= less;
  }
  const Lane all = a + b + c + d + e + f + p + q + r + s + t + u;
  return all[0] + all[1];
}
