#include <functional>

#include "catch.hpp"
#include "patterns/sample.hpp"
#include "programme/largest_lambda.hpp"
#include "random_problem.hpp"
#include "solvers/exact/exact.hpp"
#include "solvers/fixed_patterns/fixed_patterns.hpp"

using namespace hcx;

namespace {

/// The documented tolerance allows a gap of 1e-12 of the zero network's loss; the objective is a millionth of that here.
void check_digits(Problem problem, const std::function<Certificate(const Problem&)>& solve) {
  const double largest = largest_lambda(problem);
  for (const double share : {1e-5, 1e-7, 1e-8}) {
    problem.lambda = share * largest;
    const Certificate certificate = solve(problem);
    CAPTURE(problem.X.rows(), problem.X.cols(), share, certificate.objective);
    CHECK(certificate.gap() <= 1e-8 * certificate.objective);
  }
}

}  // namespace

TEST_CASE("the gap is small beside the objective too, with next to no weight decay", "[solve][property]") {
  const auto seed = GENERATE(1u, 2u, 3u);
  const auto exactly = [](const Problem& p) { return exact::solve(p).certificate; };
  check_digits(random_problem(seed, 25, 2, 1, true), exactly);
  check_digits(random_problem(seed, 10, 3, 1), exactly);
  const Problem given = random_problem(seed, 30, 5, 1);
  const std::vector<Pattern> patterns = sample_patterns(given.X, 12, seed);
  check_digits(given, [&](const Problem& p) { return fixed_patterns::solve(p, {patterns, {}}).certificate; });
}
