#include "core/power_of_two.hpp"

#include <cmath>

namespace hcx {

double power_of_two(double x) {
  int exponent = 0;
  const double mantissa = std::frexp(x, &exponent);  // from 1/2 to below 1
  return std::ldexp(1.0, mantissa * mantissa < 0.5 ? exponent - 1 : exponent);
}

}  // namespace hcx
