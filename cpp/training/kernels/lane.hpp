/// Two doubles that the machine adds, multiplies and compares as one: SSE2 and NEON natively, SIMD in WebAssembly.
#pragma once

#include <cmath>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace hcx {

using Lane = double __attribute__((vector_size(16)));
using LaneMask = std::int64_t __attribute__((vector_size(16)));  ///< all bits of a half are set, or none

inline Lane both(double x) { return Lane{x, x}; }

inline LaneMask positive(Lane z) { return z > both(0); }

/// x where the mask is set, else 0.
inline Lane where(LaneMask mask, Lane x) { return reinterpret_cast<Lane>(mask & reinterpret_cast<LaneMask>(x)); }

/// Correctly rounded, as every operation here.
inline Lane square_root(Lane x) {
#if defined(__SSE2__)
  return _mm_sqrt_pd(x);
#else
  return Lane{std::sqrt(x[0]), std::sqrt(x[1])};
#endif
}

}  // namespace hcx
