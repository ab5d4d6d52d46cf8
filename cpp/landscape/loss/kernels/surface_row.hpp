/// One row of a loss surface: u runs, v stands still.
#pragma once

#include <vector>

#include "landscape/loss/plane_grid.hpp"

namespace hcx {

/// The row is worked out data point by data point, so that it can be left off between two of them. See LossSurface.
class SurfaceRow {
 public:
  /// A neuron switches on or off at a data point.
  struct Switch {
    int col;  ///< the first column after it
    int neuron;
    bool on;  ///< after it
  };

  SurfaceRow(const Problem& problem, const PlaneGrid& grid);

  void begin(double v);
  /// The next data point; cost() in units of about a nanosecond.
  void add_point();
  bool complete() const { return j_ == n_; }
  Index point() const { return j_; }
  double cost() const { return static_cast<double>(cols_ + 10 * m_); }
  /// Of the point just added: in ascending order of columns, and which neurons are on at column 0.
  const std::vector<Switch>& switches() const { return switches_; }
  const std::vector<char>& on_at_start() const { return on_; }
  /// The losses of the complete row: cols values.
  void finish(double* into) const;

 private:
  /// A function of t = u - middle: c + s t + q t^2.
  struct Polynomial {
    double c = 0, s = 0, q = 0;
  };
  int first_column(double a, double b) const;
  void find_switches(const double* slope);
  void add_squares(int from, int to, const Polynomial& f);
  void begin_penalty(double v);

  Index n_, m_, j_;  ///< j_: the next data point
  int cols_;
  double k_, lambda_, middle_, v_ = 0;
  bool quadratic_;                         ///< some alpha depends on u
  LossPlane plane_;                        ///< its origin moved to u = middle
  std::vector<double> y_, t_;              ///< n, cols
  std::vector<double> z_, z_u_, z_v_;      ///< n x m pre-activations at the origin, and their slopes
  std::vector<double> a_, alpha_;          ///< m of the present row: at the present point, output weights
  std::vector<double> sum_;                ///< cols sums of squares so far
  std::vector<char> on_;                   ///< m
  std::vector<Switch> switches_;           ///< at most m
  double bend_ = 0, lowest_ = 0, at_ = 0;  ///< of the penalty: lambda (bend (t - at)^2 + lowest)
};

}  // namespace hcx
