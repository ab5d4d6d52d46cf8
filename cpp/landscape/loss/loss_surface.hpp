/// The loss over a plane of networks, on a grid, band by band.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "landscape/loss/plane_grid.hpp"
#include "patterns/pattern.hpp"
#include "run/run.hpp"

namespace hcx {

struct SurfaceSettings : PlaneGrid {
  bool cells = false;  ///< also which activation pattern each point has; width x rows of X at most 200

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("plane", s.plane);
    visit("u", s.u);
    visit("v", s.v);
    visit("rows", s.rows);
    visit("cols", s.cols);
    visit("cells", s.cells);
  }
};

/// The values of some rows, seen in the surface's own memory.
struct SurfaceRows {
  std::span<const double> z;                  ///< the loss; NaN where not done
  std::optional<std::span<const int>> cells;  ///< numbers of patterns, -1 where not done, when asked for

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("z", s.z);
    visit("cells", s.cells);
  }
};

/// A surface as far as it is done.
struct SurfaceResult {
  GridAxes axes;
  SurfaceRows values;
  std::optional<std::vector<Pattern>> patterns;  ///< that `cells` count, when asked for

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    GridAxes::fields(s.axes, visit);
    SurfaceRows::fields(s.values, visit);
    visit("patterns", s.patterns);
  }
};

/// Complete rows of a surface.
struct SurfaceBand {
  GridRows rows;
  SurfaceRows values;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    GridRows::fields(s.rows, visit);
    SurfaceRows::fields(s.values, visit);
  }
};

/// L(N(u_c, v_r)) row by row. Along a row every pre-activation z_ij is affine in u and changes sign once at most, so that the
/// output at a point x_j is one polynomial (affine where no alpha depends on u, else quadratic) between the at most m columns
/// where a neuron switches there:
///     L = k sum_j (c_j + s_j t + q_j t^2 - y_j)^2 + lambda (p t'^2 + p0),   t = u - (u0 + u1) / 2.
/// So a grid point costs O(n), whatever the width; a row O(n (cols + m log m + m)).
/// Only + - * / in a fixed order, never fused: the same grid natively and in WebAssembly, bit for bit.
class LossSurface : public Run {
 public:
  /// Throws InvalidArgument on bad input, see validate(problem, grid). O(n m d).
  LossSurface(const Problem& problem, const SurfaceSettings& settings);
  ~LossSurface() override;

  Index rows_done() const;

  const PlaneGrid& grid() const;
  const std::vector<double>& values() const;  ///< rows x cols; NaN where not done
  /// rows x cols numbers of patterns, -1 where not done; empty unless asked for.
  const std::vector<int>& cells() const;
  /// In the order they were met: neuron after neuron, n bits each. A pre-activation of 0 is off.
  const std::vector<Pattern>& patterns() const;

  /// All of it. Its spans live as long as this surface.
  SurfaceResult result() const;
  /// The complete rows from that one on. Throws InvalidArgument when `first_row` is not one of them, nor the next one.
  SurfaceBand band(std::int64_t first_row) const;

 private:
  SurfaceRows values(const GridRows& rows) const;
  void step(const Slice& slice) override;
  bool done() const override;

  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hcx
