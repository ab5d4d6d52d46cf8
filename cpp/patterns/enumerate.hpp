/// All activation patterns that some direction realises.
#pragma once

#include <string_view>
#include <vector>

#include "core/types.hpp"
#include "patterns/pattern.hpp"

namespace hcx {

/// A cell of the arrangement of the hyperplanes {w : x_j . w = 0}: all directions of one pattern.
struct Cell {
  Pattern pattern;
  Vector w;  ///< a direction inside, d
};

/// The distinct patterns {1[X w > 0] : w off every hyperplane}, the all-off one included when it is realised, each with a
/// direction that shows it. Exact, duplicate, parallel, antipodal and zero rows and rank deficient X included.
///
/// d <= 2: the sweep around the circle, in its order; at most 2n cells, O(n^2) to write them down.
/// d >= 3: hyperplane by hyperplane, every cell so far is split if both sides of the new one are open (see
/// interior_direction): at most as many cells as Cover counts, O(n d) for each cell and hyperplane.
/// Throws InvalidArgument when X is empty or not finite, or when there may be more than two million cells.
std::vector<Cell> enumerate_cells(const Matrix& X);

/// For d = 2: the angles in [-pi, pi] between which each of those cells lies on the circle of directions, counterclockwise.
struct Arc {
  double from, to;
};
std::vector<Arc> arcs(const Matrix& X);

/// The patterns of those cells.
std::vector<Pattern> enumerate_patterns(const Matrix& X);

/// Whether some direction off every hyperplane has this pattern. Throws InvalidArgument when the lengths disagree. O(n d^2).
bool realisable(const Matrix& X, const Pattern& pattern);

/// X seen in the plane: d = 1 gains a column of zeros, d = 2 is unchanged. The exact methods of this engine live there.
/// Throws InvalidArgument for d > 2, naming what was asked.
Matrix in_the_plane(const Matrix& X, std::string_view asked);

}  // namespace hcx
