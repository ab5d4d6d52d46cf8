#include "programme/network_reduction.hpp"

#include "catch.hpp"
#include "network/objective.hpp"
#include "programme/mapping.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"

using namespace hcx;

TEST_CASE("a reduced network has at most n neurons, the same output and no larger penalty",
          "[convex][reduction][property]") {
  const int seed = GENERATE(range(1, 31));
  const Index d = GENERATE(1, 2, 3);
  CAPTURE(seed, d);
  const Index n = 3 + seed % 8;
  const Problem problem = random_problem(static_cast<std::uint64_t>(seed), n, d, 0.3);
  const Network network = random_network(static_cast<std::uint64_t>(seed) + 7, 60, d);
  const Network reduced = reduce(problem.X, network);
  const Evaluation before = evaluate(problem, network), after = evaluate(problem, reduced);
  CHECK(reduced.width() <= n);
  CHECK((before.predictions - after.predictions).norm() <= 1e-12 * before.predictions.norm());
  CHECK(after.penalty <= evaluate(problem, merge(problem.X, network)).penalty * (1 + 1e-14));
  CHECK(reduce(problem.X, reduced).width() == reduced.width());
}

TEST_CASE("opposite neurons cancel", "[convex][reduction]") {
  const Matrix X{{1}, {2}};
  const Network reduced = reduce(X, {Matrix{{2}, {1}}, Vector{{2, -1}}});  // products 4 and -1
  REQUIRE(reduced.width() == 1);
  CHECK(reduced.alpha[0] == Approx(std::sqrt(3.0)));
  CHECK(reduced.W(0, 0) == Approx(std::sqrt(3.0)));
  CHECK(reduce(X, {Matrix{{1}, {1}}, Vector{{1, -1}}}).width() == 0);
  CHECK(reduce(X, {Matrix{{-1}, {1}}, Vector{{1, 0}}}).width() == 0);  // neither acts on the data
}

TEST_CASE("a network of another dimension is refused", "[convex][reduction]") {
  CHECK(refusal([] {
          reduce(Matrix::Ones(2, 2), {Matrix::Ones(1, 3), Vector::Ones(1)});
        }) == "W has 3 columns, expected 2 (columns of X, bias included)");
}
