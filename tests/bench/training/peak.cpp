#include "peak.hpp"

namespace {

using Lane = double __attribute__((vector_size(16)));

volatile double none = 0, one = 1;  // the compiler may not know what they are, nor that all chains are alike

Lane both(volatile double& value) {
  const double now = value;
  return Lane{now, now};
}

}  // namespace

// Seven chains a kind hide a latency of three cycles. V8 has fifteen registers to give and moves what it has no register for:
// so no constants, and the sums stay 0, the products 1.
double hcx_peak(int rounds) {
  Lane a = both(none), b = both(none), c = both(none), d = both(none), e = both(none), f = both(none), g = both(none);
  Lane p = both(one), q = both(one), r = both(one), s = both(one), t = both(one), u = both(one), v = both(one);
  for (int k = 0; k < rounds; ++k) {
    a += a, p *= p, b += b, q *= q, c += c, r *= r, d += d, s *= s;
    e += e, t *= t, f += f, u *= u, g += g, v *= v;
  }
  const Lane all = a + b + c + d + e + f + g + p + q + r + s + t + u + v;
  return all[0] + all[1];
}
