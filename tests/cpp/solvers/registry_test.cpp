#include "solvers/registry.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "catch.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"

using namespace hcx;

TEST_CASE("solvers are found by the names their folders give", "[registry]") {
  std::vector<std::string> names;
  for (const SolverEntry& entry : known_solvers()) names.emplace_back(entry.name);
  for (const char* name : {"exact", "interior-point", "augmented-lagrangian", "active-sets"})
    CHECK(std::count(names.begin(), names.end(), name) == 1);
  CHECK(std::set<std::string>(names.begin(), names.end()).size() == names.size());
  for (const std::string& name : names) CHECK(solver_named(name).name == name);
}

TEST_CASE("an unknown solver is refused with the names of those that are known", "[registry]") {
  std::string expected = "solver is \"magic\", expected one of auto";
  for (const SolverEntry& entry : known_solvers()) expected += ", " + std::string(entry.name);
  CHECK(refusal([] { solver_named("magic"); }) == expected);
}

TEST_CASE("every solver reaches the same optimum under its name", "[registry][property]") {
  const auto seed = GENERATE(range(1, 4));
  CAPTURE(seed);
  const Problem problem = random_problem(static_cast<std::uint64_t>(seed), 8, 2, 0.1);
  const SolveResult automatic = solve(problem);
  for (const SolverEntry& entry : known_solvers()) {
    CAPTURE(entry.name);
    const SolveResult result = solve(problem, {.solver = std::string(entry.name)});
    CHECK(result.solver == entry.name);
    CHECK(result.status == Status::Optimal);
    CHECK(result.certificate.objective == Approx(automatic.certificate.objective).epsilon(1e-7));
  }
}
