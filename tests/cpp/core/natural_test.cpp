#include "core/natural.hpp"

#include "catch.hpp"

using hcx::Natural;

TEST_CASE("natural numbers carry, divide and print in base ten", "[natural]") {
  Natural factorial = 1;
  for (std::uint32_t k = 1; k <= 30; ++k) factorial *= k;
  CHECK(factorial.decimal() == "265252859812191058636308480000000");
  for (std::uint32_t k = 30; k > 20; --k) factorial /= k;
  CHECK(factorial.decimal() == "2432902008176640000");
  Natural all_ones = 0xffffffffu;
  all_ones += 1;
  CHECK(all_ones.decimal() == "4294967296");
  CHECK(Natural().decimal() == "0");
  CHECK(all_ones.approximate() == 4294967296.0);
}
