#include "patterns/count.hpp"

#include <algorithm>
#include <limits>

#include "core/checks.hpp"
#include "core/pivoted_qr.hpp"

namespace hcx {

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

Index rank(const Matrix& X) {
  require_nonempty(X, "X");
  require_finite(X, "X");
  const double scale = X.cwiseAbs().maxCoeff();
  if (scale == 0) return 0;
  const double rounding = std::numeric_limits<double>::epsilon() * static_cast<double>(std::max(X.rows(), X.cols()));
  return PivotedQR(X / scale, rounding).rank();
}

}  // namespace hcx
