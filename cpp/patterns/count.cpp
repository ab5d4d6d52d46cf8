#include "patterns/count.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>

#include "core/checks.hpp"
#include "core/pivoted_qr.hpp"

namespace hcx {
namespace {

/// Of a number beyond the range of a double.
double log10_of(const Natural& number) {
  const std::string digits = number.decimal(), leading = digits.substr(0, 15);
  double value = 0;
  for (const char digit : leading) value = 10 * value + (digit - '0');
  return std::log10(value) + static_cast<double>(digits.size() - leading.size());
}

}  // namespace

Natural cover_count(std::int64_t n, std::int64_t d) {
  require_between(n, 1, 20000, "n");
  require_between(d, 1, 1LL << 53, "d");
  Natural sum, binomial = 1;  // C(n - 1, k), from k = 0
  for (std::int64_t k = 0; k < std::min(n, d); ++k) {
    sum += binomial;
    binomial *= static_cast<std::uint32_t>(n - 1 - k);
    binomial /= static_cast<std::uint32_t>(k + 1);
  }
  sum += sum;
  return sum;
}

PatternGrowth pattern_growth(std::int64_t most, std::int64_t d) {
  require_between(most, 1, 2000, "n");
  require_between(d, 1, 1LL << 53, "d");
  PatternGrowth growth{Vector(most), Vector(most), Vector(most)};
  for (Index i = 0; i < most; ++i) {
    const auto n = static_cast<double>(i + 1), r = std::min(n, static_cast<double>(d));
    growth.count[i] = log10_of(cover_count(i + 1, d));
    growth.bound[i] = i > 0 ? std::log10(2 * r) + r * std::log10(std::numbers::e * (n - 1) / r) : std::nan("");
    growth.all[i] = n * std::log10(2);
  }
  return growth;
}

Index rank(const Matrix& X) {
  require_nonempty(X, "X");
  require_finite(X, "X");
  const double scale = X.cwiseAbs().maxCoeff();
  if (scale == 0) return 0;
  const double rounding = std::numeric_limits<double>::epsilon() * static_cast<double>(std::max(X.rows(), X.cols()));
  return PivotedQR(X / scale, rounding).rank();
}

}  // namespace hcx
