#include "core/random.hpp"

#include <cmath>

#include "catch.hpp"

using hcx::Random;

TEST_CASE("the stream of seed 42 is that of the published xoshiro256** and splitmix64", "[random]") {
  // From the reference C code of Blackman and Vigna; tests/reference/random.py computes the same numbers.
  Random random(42);
  CHECK(random.bits() == 1546998764402558742ULL);
  CHECK(random.bits() == 6990951692964543102ULL);
  CHECK(random.bits() == 12544586762248559009ULL);
}

TEST_CASE("uniform numbers fill [0, 1) evenly", "[random]") {
  Random random(1);
  double sum = 0, least = 1, most = 0;
  for (int i = 0; i < 100000; ++i) {
    const double u = random.uniform();
    sum += u, least = std::min(least, u), most = std::max(most, u);
  }
  CHECK(least >= 0);
  CHECK(most < 1);
  CHECK(sum / 100000 == Approx(0.5).margin(0.005));
}

TEST_CASE("normal numbers have the normal's first four moments", "[random]") {
  Random random(2);
  double m1 = 0, m2 = 0, m4 = 0;
  const int n = 200000;
  for (int i = 0; i < n; ++i) {
    const double z = random.normal();
    m1 += z / n, m2 += z * z / n, m4 += z * z * z * z / n;
  }
  CHECK(m1 == Approx(0).margin(0.01));
  CHECK(m2 == Approx(1).margin(0.02));
  CHECK(m4 == Approx(3).margin(0.1));
}

TEST_CASE("the portable logarithm is right to two units in the last place", "[random]") {
  Random random(3);
  for (int i = 0; i < 20000; ++i) {
    const double x = std::exp2(random.uniform(-60, 60));
    CHECK(hcx::portable_log(x) == Approx(std::log(x)).epsilon(4.5e-16).margin(2e-16));
  }
}
