/// How many activation patterns there are, without enumerating them.
#pragma once

#include <cstdint>

#include "core/natural.hpp"
#include "core/types.hpp"

namespace hcx {

/// Cover's count (1965): n points in general position in dimension d have exactly
///     N(n, d) = 2 sum_{k < d} C(n - 1, k)
/// activation patterns; with d the rank of X it bounds the count of any data set. Exact, any size.
/// Throws InvalidArgument unless 1 <= n <= 20000 and d >= 1. O(min(n, d) n) digit operations.
Natural cover_count(std::int64_t n, std::int64_t d);

/// How the number of patterns grows with n = 1, 2, .. in dimension d, as base-10 logarithms.
struct PatternGrowth {
  Vector count;  ///< of N(n, d)
  Vector bound;  ///< of the classical bound 2 r (e (n - 1) / r)^r, r = min(n, d); NaN for n = 1
  Vector all;    ///< of 2^n, every set of points there is

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("count", s.count);
    visit("bound", s.bound);
    visit("all", s.all);
  }
};
/// For n = 1 .. most. Throws InvalidArgument unless 1 <= most <= 2000 and d >= 1. O(most) counts.
PatternGrowth pattern_growth(std::int64_t most, std::int64_t d);

/// Rank of X by column-pivoted QR: the dimension Cover's count speaks of. Throws InvalidArgument when X is empty or not finite.
Index rank(const Matrix& X);

}  // namespace hcx
