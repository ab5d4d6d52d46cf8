#include "patterns/choice.hpp"

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "patterns/enumerate.hpp"
#include "patterns/sample.hpp"

namespace hcx {
namespace {

constexpr std::int64_t kLargestSeed = (std::int64_t{1} << 53) - 1;

}  // namespace

void validate(const PatternChoice& patterns, const SignChoice& signs) {
  if (signs.both) return;
  const auto count = static_cast<Index>(signs.given.size());
  if (patterns.from != PatternChoice::From::Given)
    throw InvalidArgument("signs has " + counted(count, "value") + ", expected \"both\" unless patterns are listed");
  require_length(count, static_cast<Index>(patterns.given.size()), "signs", "number of patterns");
}

void refuse_sampled(const PatternChoice& patterns) {
  if (patterns.from == PatternChoice::From::Sampled)
    throw InvalidArgument("patterns is \"sampled\", expected \"all\" or an array of patterns");
}

void validate_sampling(std::int64_t draws, std::int64_t seed) {
  require_between(draws, 1, 10'000'000, "count");
  require_between(seed, 0, kLargestSeed, "seed");
}

std::vector<Pattern> chosen_patterns(const Matrix& X, const PatternChoice& patterns, std::int64_t draws,
                                     std::int64_t seed) {
  validate_sampling(draws, seed);
  switch (patterns.from) {
    case PatternChoice::From::All: return enumerate_patterns(X);
    case PatternChoice::From::Sampled: return sample_patterns(X, draws, static_cast<std::uint64_t>(seed));
    case PatternChoice::From::Given: break;
  }
  return patterns.given;
}

}  // namespace hcx
