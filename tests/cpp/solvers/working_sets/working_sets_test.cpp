#include "solvers/working_sets/working_sets.hpp"

#include "catch.hpp"
#include "random_problem.hpp"
#include "solvers/solve.hpp"

using namespace hcx;

TEST_CASE("a few patterns are enough for the optimum over all of them", "[working-sets]") {
  const Problem problem = random_problem(5, 10, 2, 0.05, true);
  const SolveResult few = solve(problem, {.solver = "working-sets"});
  CHECK(few.status == Status::Optimal);
  CHECK(few.certificate.objective == Approx(solve(problem).certificate.objective).epsilon(1e-8));
}
