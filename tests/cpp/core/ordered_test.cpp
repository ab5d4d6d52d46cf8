#include "core/ordered.hpp"

#include <algorithm>

#include "catch.hpp"
#include "core/random.hpp"

using namespace hcx;

TEST_CASE("sorting is stable, whatever the length", "[ordered]") {
  Random random(1);
  for (std::size_t n = 0; n < 70; ++n) {
    std::vector<std::pair<int, std::size_t>> items;
    for (std::size_t i = 0; i < n; ++i) items.emplace_back(static_cast<int>(random.bits() % 5), i);
    auto expected = items;
    std::sort(expected.begin(), expected.end());
    sort_stably(items, [](const auto& a, const auto& b) { return a.first < b.first; });
    CHECK(items == expected);
  }
}

TEST_CASE("indices in order", "[ordered]") {
  const std::vector<double> values{3, 1, 2, 1};
  const auto before = [&](Index i, Index j) {
    return values[static_cast<std::size_t>(i)] < values[static_cast<std::size_t>(j)];
  };
  CHECK(ordered(values.size(), before) == std::vector<Index>{1, 3, 2, 0});
  CHECK(ordered(0, before).empty());
}

TEST_CASE("an order that contradicts itself loses nothing", "[ordered]") {
  std::vector<int> items{3, 1, 2, 0, 4};
  sort_stably(items, [](int, int) { return true; });
  std::sort(items.begin(), items.end());
  CHECK(items == std::vector<int>{0, 1, 2, 3, 4});
}
