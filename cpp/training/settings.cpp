#include "training/settings.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"

namespace hcx {
namespace {

constexpr std::int64_t kMostValues = 100'000'000;  // see require_room
constexpr Index kBatch = 32;                       // of sgd

void require_rates(const TrainingSettings& s) {
  require_at_least(s.first_layer_rate, 0, "firstLayerRate");
  require_at_least(s.second_layer_rate, 0, "secondLayerRate");
  if (s.first_layer_rate == 0 && s.second_layer_rate == 0)
    throw InvalidArgument("firstLayerRate and secondLayerRate are both 0, expected one of them > 0");
}

}  // namespace

void require_room(std::int64_t width, const Problem& problem) {
  require_between(width * problem.X.rows(), 1, kMostValues, "width x rows of X");
  require_between(width * problem.X.cols(), 1, kMostValues, "width x columns of X");
}

void require_matching(const Network& network, const Problem& problem) {
  if (network.width() == 0) throw InvalidArgument("alpha has 0 values, expected at least 1 neuron");
  validate(network, problem.X.cols());
  require_room(network.width(), problem);
}

void validate(const Problem& problem, const TrainingSettings& s) {
  validate(problem);
  require_positive(s.step_size, "stepSize");
  require_rates(s);
  validate(s.rule);
  require_between(s.seed, 0, kLargestInteger, "seed");
  require_between(s.film_bytes, 0, std::numeric_limits<std::int32_t>::max(), "filmBytes");
  if (s.batch_size && (*s.batch_size < 1 || *s.batch_size > problem.X.rows()))
    throw InvalidArgument("batchSize is " + std::to_string(*s.batch_size) + ", expected a whole number from 1 to " +
                          std::to_string(problem.X.rows()) + " (rows of X)");
  if (s.weights) return require_matching(*s.weights, problem);
  require_between(s.width, 1, 1'000'000, "width");
  require_room(s.width, problem);
  require_positive(s.scale, "scale");
}

Network starting_network(const Problem& problem, const TrainingSettings& s) {
  if (s.weights) return *s.weights;
  return initial_network(s.width, problem.X.cols(), s.initialization, s.scale, static_cast<std::uint64_t>(s.seed));
}

BatchOrder batch_order(const Problem& problem, const TrainingSettings& s) {
  const Index n = problem.X.rows();
  const Index usual = s.rule.optimizer == Optimizer::Stochastic ? std::min(n, kBatch) : n;
  return {n, s.batch_size ? std::min<Index>(*s.batch_size, n) : usual, static_cast<std::uint64_t>(s.seed)};
}

}  // namespace hcx
