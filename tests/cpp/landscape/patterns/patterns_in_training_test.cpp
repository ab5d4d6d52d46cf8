#include "landscape/patterns/patterns_in_training.hpp"

#include "catch.hpp"
#include "data/dataset.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"
#include "solvers/solve.hpp"

using namespace hcx;

namespace {

Problem teacher(std::uint64_t seed, double lambda) {
  const Dataset data = dataset("linear-teacher", seed);
  return {data.X, data.y, lambda, Loss::Mean};
}

PatternsInTrainingSettings small_start(int steps) {
  PatternsInTrainingSettings s;
  s.width = 20;
  s.scale = 1e-4;
  s.seed = 1;
  s.step_size = 0.1;
  s.steps = steps;
  return s;
}

}  // namespace

TEST_CASE("patterns in training: descent stays above the optimum of its own patterns", "[patterns-in-training]") {
  const auto seed = GENERATE(range(1, 5));
  const auto signs = GENERATE(BlockSigns::Own, BlockSigns::Both);
  CAPTURE(seed);
  const Problem p = random_problem(static_cast<std::uint64_t>(seed), 15, 4, 1e-3);
  PatternsInTrainingSettings s;
  s.width = 6;
  s.step_size = 0.005;
  s.steps = 80;
  s.signs = signs;
  const PatternsInTraining run = patterns_in_training(p, s);
  REQUIRE(run.loss.size() == 81);
  CHECK(run.programmes > 0);
  TrainingSession session(p, s);
  for (std::size_t t = 0; t < run.loss.size(); ++t) {
    CAPTURE(t);
    CHECK(run.loss[t] == session.loss());
    CHECK(run.unique[t] == session.unique_patterns());
    CHECK(run.lower_bound[t] <= run.loss[t]);
    CHECK(run.lower_bound[t] <= run.optimum[t]);
    CHECK(run.optimum[t] - run.lower_bound[t] <= 1e-6 * run.optimum[t]);
    session.step(1);
  }
}

TEST_CASE("patterns in training: each optimum is that of a programme solved from nothing", "[patterns-in-training]") {
  const Problem p = teacher(1, 5e-5);
  const auto signs = GENERATE(BlockSigns::Own, BlockSigns::Both);
  PatternsInTrainingSettings s = small_start(120);
  s.signs = signs;
  const PatternsInTraining run = patterns_in_training(p, s);
  TrainingSession session(p, s);
  for (std::size_t t = 0; t <= 120; t += 40) {
    CAPTURE(t);
    SolveSettings cold;
    cold.patterns = {PatternChoice::From::Given, session.patterns()};
    cold.signs.both = signs == BlockSigns::Both;
    if (!cold.signs.both)
      for (const double alpha : session.network().alpha) cold.signs.given.push_back(alpha < 0 ? -1 : 1);
    const SolveResult again = solve(p, cold);
    CHECK(run.optimum[t] == Approx(again.certificate.objective).epsilon(1e-6));
    session.step(40);
  }
}

TEST_CASE("patterns in training: how the slices are cut changes nothing", "[patterns-in-training]") {
  const Problem p = teacher(2, 5e-5);
  const PatternsInTraining whole = patterns_in_training(p, small_start(40));
  PatternsInTrainingRun run(p, small_start(40));
  int slices = 0;
  for (; !run.finished(); ++slices) run.advance(1e-9);
  CHECK(slices == 40);
  CHECK(run.result().optimum == whole.optimum);
  CHECK(run.result().on == whole.on);
}

TEST_CASE("patterns in training: groups name the first neuron of a pattern", "[patterns-in-training]") {
  const Problem p = teacher(1, 5e-5);
  const PatternsInTraining run = patterns_in_training(p, small_start(200));
  const std::size_t m = 20, n = 100;
  for (std::size_t t = 0; t <= 200; t += 50) {
    int firsts = 0;
    for (std::size_t i = 0; i < m; ++i) {
      const auto first = static_cast<std::size_t>(run.group[t * m + i]);
      firsts += first == i;
      const auto row = [&](std::size_t k) { return run.on.begin() + static_cast<std::ptrdiff_t>((t * m + k) * n); };
      CHECK(std::equal(row(i), row(i) + static_cast<std::ptrdiff_t>(n), row(first)));
    }
    CHECK(firsts == run.unique[t]);
  }
}

TEST_CASE("patterns in training: bad settings are refused", "[patterns-in-training]") {
  const Problem p = random_problem(1, 5, 2, 1e-3);
  const auto with = [&](auto change) {
    PatternsInTrainingSettings s;
    change(s);
    return refusal([&] { PatternsInTrainingRun run(p, s); });
  };
  CHECK(with([](auto& s) { s.steps = 0; }) == "steps is 0, expected a whole number from 1 to 100000");
  CHECK(with([](auto& s) { s.tolerance = 0; }).starts_with("tolerance is 0"));
  CHECK(with([](auto& s) { s.steps = 100000, s.width = 1000; }) ==
        "(steps + 1) x width x rows of X is 500005000, expected at most 100000000");
  CHECK(with([](auto& s) { s.step_size = 0; }).starts_with("stepSize is 0"));
}
