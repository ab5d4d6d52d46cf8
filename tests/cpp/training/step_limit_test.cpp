#include "training/step_limit.hpp"

#include <cmath>

#include "catch.hpp"
#include "data/dataset.hpp"
#include "refusal.hpp"

using namespace hcx;

namespace {

/// One neuron w = 1 that is not trained, on the point (1, 0): the loss is alpha^2, its curvature 2.
TrainingSettings parabola(Optimizer optimizer) {
  TrainingSettings settings;
  settings.rule.optimizer = optimizer;
  settings.first_layer_rate = 0;
  settings.weights = Network{Matrix::Ones(1, 1), Vector::Ones(1)};
  return settings;
}

const Problem kParabola{Matrix::Ones(1, 1), Vector::Zero(1), 0.0};

}  // namespace

TEST_CASE("on a parabola the step limit is that of the formulas", "[training][step-limit]") {
  // Gradient descent: 2 / curvature; with momentum mu that times 1 + mu; Nesterov's: times (1 + mu) / (1 + 2 mu).
  const auto [optimizer, limit] = GENERATE(table<Optimizer, double>(
      {{Optimizer::GradientDescent, 1.0}, {Optimizer::Momentum, 1.9}, {Optimizer::Nesterov, 1.9 / 2.8}}));
  const StepLimit found = step_limit(kParabola, parabola(optimizer));
  CHECK(found.bears <= limit * 1.02);
  CHECK(found.throws >= limit * 0.98);
  CHECK(found.throws / found.bears == Approx(std::exp2(1.0 / 32)));
}

TEST_CASE("the step limit says where nothing throws the run and where everything does", "[training][step-limit]") {
  StepLimitSettings limits;
  limits.to = 0.5;
  const StepLimit calm = step_limit(kParabola, parabola(Optimizer::GradientDescent), limits);
  CHECK(std::isinf(calm.throws));
  CHECK(calm.bears <= 0.5);
  limits = {};
  limits.from = 100;
  const StepLimit wild = step_limit(kParabola, parabola(Optimizer::GradientDescent), limits);
  CHECK(wild.bears == 0);
  CHECK(wild.throws == 100);
}

TEST_CASE("a wider network bears shorter steps of gradient descent", "[training][step-limit]") {
  const Dataset data = dataset("teaser");
  const Problem p{with_bias(data.X), data.y, 1e-4, Loss::Mean};
  double before = 10;
  for (const int m : {5, 20, 200}) {
    TrainingSettings settings;
    settings.width = m;
    settings.seed = 1;
    const double limit = step_limit(p, settings).throws;
    CHECK(limit < before);
    before = limit;
  }
}

TEST_CASE("the step limit refuses bad settings by name", "[training][step-limit]") {
  const auto refused = [&](const StepLimitSettings& limits) {
    return refusal([&] { step_limit(kParabola, parabola(Optimizer::Adam), limits); });
  };
  CHECK(refused({.steps = 0}) == "steps is 0, expected a whole number from 1 to 1000000");
  CHECK(refused({.from = 0}) == "from is 0, expected a finite number > 0");
  CHECK(refused({.from = 2, .to = 1}) == "to is 1, expected at least from, 2");
}
