/// Full-batch gradient descent on a two-layer ReLU network, laid out for the machine.
#pragma once

#include <cstdint>
#include <vector>

#include "core/problem.hpp"
#include "network/network.hpp"

namespace hcx {

/// Neurons stand side by side in blocks of four (two SIMD registers of two doubles); a block's weights are contiguous,
/// and the backward pass of one step is fused with the forward pass of the next while they are in registers.
/// Only +, - and * in a fixed order, never fused: the same weights natively and in WebAssembly, bit for bit.
/// No allocation in step(). Cost of a step: about 4 n m d multiply-adds.
class DescentKernel {
 public:
  DescentKernel(const Problem& problem, const Network& network);

  /// w <- w - step_size dL/dw, alpha likewise; then residual() is that of the new weights.
  void step(double step_size);
  /// Undoes the last step; only once.
  void undo();

  Index width() const { return m_; }
  bool silent() const;              ///< whether every neuron is inactive on every point
  double squared_residual() const;  ///< ||f - y||^2 at the present weights
  double squared_weights() const;   ///< sum_i ||w_i||^2 + alpha_i^2
  Network network() const;

 private:
  static constexpr int kBlock = 4, kLanes = 2;
  using Lane = double __attribute__((vector_size(16)));
  using Mask = std::int64_t __attribute__((vector_size(16)));

  static Lane both(double x) { return Lane{x, x}; }
  /// x where z > 0, else 0.
  static Lane where_positive(Lane z, Lane x) {
    return reinterpret_cast<Lane>((z > both(0)) & reinterpret_cast<Mask>(x));
  }

  template <int D>
  void step_blocks(double step_size);
  template <int D>
  void forward(const Lane* weights, Lane* z);
  void forward_all();
  void finish_residual();

  Index m_, n_, d_, blocks_;
  double decay_, rate_;                   ///< 2 lambda and 2 k: a step is w (1 - g decay) - g rate alpha sum_j ...
  std::vector<double> x_, y_, r_;         ///< n x d row-major, n, n: r = f - y
  std::vector<Lane> weights_, previous_;  ///< a block: d + 1 rows (the last is alpha) of kLanes lanes
  std::vector<Lane> z_;                   ///< pre-activations: a block: n rows of kLanes lanes
  std::vector<Lane> seen_;                ///< scratch of one block: residuals where active
  std::vector<Lane> f_;                   ///< n partial sums of the output
};

}  // namespace hcx
