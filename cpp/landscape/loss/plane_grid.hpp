/// Grids over a plane, and the networks that stand on them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

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

/// What work over a grid says of the grid itself.
struct GridAxes {
  int rows, cols;
  Vector u, v;      ///< u at every column and v at every row
  Index rows_done;  ///< rows that are complete

  GridAxes(const PlaneGrid& grid, Index complete_rows);

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("rows", s.rows);
    visit("cols", s.cols);
    visit("u", s.u);
    visit("v", s.v);
    visit("rowsDone", s.rows_done);
  }
};

/// Some neighbouring rows of a grid.
struct GridRows {
  Index first, rows, cols;

  /// The rows of `values`, one value a point of the grid.
  template <class T>
  std::span<const T> of(const std::vector<T>& values) const {
    return std::span<const T>(values).subspan(static_cast<std::size_t>(first * cols),
                                              static_cast<std::size_t>(rows * cols));
  }

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("firstRow", s.first);
    visit("rows", s.rows);
    visit("cols", s.cols);
  }
};

/// The complete rows from `first` on. Throws InvalidArgument, naming "firstRow", unless 0 <= first <= done.
GridRows complete_rows(const PlaneGrid& grid, std::int64_t first, Index done);

/// Throws InvalidArgument on a bad problem, plane or grid, when width x rows of X is above 4e6, or when weights, X or y are so
/// large that a loss on the grid may not be finite.
void validate(const Problem& problem, const PlaneGrid& grid);

}  // namespace hcx
