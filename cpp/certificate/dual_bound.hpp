/// Lower bounds on the loss of every network from directions of the dual.
#pragma once

#include "network/network.hpp"
#include "programme/scaled_problem.hpp"

namespace hcx {

/// The best of the bounds theta . y - 1/2 ||theta||^2 over the feasible theta shown to it, on the canonical scale, what
/// rounding can have added subtracted.
class DualBound {
 public:
  explicit DualBound(const ScaledProblem& problem) : p_(problem), theta_(Vector::Zero(problem.y.size())) {}

  /// theta itself, which is feasible.
  void take(const Vector& theta);
  /// The best t theta with -b / peak_below <= t <= b / peak_above. A peak of 0 leaves t free.
  void take_multiple(const Vector& theta, double peak_above, double peak_below);

  /// Without weight decay nothing may respond to theta at all. What does, by at most `peak` to a unit direction, is charged
  /// for: networks with sum ||w_i|| |alpha_i| <= size gain at most t peak size from it.
  void take_unpenalised(const Vector& theta, double peak, double size);

  /// base + t direction, where nothing responds to base by more than base_peak < b.
  struct Multiples {
    Vector base, direction;
    double room;    ///< b - base_peak
    double best_t;  ///< without the constraint
    double enough;  ///< a response to `direction` below it leaves best_t feasible; how far below does not matter
  };
  Multiples multiples(const Vector& base, double base_peak, const Vector& direction) const;
  /// The best of those that are feasible when nothing responds to +-direction by more than `peak`.
  void take(const Multiples& multiples, double peak);

  double best() const { return best_; }
  const Vector& theta() const { return theta_; }  ///< the one that proves it, feasible as it is; 0 where nothing does

 private:
  void note(double value, const Vector& theta);

  const ScaledProblem& p_;
  double best_ = 0;  ///< the loss is never negative
  Vector theta_;
};

/// theta divided by a power of two near its largest entry, which rounds nothing, so that no square of it leaves the range of a double; empty when it is 0 or not finite.
Vector unit_direction(const Vector& theta);

/// The vector nearest to r with which each neuron i correlates as at an optimum, sign(alpha_i) b. Where large neurons
/// cancel, r = y - f carries the rounding of f, and this is r without it; for other networks it is merely another
/// direction to try. r in the units of p; W may have fewer columns than p.X. O(n m^2).
Vector balanced_residual(const ScaledProblem& p, const Network& network, Vector r);

}  // namespace hcx
