#include "programme/largest_lambda.hpp"

#include <cmath>

#include "catch.hpp"
#include "certificate/certificate.hpp"
#include "data/dataset.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"
#include "solvers/exact/exact.hpp"

using namespace hcx;

TEST_CASE("the largest lambda of the notebook's data is that of an independent implementation",
          "[largest-lambda][golden]") {
  const Dataset data = dataset("notebook");
  const Problem p{with_bias(data.X), data.y, 0};
  CHECK(std::abs(largest_lambda(p) - 0.160569) <= 5e-7);
  const Problem mean{p.X, p.y, 0, Loss::Mean};
  CHECK(largest_lambda(mean) == Approx(largest_lambda(p) / 10).epsilon(1e-15));
}

TEST_CASE("the zero network is optimal from the largest lambda on and not before", "[largest-lambda][property]") {
  const Index d = GENERATE(1, 2, 3, 5);
  const int seed = GENERATE(range(1, 11));
  CAPTURE(d, seed);
  Problem p = random_problem(static_cast<std::uint64_t>(seed), 3 + seed, d, 0, d > 1 && seed % 2 == 0);
  if (seed % 3 == 0) p.loss = Loss::Mean;
  const double edge = largest_lambda(p);
  const Network zero{Matrix(0, d), Vector(0)};
  p.lambda = edge;
  CHECK(certify(p, zero).gap() <= 1e-12 * certify(p, zero).objective);
  p.lambda = edge * (1 + 1e-9);
  CHECK(exact::solve(p).network.width() == 0);
  p.lambda = edge * (1 - 1e-3);
  CHECK(exact::solve(p, {.tolerance = 1e-12}).network.width() > 0);
}

TEST_CASE("units and hopeless data have their largest lambda", "[largest-lambda][scale][degenerate]") {
  CHECK(largest_lambda({Matrix{{1}}, Vector{{1}}, 0}) == 1);
  CHECK(largest_lambda({Matrix{{1e90}}, Vector{{3e-50}}, 0}) == Approx(3e40).epsilon(1e-15));
  CHECK(largest_lambda({Matrix::Zero(3, 2), Vector::Ones(3), 0}) == 0);
  CHECK(largest_lambda({Matrix::Ones(3, 2), Vector::Zero(3), 0}) == 0);
  CHECK(largest_lambda({Matrix::Zero(3, 4), Vector::Ones(3), 0}) == 0);
  CHECK(refusal([] {
          largest_lambda({Matrix::Ones(3, 2), Vector::Ones(2), 0});
        }) == "y has 2 values, expected 3 (rows of X)");
}
