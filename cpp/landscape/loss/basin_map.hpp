/// Where gradient descent ends from every start on a grid.
#pragma once

#include <span>
#include <vector>

#include "landscape/critical/critical_points.hpp"
#include "landscape/loss/kernels/descent_batch.hpp"
#include "landscape/loss/plane_grid.hpp"
#include "run/run.hpp"

namespace hcx {

struct BasinSettings : PlaneGrid {
  double step_size = 0.01;  ///< > 0
  TrainedLayers layers = TrainedLayers::Both;
  int max_steps = 1000;     ///< 0 .. 1e7
  double tolerance = 1e-7;  ///< >= 0: converged once ||dL|| ||theta|| is at most this share of the zero network's loss
  double value_tolerance = 1e-6;  ///< >= 0: end values nearer than this share of the zero network's loss are one

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("plane", s.plane);
    visit("u", s.u);
    visit("v", s.v);
    visit("rows", s.rows);
    visit("cols", s.cols);
    visit("stepSize", s.step_size);
    visit("layers", s.layers);
    visit("maxSteps", s.max_steps);
    visit("tolerance", s.tolerance);
    visit("valueTolerance", s.value_tolerance);
  }
};

/// A value in which converged runs ended.
struct BasinEnd {
  double loss;  ///< the least of them
  Index count;  ///< starts that lead there

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("loss", s.loss);
    visit("count", s.count);
  }
};

struct Basins {
  std::vector<BasinEnd> ends;  ///< best first
  std::vector<int> of_start;   ///< rows x cols indices into ends; -1: none of them, or not done
};

/// The runs from some rows, seen in the map's own memory.
struct BasinRows {
  std::span<const double> loss;  ///< at the ends; NaN where not done, infinity: diverged
  std::span<const int> steps;
  std::span<const unsigned char> status;  ///< DescentEnd

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("loss", s.loss);
    visit("steps", s.steps);
    visit("status", s.status);
  }
};

/// A map as far as it is done.
struct BasinResult {
  GridAxes axes;
  BasinRows runs;
  Basins basins;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    GridAxes::fields(s.axes, visit);
    BasinRows::fields(s.runs, visit);
    visit("ends", s.basins.ends);
    visit("end", s.basins.of_start);
  }
};

/// Complete rows of a map.
struct BasinBand {
  GridRows rows;
  BasinRows runs;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    GridRows::fields(s.rows, visit);
    BasinRows::fields(s.runs, visit);
  }
};

/// Descent from N(u_c, v_r), four starts at a time. Cost: 5 n m d operations a step and start, two starts at once.
class BasinMap : public Run {
 public:
  /// Throws InvalidArgument on bad input, see validate(problem, grid).
  BasinMap(const Problem& problem, const BasinSettings& settings);

  Index rows_done() const { return done_ / settings_.cols; }

  const PlaneGrid& grid() const { return settings_; }
  const std::vector<double>& losses() const { return loss_; }  ///< at the ends; NaN where not done, infinity: diverged
  const std::vector<int>& steps() const { return steps_; }
  const std::vector<unsigned char>& statuses() const { return status_; }  ///< DescentEnd
  /// The distinct ends so far. O(N log N).
  Basins basins() const;

  /// All of it. Its spans live as long as this map.
  BasinResult result() const;
  /// The complete rows from that one on. Throws InvalidArgument when `first_row` is not one of them, nor the next one.
  BasinBand band(std::int64_t first_row) const;

 private:
  BasinRows runs(const GridRows& rows) const { return {rows.of(loss_), rows.of(steps_), rows.of(status_)}; }
  void step(const Slice& slice) override;
  bool done() const override { return done_ == static_cast<Index>(loss_.size()); }
  void begin_batch();
  void end_batch();

  BasinSettings settings_;
  double scale_;  ///< the zero network's loss
  DescentBatch batch_;
  std::int64_t descents_per_step_;  ///< of gradient descent, between two looks at the clock
  Index done_ = 0, under_way_ = 0;
  std::vector<double> loss_;
  std::vector<int> steps_;
  std::vector<unsigned char> status_;
};

}  // namespace hcx
