/// Where an atom can live: an open sector of the circle, or the ray at its start.
#pragma once

#include "core/types.hpp"
#include "patterns/circle.hpp"

namespace hcx::exact {

struct CircleFace {
  Index k;  ///< sector k, or ray k
  bool on_ray;
  bool operator==(const CircleFace&) const = default;
};

inline Pattern pattern_of(const Circle& circle, const CircleFace& face) {
  return face.on_ray ? circle.ray_pattern(face.k) : circle.sector_pattern(face.k);
}

}  // namespace hcx::exact
