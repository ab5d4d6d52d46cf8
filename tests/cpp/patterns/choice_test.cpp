#include "patterns/choice.hpp"

#include "catch.hpp"
#include "patterns/enumerate.hpp"
#include "patterns/sample.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"

using namespace hcx;
using From = PatternChoice::From;

TEST_CASE("patterns are enumerated, drawn or listed", "[patterns]") {
  const Matrix X = random_problem(1, 8, 3, 0).X;
  CHECK(chosen_patterns(X, {}, 10, 0) == enumerate_patterns(X));
  CHECK(chosen_patterns(X, {From::Sampled, {}}, 10, 4) == sample_patterns(X, 10, 4));
  const std::vector<Pattern> list{Pattern(8)};
  CHECK(chosen_patterns(X, {From::Given, list}, 10, 0) == list);
}

TEST_CASE("signs go with listed patterns, one each", "[patterns]") {
  const std::vector<Pattern> two{Pattern(3), Pattern(3)};
  const auto refused = [](const PatternChoice& patterns, const SignChoice& signs) {
    return refusal([&] { validate(patterns, signs); });
  };
  CHECK(refused({}, {}) == "accepted");
  CHECK(refused({From::Given, two}, {}) == "accepted");
  CHECK(refused({From::Given, two}, {false, {1, -1}}) == "accepted");
  CHECK(refused({From::Given, {}}, {false, {}}) == "accepted");
  CHECK(refused({From::Given, two}, {false, {}}) == "signs has 0 values, expected 2 (number of patterns)");
  CHECK(refused({}, {false, {1}}) == "signs has 1 value, expected \"both\" unless patterns are listed");
  CHECK(refused({From::Sampled, {}}, {false, {}}) ==
        "signs has 0 values, expected \"both\" unless patterns are listed");
}

TEST_CASE("a bad draw is refused even where none is needed", "[patterns]") {
  const Matrix X = random_problem(1, 4, 2, 0).X;
  CHECK(refusal([&] { chosen_patterns(X, {}, 0, 0); }) == "count is 0, expected a whole number from 1 to 10000000");
  CHECK(refusal([&] { chosen_patterns(X, {}, 1, -1); }) ==
        "seed is -1, expected a whole number from 0 to 9007199254740991");
}
