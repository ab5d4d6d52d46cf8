#include "solvers/gated/over_choice.hpp"

#include "catch.hpp"
#include "patterns/enumerate.hpp"
#include "patterns/sample.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"

using namespace hcx;

TEST_CASE("the gated relaxation is over the patterns that are chosen, and says whether these are all", "[gated]") {
  const Problem problem = random_problem(5, 10, 2, 0.05);
  const auto all = gated::solve_over(problem, {});
  CHECK(all.all_patterns);
  CHECK(all.solved.certificate.objective == gated::solve(problem, enumerate_patterns(problem.X)).certificate.objective);
  REQUIRE(all.relu);
  CHECK(all.relu->objective <= all.relu->bound);

  gated::ChoiceSettings few;
  few.patterns.from = PatternChoice::From::Sampled;
  few.count = 4;
  few.seed = 7;
  const auto sampled = gated::solve_over(problem, few);
  CHECK_FALSE(sampled.all_patterns);
  CHECK(sampled.solved.certificate.objective ==
        gated::solve(problem, sample_patterns(problem.X, 4, 7)).certificate.objective);
}

TEST_CASE("a gated certificate is over all patterns or the listed ones, and over no sampled ones", "[gated]") {
  const Problem problem = random_problem(5, 10, 2, 0.05);
  const GatedNetwork network = gated::solve_over(problem, {}).solved.network;
  const auto every = enumerate_patterns(problem.X);
  CHECK(gated::certify_over(problem, network, {}).lower_bound == certify(problem, network, every).lower_bound);
  const gated::CertifySettings own{.patterns = {PatternChoice::From::Given, network.gates}};
  CHECK(gated::certify_over(problem, network, own).lower_bound == certify(problem, network, network.gates).lower_bound);
  const gated::CertifySettings sampled{.patterns = {PatternChoice::From::Sampled, {}}};
  CHECK(refusal([&] { gated::certify_over(problem, network, sampled); }) ==
        "patterns is \"sampled\", expected \"all\" or an array of patterns");
}
