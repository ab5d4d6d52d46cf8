/// A network while it is trained, laid out for the machine.
#pragma once

#include <cstdint>
#include <vector>

#include "core/problem.hpp"
#include "network/network.hpp"
#include "patterns/pattern.hpp"
#include "training/kernels/lane.hpp"
#include "training/kernels/update_rule.hpp"

namespace hcx {

/// Neurons stand side by side in blocks of 2 L (L registers of two doubles); a block's weights are contiguous, and while
/// they are in registers the backward pass of one step is followed by the forward pass of the next. With
///     q_i = sum_j 1[w_i . x_j > 0] r_j x_j,   r = f - y:   dL/dw_i = 2 k alpha_i q_i + 2 lambda w_i,
///     dL/dalpha_i = 2 k w_i . q_i + 2 lambda alpha_i
/// (because r . max(0, X w_i) = w_i . q_i), so that of the forward pass only signs are kept.
/// Only correctly rounded operations in a fixed order, never fused: the same weights natively and in WebAssembly, bit for bit.
/// No allocation after construction. Cost of a step: n m (4 d + 4) operations.
class TrainingKernel {
 public:
  /// `rates` multiply the step size in the first and in the second layer; 0 freezes it.
  struct Rates {
    double first = 1, second = 1;
  };
  TrainingKernel(const Problem& problem, const Network& network, const UpdateRule& rule, Rates rates, Index batch);

  /// Step number t >= 1 on all data; afterwards the residual and the patterns are those of the new weights.
  void step(std::int64_t t, double step_size);
  /// Step number t on some rows of X; the residual of all data is stale until look(). Returns the estimate of k ||f - y||^2
  /// from these rows before the step.
  double step_on(const Index* rows, Index count, std::int64_t t, double step_size);
  /// The residual and the patterns of the present weights.
  void look();

  /// The weights and what the rule remembers; two runs of one shape can exchange theirs.
  struct State {
    std::vector<Lane> weights, velocity, squares;  ///< a block: d + 1 rows (the last is alpha) of L lanes
    std::size_t bytes() const { return (weights.size() + velocity.size() + squares.size()) * sizeof(Lane); }
  };
  const State& state() const { return state_; }
  /// Goes on from another state of this kernel; the residual and the patterns are then those of its weights.
  void set_state(const State& state);

  Index width() const { return m_; }
  bool silent() const;                                           ///< whether every neuron is off on every point
  double squared_residual() const { return squared_residual_; }  ///< ||f - y||^2
  double squared_weights() const { return squared_weights_; }  ///< sum ||w_i||^2 + alpha_i^2; only kept when lambda > 0
  bool sees(Index neuron, Index point) const;
  bool positive_output(Index neuron) const;  ///< alpha > 0
  /// One pattern a neuron: m of n bits each, in place. O(n m).
  void patterns(std::vector<Pattern>& into) const;

  Network network() const { return unpacked(state_.weights); }
  Network velocity() const { return unpacked(state_.velocity); }  ///< the rule's v and s, or empty
  Network squares() const { return unpacked(state_.squares); }
  void set_moments(const Network& velocity, const Network& squares);

 private:
  static constexpr Index kFewInputs = 3;  // up to here d is known to the compiler
  // Registers of a block: V8 has few to give, but a rule that is called for each block had better do much at a time.
  static constexpr int kLanes = 2, kManyLanes = 4;

  struct Points {
    Index n;
    std::vector<double> x, y;  ///< n x d row-major; n
    std::vector<Lane>
        doubled;  ///< for d <= 3: each x in both halves; V8 spends an addition more on a load that doubles
  };

  /// For each block: `learn` from the residual of the points last seen, then `see` these points with the new weights.
  void pass(const Points& points, bool learn, bool see);
  /// Called through pointers, they stay functions of their own in WebAssembly: V8 compiles a function for speed as a whole, and a
  /// reader's first training would wait for all of them.
  using Pass = void (TrainingKernel::*)(const Points& points, bool learn, bool see);
  void choose_passes();
  template <int D>
  void choose_passes_for();
  template <int D, int L>
  void pass_few(const Points& points, bool learn, bool see);
  template <int D, bool Decay>
  void step_few(const Points& points, bool, bool);  ///< learns and sees
  void pass_many(const Points& points, bool learn, bool see);
  void move(Index block);
  void finish_residual(const Points& points);

  std::vector<Lane> packed(const Network& network) const;
  Network unpacked(const std::vector<Lane>& lanes) const;

  Index m_, d_;
  bool plain_;                            ///< w <- w - gamma g needs no call
  Index lanes_;                           ///< L
  Index blocks_, stride_;                 ///< stride_: lanes of one block, (d + 1) L
  double decay_, misfit_;                 ///< 2 lambda and 2 k
  double pull_;                           ///< 2 k, times n / |batch| on a batch
  Pass step_ = nullptr, pass_ = nullptr;  ///< learning and seeing; anything else
  UpdateRule rule_;
  Rates rates_;
  double step_size_ = 0;
  Points all_, batch_;
  State state_;
  std::vector<double> r_;       ///< f - y of the points last seen
  std::vector<Lane> pulls_;     ///< for d <= 3: r_j x_jk in both halves, once for all neurons
  std::vector<LaneMask> seen_;  ///< signs of the pre-activations: a block: n rows of L
  std::vector<Lane> f_, t_, gradient_, sums_;
  double squared_residual_ = 0, squared_weights_ = 0;
};

}  // namespace hcx
