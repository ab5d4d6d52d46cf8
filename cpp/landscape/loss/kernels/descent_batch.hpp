/// Gradient descent from a few starts side by side, one a lane.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/problem.hpp"
#include "network/network.hpp"
#include "training/kernels/lane.hpp"

namespace hcx {

enum class DescentEnd : unsigned char { Converged, StepLimit, Diverged };

/// How long to go on.
struct DescentLimits {
  double step_size;
  std::int64_t max_steps;
  double least_pull;  ///< converged: ||dL|| ||theta||, in units of the loss, is no more
  double most_loss;   ///< diverged: the loss is above this many times that of the start or the zero network, the larger
};

/// Layout and arithmetic as in the training kernel, starts instead of neurons in the lanes: only + - * in a fixed order,
/// never fused. A step costs about 5 n m d operations a start, in pairs.
class DescentBatch {
 public:
  static constexpr Index kStarts = 4;
  struct Run {
    double loss;  ///< at the last step; infinity if diverged
    std::int64_t steps;
    DescentEnd end;
  };

  /// Every start has the shape m x d. frozen: alpha stays.
  DescentBatch(const Problem& problem, Index m, bool frozen, const DescentLimits& limits);

  /// Up to kStarts networks.
  void begin(const std::vector<Network>& starts);
  /// So many steps more, or fewer if all have ended.
  void advance(std::int64_t steps);
  bool ended() const { return live_ == 0; }
  std::int64_t steps() const { return steps_; }
  const Run& run(Index start) const { return runs_[static_cast<std::size_t>(start)]; }

 private:
  static constexpr int kLanes = 2;
  struct Pass {
    Lane loss[kLanes], pull[kLanes];  ///< L and ||dL||^2 ||theta||^2
  };

  template <int M, int D>
  Pass differentiate();
  template <int M, int D>
  void update();
  template <int M, int D>
  void advance_shaped(std::int64_t steps);
  void watch(const Pass& pass);
  void end_run(int start, double loss, DescentEnd end);

  Index n_, m_, d_;
  bool frozen_;
  double k_, lambda_, zero_loss_;
  DescentLimits limits_;
  std::vector<double> x_, y_;    ///< n x d, n
  std::vector<Lane> w_, g_, z_;  ///< weights: a neuron d + 1 rows (the last is alpha) of kLanes; dL; m x kLanes
  std::array<double, kStarts> largest_{};  ///< loss above which a start counts as diverged
  std::array<Run, kStarts> runs_{};
  std::int64_t steps_ = 0;
  unsigned live_ = 0;  ///< bits of the starts under way
};

}  // namespace hcx
