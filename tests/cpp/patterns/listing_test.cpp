#include "patterns/listing.hpp"

#include "catch.hpp"
#include "patterns/count.hpp"
#include "random_problem.hpp"

using namespace hcx;

TEST_CASE("a listing shows each pattern, a direction of it and its arc", "[patterns]") {
  const Matrix X = random_problem(3, 9, 2, 0).X;
  const PatternListing listing = list_patterns(X);
  CHECK(listing.patterns == enumerate_patterns(X));
  CHECK(listing.cover_count == cover_count(9, 2));
  REQUIRE(listing.directions.rows() == static_cast<Index>(listing.patterns.size()));
  REQUIRE(listing.arcs);
  const std::vector<Arc> expected = arcs(X);
  for (std::size_t k = 0; k < listing.patterns.size(); ++k) {
    const auto row = static_cast<Index>(k);
    CHECK(pattern_of(X, listing.directions.row(row).transpose()) == listing.patterns[k]);
    CHECK(listing.arcs->from[row] == expected[k].from);
    CHECK(listing.arcs->to[row] == expected[k].to);
  }
}

TEST_CASE("a listing counts by the rank and has arcs in the plane alone", "[patterns]") {
  Matrix X = random_problem(4, 6, 3, 0).X;
  CHECK_FALSE(list_patterns(X).arcs);
  X.col(2) = X.col(1);
  CHECK(list_patterns(X).cover_count == cover_count(6, 2));
  CHECK(list_patterns(Matrix::Zero(2, 2)).cover_count == cover_count(2, 1));
}
