#include "core/checks.hpp"

#include <cmath>
#include <cstdlib>

#include "core/invalid_argument.hpp"

namespace hcx {
namespace {

std::string element(std::string_view name, Index i) { return std::string(name) + "[" + std::to_string(i) + "]"; }

[[noreturn]] void refuse(const std::string& name, double value, std::string_view expected) {
  throw InvalidArgument(name + " is " + to_text(value) + ", expected " + std::string(expected));
}

}  // namespace

// Written out because printf's and strtod's machinery for doubles would be a tenth of the WebAssembly module.
std::string to_text(double x) {
  if (std::isnan(x)) return "nan";
  if (std::isinf(x)) return x > 0 ? "inf" : "-inf";
  if (x == std::floor(x) && std::abs(x) < 1e15) return std::to_string(static_cast<long long>(x));

  int exponent = 0;
  double mantissa = std::abs(x);
  for (; mantissa >= 10; ++exponent) mantissa /= 10;
  for (; mantissa < 1; --exponent) mantissa *= 10;
  std::string digits = std::to_string(static_cast<long long>(mantissa * 1e11 + 0.5));
  if (digits.size() > 12) ++exponent;  // 9.99... was rounded up to 10
  digits.erase(digits.find_last_not_of('0') + 1);

  const std::string sign = x < 0 ? "-" : "";
  const auto before_point = static_cast<std::size_t>(exponent + 1);
  if (exponent < 0 && exponent >= -5)
    return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  if (exponent >= 0 && exponent < 12) {
    if (digits.size() > before_point) return sign + digits.insert(before_point, 1, '.');
    return sign + digits + std::string(before_point - digits.size(), '0');
  }
  if (digits.size() > 1) digits.insert(1, 1, '.');
  return sign + digits + "e" + (exponent < 0 ? "-" : "+") + std::to_string(std::abs(exponent));
}

std::string counted(long long number, std::string_view noun) {
  return std::to_string(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

void require_at_least(double value, double least, std::string_view name) {
  if (!(value >= least) || !std::isfinite(value))
    refuse(std::string(name), value, "a finite number >= " + to_text(least));
}

void require_positive(double value, std::string_view name) {
  if (!(value > 0) || !std::isfinite(value)) refuse(std::string(name), value, "a finite number > 0");
}

void require_between(long long value, long long least, long long most, std::string_view name) {
  if (value >= least && value <= most) return;
  throw InvalidArgument(std::string(name) + " is " + std::to_string(value) + ", expected a whole number from " +
                        std::to_string(least) + " to " + std::to_string(most));
}

void require_length(Index length, Index expected, std::string_view name, std::string_view whose) {
  if (length == expected) return;
  throw InvalidArgument(std::string(name) + " has " + counted(length, "value") + ", expected " +
                        std::to_string(expected) + " (" + std::string(whose) + ")");
}

void require_nonempty(const Matrix& matrix, std::string_view name) {
  if (matrix.rows() > 0 && matrix.cols() > 0) return;
  throw InvalidArgument(std::string(name) + " is " + std::to_string(matrix.rows()) + " x " +
                        std::to_string(matrix.cols()) + ", expected at least 1 row and 1 column");
}

void require_finite(const Matrix& matrix, std::string_view name) {
  for (Index i = 0; i < matrix.rows(); ++i)
    for (Index k = 0; k < matrix.cols(); ++k)
      if (!std::isfinite(matrix(i, k))) refuse(element(element(name, i), k), matrix(i, k), "a finite number");
}

void require_finite(const Vector& vector, std::string_view name) {
  for (Index i = 0; i < vector.size(); ++i)
    if (!std::isfinite(vector[i])) refuse(element(name, i), vector[i], "a finite number");
}

}  // namespace hcx
