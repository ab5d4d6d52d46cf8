#include "cases.hpp"

#include "core/random.hpp"
#include "data/dataset.hpp"

namespace hcx::bench {
namespace {

constexpr std::uint64_t seed = 1;

/// m neurons, n points in dimension d; data, labels and weights normal, the step short enough for the loss to fall.
Case descent(Index m, Index n, Index d, double step_size, double lambda = 0) {
  Random random(seed);
  Problem problem{Matrix(n, d), Vector(n), lambda, Loss::Mean};
  for (double& value : problem.X.reshaped<Eigen::RowMajor>()) value = random.normal();
  for (double& value : problem.y) value = random.normal();
  TrainingSettings settings;
  settings.step_size = step_size;
  settings.weights = initial_network(m, d, Initialization::Normal, 0.05, seed);
  std::string name = std::to_string(m) + "-" + std::to_string(n) + "-" + std::to_string(d);
  return {std::move(name), "descent", std::move(problem), std::move(settings)};
}

/// Steps of the adaptive rules do not shrink with the gradient.
double step_size_of(Optimizer optimizer) {
  switch (optimizer) {
    case Optimizer::Adam:
    case Optimizer::RmsProp: return 1e-5;
    default: return 1e-3;
  }
}

Case optimizer(Index m, Index n, Index d, Optimizer optimizer) {
  Case result = descent(m, n, d, step_size_of(optimizer));
  result.name.append("-").append(to_string(optimizer));
  result.group = "optimizers";
  result.settings.rule.optimizer = optimizer;
  return result;
}

/// The opening figure of the article with 500 neurons.
Case opening_figure() {
  const Dataset data = dataset("teaser");
  TrainingSettings settings;
  settings.step_size = 0.05;
  settings.weights = initial_network(500, 2, Initialization::Normal, 0.3, seed);
  Problem problem{with_bias(data.X), data.y, 1e-4, Loss::Mean};
  return {"opening-figure", "figure", std::move(problem), std::move(settings), 20'000};
}

}  // namespace

std::vector<Case> cases() {
  std::vector<Case> list{descent(1000, 4, 2, 5e-3), descent(500, 10, 2, 5e-3), descent(500, 10, 2, 5e-3, 1e-4),
                         descent(20, 100, 10, 5e-2), descent(5000, 1000, 50, 1e-3)};
  list[2].name += "-decay";
  for (const auto kind : {Optimizer::Momentum, Optimizer::Nesterov, Optimizer::Adam, Optimizer::Adagrad,
                          Optimizer::RmsProp, Optimizer::Stochastic}) {
    list.push_back(optimizer(500, 10, 2, kind));
    list.push_back(optimizer(20, 100, 10, kind));
  }
  list.push_back(opening_figure());
  return list;
}

}  // namespace hcx::bench
