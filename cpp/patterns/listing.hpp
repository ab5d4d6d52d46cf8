/// The activation patterns of a data set with all that a reader may ask of the list.
#pragma once

#include <optional>
#include <vector>

#include "core/natural.hpp"
#include "core/types.hpp"
#include "patterns/enumerate.hpp"

namespace hcx {

/// Arcs of the circle of directions as two columns.
struct ArcColumns {
  Vector from, to;  ///< angles in [-pi, pi], counterclockwise from the one to the other

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("from", s.from);
    visit("to", s.to);
  }
};

struct PatternListing {
  Natural cover_count;             ///< Cover's count for n points whose rank is that of X (at least 1)
  std::vector<Pattern> patterns;   ///< every realisable one, as enumerate_cells lists them
  Matrix directions;               ///< one that shows each: count x d
  std::optional<ArcColumns> arcs;  ///< d = 2: between which angles the directions of each lie

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("count", s.patterns.size());
    visit("coverCount", s.cover_count);
    visit("patterns", s.patterns);
    visit("directions", s.directions);
    visit("arcs", s.arcs);
  }
};

/// Throws InvalidArgument and costs as enumerate_cells.
PatternListing list_patterns(const Matrix& X);

}  // namespace hcx
