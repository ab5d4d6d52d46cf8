/// What a training run may be told, and what follows from it.
#pragma once

#include <cstdint>
#include <optional>

#include "core/problem.hpp"
#include "network/network.hpp"
#include "training/batch_order.hpp"
#include "training/initialization.hpp"
#include "training/kernels/update_rule.hpp"

namespace hcx {

struct TrainingSettings {
  int width = 100;  ///< m, 1 .. 1e6, m n and m d at most 1e8; ignored when weights are given
  Initialization initialization = Initialization::Normal;
  double scale = 1.0;                            ///< multiplies the initial weights, > 0
  std::int64_t seed = 0;                         ///< 0 .. 2^53 - 1; of the weights and of the order of mini-batches
  RuleSettings rule{};                           ///< the optimiser and its numbers
  double step_size = 0.01;                       ///< gamma > 0
  double first_layer_rate = 1;                   ///< multiplies gamma in the first layer, >= 0; 0 freezes it
  double second_layer_rate = 1;                  ///< the same in the second; not both 0
  std::optional<int> batch_size = std::nullopt;  ///< 1 .. n points a step; if not given all, min(n, 32) for sgd
  bool events = false;                           ///< whether to watch for events; costs a pass over the patterns a step
  std::int64_t film_bytes = 16'000'000;          ///< for key frames, 0 .. 2^31 - 1; at least two are kept
  std::optional<Network> weights = std::nullopt;  ///< given instead of a draw; W and alpha in JavaScript

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("width", s.width);
    visit("initialization", s.initialization);
    visit("scale", s.scale);
    visit("seed", s.seed);
    visit("optimizer", s.rule.optimizer);
    visit("momentum", s.rule.momentum);
    visit("beta1", s.rule.beta1);
    visit("beta2", s.rule.beta2);
    visit("smoothing", s.rule.smoothing);
    visit("epsilon", s.rule.epsilon);
    visit("stepSize", s.step_size);
    visit("firstLayerRate", s.first_layer_rate);
    visit("secondLayerRate", s.second_layer_rate);
    visit("batchSize", s.batch_size);
    visit("events", s.events);
    visit("filmBytes", s.film_bytes);
    visit("W", "alpha", s.weights);
  }
};

/// Each throws InvalidArgument, naming the setting or the size at fault.
void validate(const Problem& problem, const TrainingSettings& settings);
/// A run keeps width x rows of X pre-activations and width x columns of X weights; 10^8 of each at most: below 1 GB.
void require_room(std::int64_t width, const Problem& problem);
/// At least one neuron, of the problem's dimension, and room for all.
void require_matching(const Network& network, const Problem& problem);

/// The weights that are given, or else drawn from the seed.
Network starting_network(const Problem& problem, const TrainingSettings& settings);
/// The order of mini-batches; every batch is all the data where no batch size is given, but for sgd.
BatchOrder batch_order(const Problem& problem, const TrainingSettings& settings);

}  // namespace hcx
