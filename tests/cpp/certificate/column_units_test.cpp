#include <cmath>

#include "catch.hpp"
#include "certificate/pattern_certificate.hpp"
#include "network/objective.hpp"
#include "random_problem.hpp"
#include "solvers/solve.hpp"

using namespace hcx;

namespace {

/// Points far from the origin or close to it, a quarter of them twice with two labels, and the column of ones.
Problem beside_ones(int seed, Index d, double scale) {
  Problem p = random_problem(static_cast<std::uint64_t>(seed), 20, d, 0, false);
  p.X.bottomRows(5) = p.X.topRows(5);
  p.X.leftCols(d - 1) *= scale;
  p.X.col(d - 1).setOnes();
  return p;
}

}  // namespace

TEST_CASE("without weight decay the units of a column do not matter", "[solve][lambda0][scale]") {
  const auto seed = GENERATE(range(1, 6));
  const double scale = GENERATE(0x1p-20, 0x1p20);  // powers of two: the same problem to the bit
  const Index d = GENERATE(2, 4);
  CAPTURE(seed, scale, d);
  SolveSettings settings;
  if (d > 2) settings.patterns.from = PatternChoice::From::Sampled, settings.count = 12;
  const Problem p = beside_ones(seed, d, scale);
  if (d > 2) settings.patterns = {PatternChoice::From::Given, chosen_patterns(p.X, settings.patterns, 12, 0)};
  const SolveResult plain = solve(beside_ones(seed, d, 1), settings), scaled = solve(p, settings);
  CHECK(scaled.status == plain.status);
  CHECK(scaled.certificate.objective == Approx(plain.certificate.objective).epsilon(1e-8));
  CHECK(scaled.certificate.objective == evaluate(p, scaled.network).objective);
  CHECK(scaled.certificate.worst_neuron.size() == d);
  const PatternSet set{settings.patterns.given, {}};
  const Certificate again =
      d > 2 ? certify(p, scaled.network, set, scaled.dual) : certify(p, scaled.network, scaled.dual);
  CHECK(again.lower_bound == Approx(scaled.certificate.lower_bound).epsilon(1e-8));
}

TEST_CASE("a warm start in the caller's units is measured as the problem is", "[solve][lambda0][warm-start]") {
  const Problem p = beside_ones(3, 4, 1e6);
  SolveSettings settings;
  settings.patterns = {PatternChoice::From::Given, chosen_patterns(p.X, {PatternChoice::From::Sampled, {}}, 12, 0)};
  const SolveResult cold = solve(p, settings);
  settings.warm_start = cold.network;
  const SolveResult warm = solve(p, settings);
  CHECK(warm.status == Status::Optimal);
  CHECK(warm.certificate.objective == Approx(cold.certificate.objective).epsilon(1e-8));
  settings.warm_start = Network{Matrix::Ones(1, 3), Vector::Ones(1)};
  CHECK_THROWS_WITH(solve(p, settings), Catch::Contains("W has 3 columns, expected 4"));
}
