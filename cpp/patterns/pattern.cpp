#include "patterns/pattern.hpp"

#include <bit>

namespace hcx {

Index Pattern::active() const {
  Index count = 0;
  for (const auto bits : words_) count += std::popcount(bits);
  return count;
}

Pattern pattern_of(const Matrix& X, const Vector& w) {
  Pattern pattern(X.rows());
  for (Index j = 0; j < X.rows(); ++j) pattern.set(j, X.row(j).dot(w) > 0);
  return pattern;
}

}  // namespace hcx
