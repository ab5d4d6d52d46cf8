#include "training/session.hpp"

#include <cmath>

#include "catch.hpp"
#include "data/dataset.hpp"
#include "network/objective.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"

using namespace hcx;

TEST_CASE("a step is the gradient step, in every dimension and at every width", "[training][property]") {
  const auto d = GENERATE(1, 2, 3, 4, 7);
  const auto m = GENERATE(1, 3, 4, 5, 33);
  CAPTURE(d, m);
  for (const Loss loss : {Loss::Sum, Loss::Mean}) {
    Problem p = random_problem(static_cast<std::uint64_t>(10 * d + m), 6, d, 0.03);
    p.loss = loss;
    Network network = random_network(5, m, d);
    TrainingSession session(p, {.step_size = 1e-4, .weights = network});
    for (int k = 0; k < 20; ++k) {
      const Gradient g = gradient(p, network);
      network.W -= 1e-4 * g.W, network.alpha -= 1e-4 * g.alpha;
      session.step(1);
    }
    CHECK((session.network().W - network.W).norm() <= 1e-12 * network.W.norm());
    CHECK((session.network().alpha - network.alpha).norm() <= 1e-12 * network.alpha.norm());
    CHECK(session.loss() == Approx(evaluate(p, network).objective).epsilon(1e-12));
  }
}

TEST_CASE("going back to a snapshot repeats the run bit for bit", "[training]") {
  const Dataset data = dataset("teaser");
  TrainingSession session({with_bias(data.X), data.y, 1e-4, Loss::Mean}, {.width = 50, .seed = 7});
  session.step(100);
  const TrainingSnapshot snapshot = session.snapshot();
  session.step(500);
  const Network later = session.network();
  session.restore(snapshot);
  CHECK(session.steps() == 100);
  session.step(500);
  CHECK(session.network().W == later.W);
  CHECK(session.network().alpha == later.alpha);
}

TEST_CASE("the same seed gives the same weights and another seed others", "[training]") {
  const auto draw = [](std::int64_t seed) {
    return TrainingSession(random_problem(1, 4, 2, 0), {.width = 9, .seed = seed}).network().W;
  };
  CHECK(draw(3) == draw(3));
  CHECK(draw(3) != draw(4));
}

TEST_CASE("initial weights have the variance their name promises", "[training]") {
  const Index m = 4000, d = 10;
  const Network he = initial_network(m, d, Initialization::He, 1, 1);
  CHECK(he.W.squaredNorm() / static_cast<double>(m * d) == Approx(0.2).epsilon(0.03));
  CHECK(he.alpha.squaredNorm() / static_cast<double>(m) == Approx(2.0 / static_cast<double>(m)).epsilon(0.1));
  const Network torch = initial_network(m, d, Initialization::Torch, 1, 1);
  CHECK(torch.W.cwiseAbs().maxCoeff() <= 1 / std::sqrt(10.0));
  CHECK(torch.W.squaredNorm() / static_cast<double>(m * d) == Approx(1.0 / 30).epsilon(0.03));
  CHECK(initial_network(m, d, Initialization::Normal, 1e-9, 1).W.norm() < 1e-6);
}

TEST_CASE("a run that diverges stops at finite weights and says so", "[training]") {
  const Dataset data = dataset("teaser");
  for (const double step_size : {1e3, 1e200}) {
    TrainingSession session({with_bias(data.X), data.y, 0}, {.width = 20, .step_size = step_size});
    session.step(1000);
    CHECK(session.status() == TrainingStatus::Diverged);
    CHECK(session.steps() < 1000);
    CHECK(session.network().W.allFinite());
    CHECK(std::isfinite(session.loss()));
    session.set_step_size(1e-12);
    CHECK(session.status() == TrainingStatus::Running);
  }
}

TEST_CASE("a network that no longer sees the data says so", "[training]") {
  const Problem p{Matrix{{1.0}, {2.0}}, Vector{{1, 2}}, 0.1};
  TrainingSession session(p, {.step_size = 0.1, .weights = Network{Matrix{{-1.0}, {-2.0}}, Vector{{1, 1}}}});
  CHECK(session.status() == TrainingStatus::Silent);
  session.step(10);
  CHECK(session.steps() == 10);
  CHECK(session.network().W(0, 0) > -1);  // weight decay goes on
  CHECK(session.status() == TrainingStatus::Silent);
}

TEST_CASE("no size of the weights shows as a number that is none", "[training]") {
  const Problem p{Matrix{{1.0}}, Vector{{1}}, 0};
  const TrainingSession huge(p, {.width = 5, .scale = 1e200});
  CHECK(huge.status() == TrainingStatus::Diverged);
  CHECK(huge.loss() == INFINITY);
  TrainingSession swinging({Matrix{{1.0}}, Vector{{1}}, 1},
                           {.step_size = 3, .weights = Network{Matrix{{0.0}}, Vector{{1}}}});
  swinging.step(1000);  // weight decay times the step size exceeds 1: the weights grow although the misfit does not
  CHECK(swinging.status() == TrainingStatus::Diverged);
  CHECK(std::isfinite(swinging.loss()));
}

TEST_CASE("a run too large for memory is refused before it is built", "[training]") {
  const Index n = 32768;
  CHECK(refusal([&] {
          TrainingSession({Matrix::Ones(n, 1), Vector::Zero(n), 0}, {.width = 262144});
        }) == "width x rows of X is 8589934592, expected a whole number from 1 to 100000000");
}

TEST_CASE("the data can change under a run and its weights stay", "[training]") {
  Problem p = random_problem(1, 5, 2, 0.1);
  TrainingSession session(p, {.width = 6});
  session.step(10);
  const Network before = session.network();
  p.y.array() += 1;
  session.set_problem(p);
  CHECK(session.network().W == before.W);
  CHECK(session.steps() == 10);
  CHECK(session.loss() == Approx(evaluate(p, before).objective));
  CHECK(refusal([&] { session.set_problem(random_problem(1, 5, 3, 0.1)); }) ==
        "X has 3 columns (bias included), expected 2 (as at the start of this run)");
}

TEST_CASE("bad settings of a training run are refused by name", "[training]") {
  const Problem p = random_problem(1, 4, 2, 0.1);
  const auto refused = [&](const TrainingSettings& s) { return refusal([&] { TrainingSession(p, s); }); };
  CHECK(refused({.width = 0}) == "width is 0, expected a whole number from 1 to 1000000");
  CHECK(refused({.width = 1000000001}) == "width is 1000000001, expected a whole number from 1 to 1000000");
  CHECK(refused({.scale = 0}) == "scale is 0, expected a finite number > 0");
  CHECK(refused({.seed = -1}) == "seed is -1, expected a whole number from 0 to 9007199254740991");
  CHECK(refused({.step_size = NAN}) == "stepSize is nan, expected a finite number > 0");
  CHECK(refused({.weights = Network{Matrix::Ones(3, 5), Vector::Ones(3)}}) ==
        "W has 5 columns, expected 2 (columns of X, bias included)");
  CHECK(refused({.weights = Network{Matrix(0, 2), Vector(0)}}) == "alpha has 0 values, expected at least 1 neuron");
  TrainingSession session(p);
  CHECK(refusal([&] { session.step(-1); }) == "k is -1, expected a whole number from 0 to 9007199254740991");
  CHECK(refusal([&] {
          session.restore({0, random_network(1, 3, 2)});
        }) == "alpha has 3 values, expected 100 (neurons of this run)");
}
