#include "solvers/gated/gated.hpp"

#include <cmath>

#include "catch.hpp"
#include "network/objective.hpp"
#include "patterns/enumerate.hpp"
#include "patterns/sample.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"
#include "solvers/fixed_patterns/fixed_patterns.hpp"

using namespace hcx;

namespace {

double zero_loss(const Problem& p) { return p.misfit_factor() * p.y.squaredNorm(); }

void check_proven(const Problem& p, const gated::Result& result, double tolerance) {
  const GatedCertificate& c = result.certificate;
  CHECK(result.status == Status::Optimal);
  CHECK(c.gap() <= tolerance * std::max(c.objective, 1e-3 * zero_loss(p)));
  CHECK(c.lower_bound >= 0);
}

}  // namespace

TEST_CASE("the gap is closed at every weight decay and size", "[solvers][gated][property]") {
  const auto [n, d] = GENERATE(table<Index, Index>({{1, 1}, {2, 1}, {8, 2}, {20, 3}, {40, 5}, {60, 8}, {5, 8}}));
  const double lambda = GENERATE(1e-6, 1e-4, 1e-2, 0.1, 1.0, 10.0);
  CAPTURE(n, d, lambda);
  Problem p = random_problem(static_cast<std::uint64_t>(n + d), n, d, lambda, d > 1);
  const std::vector<Pattern> gates = sample_patterns(p.X, 60, 3);
  check_proven(p, gated::solve(p, gates), 1e-9);
  p.loss = Loss::Mean;
  check_proven(p, gated::solve(p, gates), 1e-9);
}

TEST_CASE("gated <= ReLU over the same patterns <= the decomposition <= the stated bound",
          "[solvers][gated][property]") {
  const auto seed = GENERATE(range(1, 17));
  CAPTURE(seed);
  const auto s = static_cast<std::uint64_t>(seed);
  const Index d = 1 + seed % 5;
  const double lambda = std::pow(10.0, -3 + seed % 4);
  Problem p = random_problem(s, 8 + seed, d, lambda, seed % 2 == 0);
  if (seed % 3 == 0) p.loss = Loss::Mean;
  const std::vector<Pattern> gates = d <= 2 ? enumerate_patterns(p.X) : sample_patterns(p.X, 40, s);
  const gated::Result gated = gated::solve(p, gates);
  check_proven(p, gated, 1e-9);
  const fixed_patterns::Result relu = fixed_patterns::solve(p, {gates, {}});
  REQUIRE(relu.status == Status::Optimal);
  const auto decomposed = decompose(p, gated.network);
  REQUIRE(decomposed);
  CHECK(gated.certificate.lower_bound <= relu.certificate.objective);
  CHECK(relu.certificate.lower_bound <= decomposed->objective);
  CHECK(decomposed->objective <= decomposed->bound * (1 + 1e-12));
}

TEST_CASE("one gate on orthonormal points has a closed form", "[solvers][gated]") {
  // minimise ||v - y||^2 + 2 lambda ||v||: y shrinks by lambda.
  const double lambda = 0.7;
  const Problem p{Matrix::Identity(3, 3), Vector{{3, 0, -4}}, lambda};
  Pattern all(3);
  for (Index j = 0; j < 3; ++j) all.set(j, true);
  const gated::Result result = gated::solve(p, {all});
  REQUIRE(result.network.V.rows() == 1);
  const Vector expected = p.y * (1 - lambda / 5);
  CHECK((result.network.V.row(0).transpose() - expected).norm() <= 1e-8);
  CHECK(result.certificate.objective == Approx(lambda * lambda + 2 * lambda * (5 - lambda)).epsilon(1e-10));
  CHECK((result.dual.normalized() - p.y.normalized()).norm() <= 1e-8);
  // The cone of this gate is the positive orthant, which the third weight leaves: the ReLU network needs two neurons.
  CHECK(decompose(p, result.network)->network.width() == 2);
}

TEST_CASE("without gates, with gates that see nothing and with a large weight decay the zero network is optimal",
          "[solvers][gated]") {
  const Problem p = random_problem(1, 6, 3, 0.1);
  for (const std::vector<Pattern>& gates : {std::vector<Pattern>{}, {Pattern(6)}}) {
    const gated::Result result = gated::solve(p, gates);
    check_proven(p, result, 1e-9);
    CHECK(result.network.V.rows() == 0);
    CHECK(result.certificate.objective == Approx(p.y.squaredNorm()));
  }
  const gated::Result decayed = gated::solve({p.X, p.y, 1e3}, enumerate_patterns(p.X));
  check_proven(p, decayed, 1e-9);
  CHECK(decayed.network.V.rows() == 0);
  const gated::Result no_labels = gated::solve({p.X, Vector::Zero(6), 0.1}, enumerate_patterns(p.X));
  CHECK(no_labels.status == Status::Optimal);
  CHECK(no_labels.certificate.objective == 0);
}

TEST_CASE("repeated gates, repeated points and zero rows change nothing", "[solvers][gated]") {
  Problem p = random_problem(4, 10, 3, 0.05);
  p.X.row(7).setZero();
  p.X.row(8) = p.X.row(2);
  const std::vector<Pattern> gates = enumerate_patterns(p.X);
  std::vector<Pattern> twice = gates;
  twice.insert(twice.end(), gates.begin(), gates.end());
  const gated::Result once = gated::solve(p, gates), again = gated::solve(p, twice);
  check_proven(p, once, 1e-9);
  CHECK(again.certificate.objective == once.certificate.objective);
}

TEST_CASE("the gated optimum does not depend on the units of the data", "[solvers][gated]") {
  const Problem p = random_problem(6, 15, 4, 0.1);
  const std::vector<Pattern> gates = sample_patterns(p.X, 60, 2);
  const double objective = gated::solve(p, gates).certificate.objective;
  for (const auto& [x, y] : {std::pair(1e-6, 1.0), {1e6, 1.0}, {1.0, 1e6}, {1e-6, 1e-6}, {1e80, 1e-80}}) {
    CAPTURE(x, y);
    const Problem scaled{x * p.X, y * p.y, x * y * p.lambda};
    const gated::Result result = gated::solve(scaled, gates);
    check_proven(scaled, result, 1e-9);
    CHECK(result.certificate.objective / y / y == Approx(objective).epsilon(1e-8));
  }
}

TEST_CASE("limits are kept, and what is known then is returned with its true gap", "[solvers][gated]") {
  const Problem p = random_problem(2, 60, 6, 1e-4);
  const std::vector<Pattern> gates = sample_patterns(p.X, 200, 1);
  const double optimum = gated::solve(p, gates).certificate.objective;
  const gated::Result one = gated::solve(p, gates, {1e-9, 1});
  CHECK(one.iterations == 1);
  CHECK(one.status == Status::IterationLimit);
  CHECK(one.certificate.lower_bound <= optimum);
  CHECK(one.certificate.objective >= optimum * (1 - 1e-9));
  const gated::Result brief = gated::solve(p, gates, {1e-9, 1000, 1e-9});
  CHECK(brief.status == Status::TimeLimit);
  CHECK(brief.certificate.lower_bound <= optimum);
}

TEST_CASE("the gated solver refuses bad input by name", "[solvers][gated]") {
  const Problem p = random_problem(1, 4, 3, 0.1);
  const std::vector<Pattern> gates = enumerate_patterns(p.X);
  const auto refused = [&](const gated::Settings& s) { return refusal([&] { gated::solve(p, gates, s); }); };
  CHECK(refused({0}) == "tolerance is 0, expected a number between 0 and 1");
  CHECK(refused({1e-9, 0}) == "maxIterations is 0, expected a whole number from 1 to 1000000");
  CHECK(refused({1e-9, 10, 0}) == "maxSeconds is 0, expected a number > 0");
  CHECK(refusal([&] { gated::solve({p.X, p.y, 0}, gates); }) == "lambda is 0, expected a finite number > 0");
  CHECK(refusal([&] { gated::solve({p.X, Vector::Ones(3), 1}, gates); }) == "y has 3 values, expected 4 (rows of X)");
  CHECK(refusal([&] {
          gated::solve(p, {Pattern(4), Pattern(5)});
        }) == "patterns[1] has 5 values, expected 4 (rows of X)");
}
