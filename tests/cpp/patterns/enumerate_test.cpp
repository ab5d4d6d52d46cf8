#include "patterns/enumerate.hpp"

#include <set>

#include "catch.hpp"
#include "core/random.hpp"
#include "patterns/circle.hpp"
#include "patterns/count.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"

using namespace hcx;

namespace {

std::string text(const Pattern& pattern) {
  std::string bits;
  for (Index j = 0; j < pattern.size(); ++j) bits += pattern[j] ? '1' : '0';
  return bits;
}

std::set<std::string> texts(const std::vector<Pattern>& patterns) {
  std::set<std::string> set;
  for (const Pattern& pattern : patterns) set.insert(text(pattern));
  return set;
}

Matrix line(const std::vector<double>& x) {
  Matrix X = Matrix::Ones(static_cast<Index>(x.size()), 2);
  for (std::size_t j = 0; j < x.size(); ++j) X(static_cast<Index>(j), 0) = x[j];
  return X;
}

}  // namespace

TEST_CASE("four points on a line have eight patterns, not ten", "[patterns]") {
  const auto patterns = enumerate_patterns(line({-0.7, -0.3, 0.7, 0.8}));
  CHECK(patterns.size() == 8);
  CHECK(texts(patterns) == std::set<std::string>{"0000", "0001", "0011", "0111", "1000", "1100", "1110", "1111"});
}

TEST_CASE("two to five points on a line have 4, 6, 8 and 10 patterns", "[patterns]") {
  for (Index n = 2; n <= 5; ++n) {
    const Vector x = Vector::LinSpaced(n, -1, 1);
    CHECK(enumerate_patterns(line({x.begin(), x.end()})).size() == static_cast<std::size_t>(2 * n));
    CHECK(cover_count(n, 2).decimal() == std::to_string(2 * n));
  }
}

TEST_CASE("points that share a line through the origin add no pattern", "[patterns][degenerate]") {
  CHECK(enumerate_patterns(line({0, 0, 1, 1, 2})).size() == 6);
  CHECK(enumerate_patterns(Matrix{{1, 1}, {-1, -1}, {2, 1}}).size() == 4);
  CHECK(enumerate_patterns(Matrix{{0, 0}, {1, 2}, {0.1, 0.2}, {3, 6}}).size() == 2);
  CHECK(enumerate_patterns(Matrix{{0, 0}, {0, 0}}).size() == 1);
}

TEST_CASE("in one dimension a direction sees one side or the other", "[patterns]") {
  CHECK(texts(enumerate_patterns(Matrix{{-1.0}, {2.0}, {0.0}})) == std::set<std::string>{"010", "100"});
}

TEST_CASE("no direction shows a pattern that the enumeration misses", "[patterns][property]") {
  const auto seed = GENERATE(range(1, 21));
  CAPTURE(seed);
  const Matrix X = random_problem(static_cast<std::uint64_t>(seed), 12, 2, 0, seed % 2 == 0).X;
  const auto known = texts(enumerate_patterns(X));
  CHECK(known.size() == 24);
  Random random(static_cast<std::uint64_t>(seed) + 100);
  for (int k = 0; k < 2000; ++k) {
    const Vector w{{random.normal(), random.normal()}};
    CHECK(known.count(text(pattern_of(X, w))) == 1);
  }
}

TEST_CASE("the sector found for a direction holds it", "[patterns][property]") {
  const auto seed = GENERATE(range(1, 11));
  CAPTURE(seed);
  const Matrix X = random_problem(static_cast<std::uint64_t>(seed), 1 + seed, 2, 0).X;
  const Circle circle(X);
  Random random(static_cast<std::uint64_t>(seed));
  for (int k = 0; k < 500; ++k) {
    const Point w{random.normal(), random.normal()};
    CHECK(circle.sector_pattern(circle.sector_of(w)) == pattern_of(X, w));
  }
}

TEST_CASE("Cover's count is exact at any size", "[patterns][count]") {
  CHECK(cover_count(100, 10).decimal() == "3836629637040");
  CHECK(cover_count(8, 3).decimal() == "58");
  CHECK(cover_count(5, 7).decimal() == "32");  // d >= n: all 2^n
  CHECK(cover_count(200, 200).decimal() == "1606938044258990275541962092341162602522202993782792835301376");
  CHECK(refusal([] { cover_count(0, 2); }) == "n is 0, expected a whole number from 1 to 20000");
  CHECK(rank(Matrix{{1, 2}, {2, 4}}) == 1);
}

TEST_CASE("enumeration names what it cannot do", "[patterns]") {
  CHECK(refusal([] { enumerate_patterns(Matrix::Ones(2, 3)); }) ==
        "X has 3 columns (bias included), expected at most 2 for enumerating every pattern");
}
