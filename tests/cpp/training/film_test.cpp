// Key frames, events, and everything by which a run can be looked at again.
#include <cmath>

#include "catch.hpp"
#include "data/dataset.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"
#include "training/session.hpp"

using namespace hcx;

namespace {

const Optimizer kOptimizers[] = {Optimizer::GradientDescent, Optimizer::Momentum, Optimizer::Nesterov,  Optimizer::Adam,
                                 Optimizer::Adagrad,         Optimizer::RmsProp,  Optimizer::Stochastic};

TrainingSettings settings_of(Optimizer optimizer, std::optional<int> batch = std::nullopt) {
  TrainingSettings settings{.width = 13, .scale = 0.3, .seed = 4, .step_size = 1e-3, .batch_size = batch};
  settings.rule.optimizer = optimizer;
  return settings;
}

bool same(const Network& a, const Network& b) { return a.W == b.W && a.alpha == b.alpha; }

}  // namespace

TEST_CASE("any step of a run can be sought, before and after, bit for bit, by every optimiser", "[training]") {
  const Optimizer optimizer = GENERATE(from_range(std::begin(kOptimizers), std::end(kOptimizers)));
  const int batch = GENERATE(0, 5);
  CAPTURE(to_string(optimizer), batch);
  const Problem p = random_problem(3, 12, 3, 0.01);
  TrainingSettings settings = settings_of(optimizer, batch ? std::optional<int>(batch) : std::nullopt);
  settings.film_bytes = 20'000;  // a dozen frames: the stride has to grow
  TrainingSession session(p, settings), step_by_step(p, settings);
  session.step(5000);
  for (const std::int64_t steps : {4999, 0, 63, 64, 1234, 3001, 6000, 777}) {
    session.seek(steps);
    CHECK(session.steps() == steps);
    TrainingSession fresh(p, settings);
    fresh.step(steps);
    CHECK(same(session.network(), fresh.network()));
    CHECK(session.loss() == fresh.loss());
  }
  for (int k = 0; k < 100; ++k) step_by_step.step(1);
  session.seek(100);
  CHECK(same(session.network(), step_by_step.network()));
}

TEST_CASE("a snapshot holds what the optimiser remembers", "[training]") {
  const Optimizer optimizer = GENERATE(from_range(std::begin(kOptimizers), std::end(kOptimizers)));
  const Problem p = random_problem(3, 12, 5, 0.01);
  TrainingSession one(p, settings_of(optimizer, 4)), two(p, settings_of(optimizer, 4));
  one.step(123);
  two.restore(one.snapshot());
  one.step(200);
  two.step(200);
  CHECK(two.steps() == 323);
  CHECK(same(one.network(), two.network()));
}

TEST_CASE("a snapshot of another optimiser is refused, and the run goes on", "[training]") {
  const Problem p = random_problem(3, 12, 2, 0.01);
  TrainingSession plain(p, settings_of(Optimizer::GradientDescent)), adam(p, settings_of(Optimizer::Adam));
  CHECK(refusal([&] { adam.restore(plain.snapshot()); }) ==
        "velocity has 0 values, expected 39 (what this run's optimizer remembers)");
  CHECK(refusal([&] { plain.restore(adam.snapshot()); }) ==
        "velocity has 39 values, expected 0 (what this run's optimizer remembers)");
  adam.step(10);
  CHECK(adam.steps() == 10);
}

TEST_CASE("seeking goes back to where the data last changed", "[training]") {
  Problem p = random_problem(3, 12, 2, 0.01);
  TrainingSession session(p, settings_of(Optimizer::Momentum));
  session.step(100);
  CHECK(session.first_step() == 0);
  p.y *= 2;
  session.set_problem(p);
  CHECK(session.first_step() == 100);
  session.step(50);
  CHECK(refusal([&] { session.seek(99); }) == "steps is 99, expected a whole number from 100 to 9007199254740991");
  session.seek(100);
  CHECK(session.loss() == Approx(session.evaluation().objective));
}

TEST_CASE("a mini-batch step is the gradient step of its points, scaled to the whole", "[training][property]") {
  const Problem p = random_problem(8, 11, 4, 0.05);
  Network network = random_network(2, 6, 4);
  TrainingSession session(p, {.seed = 9, .step_size = 1e-3, .batch_size = 3, .weights = network});
  BatchOrder order(11, 3, 9);
  std::vector<int> visits(11, 0);
  for (std::int64_t t = 0; t < 8; ++t) {
    const BatchOrder::Batch batch = order.at(t);
    CHECK(batch.count == (t % 4 == 3 ? 2 : 3));
    Problem part{Matrix(batch.count, 4), Vector(batch.count), p.lambda * static_cast<double>(batch.count) / 11};
    for (Index j = 0; j < batch.count; ++j) {
      part.X.row(j) = p.X.row(batch.rows[j]), part.y[j] = p.y[batch.rows[j]];
      ++visits[static_cast<std::size_t>(batch.rows[j])];
    }
    const Gradient g = gradient(part, network);
    const double scale = 1e-3 * 11 / static_cast<double>(batch.count);
    network.W -= scale * g.W, network.alpha -= scale * g.alpha;
    session.step(1);
    CHECK((session.network().W - network.W).norm() <= 1e-13 * network.W.norm());
    CHECK(session.loss() == Approx(evaluate(p, network).objective).epsilon(1e-12));
  }
  CHECK(visits == std::vector<int>(11, 2));  // two epochs
}

TEST_CASE("a run that diverges ends at the step before, however it got there", "[training]") {
  const Problem p = random_problem(5, 12, 2, 0.01);
  for (const Optimizer optimizer : {Optimizer::GradientDescent, Optimizer::Momentum}) {
    TrainingSettings settings = settings_of(optimizer);
    settings.step_size = 0.045;
    settings.scale = 1;
    TrainingSession at_once(p, settings), one_by_one(p, settings);
    at_once.step(100'000);
    REQUIRE(at_once.diverged());
    while (!one_by_one.diverged()) one_by_one.step(1);
    CHECK(at_once.steps() == one_by_one.steps());
    CHECK(same(at_once.network(), one_by_one.network()));
    CHECK(std::isfinite(at_once.loss()));
    CHECK(at_once.status_message().find("diverged at step " + std::to_string(at_once.steps() + 1)) == 0);
    at_once.seek(0);
    CHECK(!at_once.diverged());
  }
}

TEST_CASE("events name the step, the neuron and the point", "[training]") {
  // One neuron that crosses the first of two points, as a brute-force watch sees it.
  const Problem p = random_problem(11, 9, 2, 0.0);
  TrainingSettings settings = settings_of(Optimizer::Adam);
  settings.events = true;
  settings.step_size = 0.02;
  TrainingSession session(p, settings), watched(p, settings_of(Optimizer::Adam));
  watched.set_step_size(0.02);
  session.step(300);
  std::size_t next = 0;
  const auto& events = session.events().events();
  auto before = watched.patterns();
  for (std::int64_t step = 1; step <= 300; ++step) {
    watched.step(1);
    const auto now = watched.patterns();
    for (std::size_t i = 0; i < now.size(); ++i) {
      for (Index j = 0; j < 9; ++j) {
        if (now[i][j] == before[i][j]) continue;
        REQUIRE(next < events.size());
        CHECK(events[next].step == step);
        CHECK(events[next].neuron == static_cast<Index>(i));
        CHECK(events[next].other == j);
        CHECK((events[next].kind == TrainingEvent::Kind::On) == now[i][j]);
        ++next;
      }
      while (next < events.size() && events[next].step == step && events[next].neuron == static_cast<Index>(i) &&
             events[next].kind != TrainingEvent::Kind::On && events[next].kind != TrainingEvent::Kind::Off) {
        if (events[next].kind == TrainingEvent::Kind::Dies) CHECK(now[i].active() == 0);
        if (events[next].kind == TrainingEvent::Kind::Merges)
          CHECK(now[i] == now[static_cast<std::size_t>(events[next].other)]);
        ++next;
      }
    }
    before = now;
  }
  CHECK(next == events.size());
  CHECK(next > 5);
  const std::int64_t count = session.events().count();
  session.seek(10);
  session.seek(300);
  CHECK(session.events().count() == count);  // seen once
}

TEST_CASE("a run at rest says that it has converged, a run on a saddle does not", "[training]") {
  const Dataset data = dataset("two-points");
  const Problem p{data.X, data.y, 0.05};
  TrainingSession session(p, {.step_size = 0.05, .weights = Network{Matrix{{0.5}, {-0.5}, {1e-3}}, Vector{{1, 1, 1}}}});
  session.step(20);
  CHECK(session.status() == TrainingStatus::Running);
  session.step(20'000);
  CHECK(session.status() == TrainingStatus::Converged);
  CHECK(session.status_message() == "converged by step 20020: every neuron is at rest");
  const double loss = session.loss();
  session.step(10'000);
  CHECK(session.loss() == Approx(loss).epsilon(1e-12));
  CHECK(TrainingSession({data.X, data.y, 0}, {.width = 6, .scale = 1e-12}).status() == TrainingStatus::Running);
}

TEST_CASE("all weights shrink to zero where weight decay makes that the optimum", "[training]") {
  const Problem p = random_problem(2, 8, 2, 30);
  TrainingSession session(p, {.width = 6, .step_size = 1e-3});
  session.step(2000);
  CHECK(session.status() == TrainingStatus::Converged);
}
