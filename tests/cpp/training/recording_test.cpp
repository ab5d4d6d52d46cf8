#include "training/recording.hpp"

#include "catch.hpp"
#include "data/dataset.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"

using namespace hcx;

namespace {

Vector steps(std::initializer_list<double> list) {
  Vector all(static_cast<Index>(list.size()));
  std::copy(list.begin(), list.end(), all.begin());
  return all;
}

}  // namespace

TEST_CASE("a recording sees a run as it passes, bit for bit, however it is sliced", "[training][recording]") {
  const Problem p = random_problem(41, 7, 2, 0.01);
  const auto optimizer = GENERATE(Optimizer::GradientDescent, Optimizer::Adam, Optimizer::Stochastic);
  TrainingSettings settings;
  settings.width = 9;
  settings.rule.optimizer = optimizer;
  settings.batch_size = optimizer == Optimizer::Stochastic ? std::optional<int>(2) : std::nullopt;
  Recording recording(p, settings, steps({0, 1, 50, 20000}));
  while (!recording.finished()) recording.advance(1e-6);
  const RunRecord record = recording.result();
  CHECK(record.steps == std::vector<double>{0, 1, 50, 20000});

  TrainingSession session(p, settings);
  for (std::size_t k = 0; k < record.steps.size(); ++k) {
    session.step(static_cast<std::int64_t>(record.steps[k]) - session.steps());
    CHECK(record.networks[k].W == session.network().W);
    CHECK(record.networks[k].alpha == session.network().alpha);
    CHECK(record.loss[k] == session.loss());
    const double points = optimizer == Optimizer::Stochastic ? 2 : 7;
    CHECK(record.passes[k] == Approx(record.steps[k] * points / 7));
  }
  CHECK(record.status == session.status());
}

TEST_CASE("the recording of a run that diverges ends before", "[training][recording]") {
  const Dataset data = dataset("teaser");
  TrainingSettings settings;
  settings.step_size = 1e3;
  Recording recording({with_bias(data.X), data.y, 0}, settings, steps({0, 100000}));
  recording.advance();
  CHECK(recording.finished());
  CHECK(recording.result().steps == std::vector<double>{0});
  CHECK(recording.result().status == TrainingStatus::Diverged);
}

TEST_CASE("a recording asks for whole steps, each larger than the one before", "[training][recording]") {
  const Problem p = random_problem(42, 4, 2, 0);
  const auto refused = [&](const Vector& at) { return refusal([&] { Recording(p, {}, at); }); };
  CHECK(refused(Vector(0)) == "number of steps in at is 0, expected a whole number from 1 to 10000");
  CHECK(refused(steps({-1})) == "at[0] is -1, expected a whole number from 0 on");
  CHECK(refused(steps({3, 3})) == "at[1] is 3, expected a whole number from 4 on");
  CHECK(refused(steps({1, 2.5})) == "at[1] is 2.5, expected a whole number from 2 on");
  CHECK(refused(steps({1e300})) == "at[0] is 1e+300, expected a whole number from 0 on");
}
