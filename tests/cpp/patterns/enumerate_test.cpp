#include "patterns/enumerate.hpp"

#include <cmath>
#include <set>

#include "catch.hpp"
#include "core/random.hpp"
#include "patterns/circle.hpp"
#include "patterns/count.hpp"
#include "patterns/interior_direction.hpp"
#include "patterns/sample.hpp"
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

TEST_CASE("in general position there are as many patterns as Cover counts", "[patterns][count]") {
  const auto [n, d] = GENERATE(table<Index, Index>({{5, 2}, {8, 3}, {10, 3}, {7, 4}, {9, 4}, {6, 6}, {4, 7}, {10, 5}}));
  const bool biased = GENERATE(false, true);
  CAPTURE(n, d, biased);
  const Matrix X = random_problem(static_cast<std::uint64_t>(10 * n + d), n, d, 0, biased).X;
  const auto cells = enumerate_cells(X);
  CHECK(std::to_string(cells.size()) == cover_count(n, std::min(n, d)).decimal());
  for (const Cell& cell : cells) CHECK(pattern_of(X, cell.w) == cell.pattern);
  CHECK(texts(enumerate_patterns(X)).size() == cells.size());
}

TEST_CASE("no direction shows a pattern that splitting cells misses", "[patterns][property]") {
  const auto seed = GENERATE(range(1, 11));
  CAPTURE(seed);
  const Index d = 3 + seed % 3;
  const Matrix X = random_problem(static_cast<std::uint64_t>(seed), 8, d, 0, seed % 2 == 0).X;
  const auto known = texts(enumerate_patterns(X));
  for (const Pattern& pattern : sample_patterns(X, 5000, static_cast<std::uint64_t>(seed)))
    CHECK(known.count(text(pattern)) == 1);
}

TEST_CASE("parallel, zero and dependent rows add no pattern in any dimension", "[patterns][degenerate]") {
  const Matrix X{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {2, 0, 0}, {0, -3, 0}, {0, 0, 0}};
  CHECK(enumerate_patterns(X).size() == 8);
  // Five points of a plane in space: ten patterns, as in the plane.
  Matrix flat = Matrix::Zero(5, 3);
  flat.leftCols(2) = random_problem(3, 5, 2, 0).X;
  CHECK(enumerate_patterns(flat).size() == 10);
  // Four hyperplanes through a common line: eight, not 14.
  CHECK(enumerate_patterns(Matrix{{1, 0, 0}, {0, 1, 0}, {1, 1, 0}, {1, -1, 0}}).size() == 8);
  CHECK(enumerate_patterns(Matrix::Zero(2, 4)).size() == 1);
}

TEST_CASE("a pattern is realisable exactly when it is enumerated", "[patterns]") {
  const Matrix X = random_problem(4, 6, 3, 0).X;
  const auto known = texts(enumerate_patterns(X));
  for (int bits = 0; bits < 64; ++bits) {
    Pattern pattern(6);
    for (Index j = 0; j < 6; ++j) pattern.set(j, (bits >> j) & 1);
    CHECK(realisable(X, pattern) == (known.count(text(pattern)) == 1));
  }
  CHECK(refusal([&] { realisable(X, Pattern(5)); }) == "pattern has 5 values, expected 6 (rows of X)");
}

TEST_CASE("the deepest direction is as deep as it says", "[patterns][property]") {
  const auto seed = GENERATE(range(1, 21));
  CAPTURE(seed);
  const Index d = 2 + seed % 4;
  Matrix G = random_problem(static_cast<std::uint64_t>(seed), 6, d, 0).X;
  G.col(0) = G.col(0).cwiseAbs() + 0.1 * Vector::Ones(6);  // e_1 is inside: the cone is open
  const InteriorDirection deepest = interior_direction(G);
  const auto margin = [&](const Vector& w) { return (G.rowwise().normalized() * w.normalized()).minCoeff(); };
  REQUIRE(deepest.margin > 0);
  CHECK(margin(deepest.w) == Approx(deepest.margin).epsilon(1e-12));
  Random random(static_cast<std::uint64_t>(seed));
  for (int k = 0; k < 500; ++k) {
    Vector w = deepest.w;
    for (double& value : w) value += 0.1 * random.normal();
    CHECK(margin(w) <= deepest.margin + 1e-12);
  }
  Matrix closed(2, d);
  closed << G.row(0), -G.row(0);
  CHECK(interior_direction(closed).margin == 0);
}

TEST_CASE("sampled patterns are distinct and the same for the same seed", "[patterns][sample]") {
  const Matrix X = random_problem(2, 7, 3, 0).X;
  const auto patterns = sample_patterns(X, 300, 5);
  CHECK(texts(patterns).size() == patterns.size());
  CHECK(sample_patterns(X, 300, 5) == patterns);
  CHECK(patterns_of(X, Matrix{{1, 0, 0}, {2, 0, 0}, {0, 1, 0}}).size() == 2);
  CHECK(refusal([&] { sample_patterns(X, 0, 5); }) == "count is 0, expected a whole number from 1 to 10000000");
}

TEST_CASE("enumeration names what it cannot do", "[patterns]") {
  CHECK(refusal([] { enumerate_patterns(random_problem(1, 100, 10, 0).X); }) ==
        "X is 100 x 10 and may have 3836629637040 patterns, expected at most 2000000 to enumerate");
}

TEST_CASE("the number of patterns grows as counted, below its bound and below every subset", "[patterns]") {
  const PatternGrowth growth = pattern_growth(200, 10);
  CHECK(growth.count[99] == Approx(std::log10(3.84e12)).margin(0.001));
  CHECK(growth.bound[99] == Approx(std::log10(3.98e15)).margin(0.001));
  CHECK(growth.all[99] == Approx(100 * std::log10(2)));
  for (Index i = 0; i < 200; ++i) {
    CHECK(growth.count[i] == Approx(std::log10(cover_count(i + 1, 10).approximate())).epsilon(1e-13));
    CHECK(growth.count[i] <= growth.all[i] + 1e-12);
    if (i >= 10) CHECK(growth.count[i] < growth.bound[i]);
  }
  CHECK(pattern_growth(2000, 1500).count[1999] > 500);  // beyond the range of a double
}

TEST_CASE("arcs lie around the circle, one for each cell and with its direction inside", "[patterns]") {
  const Matrix X = with_bias(random_problem(3, 6, 1, 0).X);
  const std::vector<Cell> cells = enumerate_cells(X);
  const std::vector<Arc> all = arcs(X);
  REQUIRE(all.size() == cells.size());
  for (std::size_t k = 0; k < all.size(); ++k) {
    const double turn = 2 * std::acos(-1.0);
    const auto beyond = [&](double angle) { return std::fmod(angle - all[k].from + 2 * turn, turn); };
    CHECK(beyond(std::atan2(cells[k].w[1], cells[k].w[0])) < beyond(all[k].to));
    CHECK(all[(k + 1) % all.size()].from == all[k].to);
  }
}
