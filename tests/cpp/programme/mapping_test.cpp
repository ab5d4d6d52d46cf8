#include "programme/mapping.hpp"

#include "catch.hpp"
#include "network/objective.hpp"
#include "random_problem.hpp"

using namespace hcx;

TEST_CASE("merging keeps the output on the data and does not raise the penalty", "[convex][mapping][property]") {
  const auto seed = GENERATE(range(1, 21));
  CAPTURE(seed);
  const Problem problem = random_problem(static_cast<std::uint64_t>(seed), 8, 2, 0.3);
  const Network network = random_network(static_cast<std::uint64_t>(seed) + 7, 60, 2);
  const Network merged = merge(problem.X, network);
  const Evaluation before = evaluate(problem, network), after = evaluate(problem, merged);
  CHECK((before.predictions - after.predictions).norm() <= 1e-12 * before.predictions.norm());
  CHECK(after.penalty <= before.penalty * (1 + 1e-14));
  CHECK(merged.width() <= 30);  // 16 patterns with either sign, of which the all-off one is left out
}

TEST_CASE("neurons of opposite sign are not merged: their difference leaves the cone", "[convex][mapping]") {
  const Matrix X = Matrix::Identity(2, 2);
  const Network network{Matrix{{1, 0.1}, {0.1, 1}}, Vector{{1, -1}}};
  CHECK(merge(X, network).width() == 2);
  const Vector f = predict(merge(X, network), X);
  CHECK(f[0] == Approx(0.9));
  CHECK(f[1] == Approx(-0.9));
}

TEST_CASE("a point of the programme and its network have the same value", "[convex][mapping][property]") {
  const auto seed = GENERATE(range(1, 21));
  CAPTURE(seed);
  for (const Loss loss : {Loss::Sum, Loss::Mean}) {
    Problem problem = random_problem(static_cast<std::uint64_t>(seed), 10, 3, 0.2);
    problem.loss = loss;
    const auto blocks = to_blocks(problem.X, random_network(static_cast<std::uint64_t>(seed) + 3, 12, 3));
    const Network network = to_network(blocks, 3);
    const double value = programme_value(problem, blocks);
    CHECK(evaluate(problem, network).objective == Approx(value).epsilon(1e-14));
    for (Index i = 0; i < network.width(); ++i)
      CHECK(network.W.row(i).norm() == Approx(std::abs(network.alpha[i])).epsilon(1e-14));
  }
}
