/// Grids over a plane, and the networks that stand on them.
#pragma once

#include "core/problem.hpp"
#include "landscape/loss/loss_plane.hpp"

namespace hcx {

/// rows x cols points (u_c, v_r) over [u0, u1] x [v0, v1], row-major, the borders included.
struct PlaneGrid {
  LossPlane plane;
  Vector u{{-1.0, 1.0}}, v{{-1.0, 1.0}};  ///< from, to: finite, from < to
  int rows = 128, cols = 128;             ///< 2 .. 4096, at most 1e7 points

  double u_at(Index col) const { return u[0] + (u[1] - u[0]) * (static_cast<double>(col) / (cols - 1)); }
  double v_at(Index row) const { return v[0] + (v[1] - v[0]) * (static_cast<double>(row) / (rows - 1)); }
};

/// Throws InvalidArgument on a bad problem, plane or grid, when width x rows of X is above 4e6, or when weights, X or y are so
/// large that a loss on the grid may not be finite.
void validate(const Problem& problem, const PlaneGrid& grid);

}  // namespace hcx
