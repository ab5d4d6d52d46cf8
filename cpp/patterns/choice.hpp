/// How a caller names the activation patterns and signs of a programme.
#pragma once

#include <cstdint>
#include <vector>

#include "core/types.hpp"
#include "patterns/pattern.hpp"

namespace hcx {

/// Which activation patterns a programme contains.
struct PatternChoice {
  enum class From {
    All,      ///< every realisable one
    Sampled,  ///< those of random directions
    Given,    ///< those listed
  };
  From from = From::All;
  std::vector<Pattern> given = {};
};

/// Which sign the neurons of each pattern may have.
struct SignChoice {
  bool both = true;
  std::vector<signed char> given = {};  ///< unless both: one +-1 a pattern
};

/// Throws InvalidArgument when one sign a pattern is asked for and the patterns are not listed, or not as many.
void validate(const PatternChoice& patterns, const SignChoice& signs);

/// The patterns themselves: enumerated, or of `draws` directions drawn with this seed, or the list.
/// Throws InvalidArgument when draws is not in 1 .. 10^7, seed not in 0 .. 2^53 - 1, or all are too many to enumerate.
std::vector<Pattern> chosen_patterns(const Matrix& X, const PatternChoice& patterns, std::int64_t draws,
                                     std::int64_t seed);

/// Throws InvalidArgument when the patterns are to be sampled: 'patterns is "sampled", expected "all" or an array of patterns'.
void refuse_sampled(const PatternChoice& patterns);

/// "count is 0, expected a whole number from 1 to 10000000", and the same for the seed.
void validate_sampling(std::int64_t draws, std::int64_t seed);

}  // namespace hcx
