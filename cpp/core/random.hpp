/// Seeded random numbers of our own: the same stream natively and in WebAssembly, bit for bit, whatever the standard library.
#pragma once

#include <cstdint>

namespace hcx {

/// xoshiro256** (Blackman, Vigna 2018), its state filled from the seed by splitmix64.
/// Every operation behind its doubles is exact or correctly rounded by IEEE 754, so two machines cannot differ.
class Random {
 public:
  explicit Random(std::uint64_t seed);

  std::uint64_t bits();                ///< 64 random bits
  double uniform();                    ///< uniform on [0, 1), 53 bits
  double uniform(double a, double b);  ///< uniform on [a, b)
  double normal();                     ///< N(0, 1), Marsaglia's polar method

 private:
  std::uint64_t state_[4];
  double spare_ = 0.0;  ///< the polar method makes normals in pairs
  bool has_spare_ = false;
};

/// Natural logarithm of a positive, normal double from +, -, *, / alone, about 1 ulp. The platform's std::log differs
/// in its last digit from one C library to the next.
double portable_log(double x);

}  // namespace hcx
