#include "certificate/certify_over.hpp"

#include "catch.hpp"
#include "certificate/pattern_certificate.hpp"
#include "patterns/enumerate.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"

using namespace hcx;

TEST_CASE("a certificate is over all patterns or over the listed ones, as its settings say", "[certificate]") {
  const Problem problem = random_problem(1, 8, 2, 0.1);
  const Network network = random_network(2, 3, 2);
  const std::vector<Pattern> some{pattern_of(problem.X, Vector::Ones(2))};

  CHECK(certify_over(problem, network, {}).lower_bound == certify(problem, network).lower_bound);

  const CertifySettings listed{.patterns = {PatternChoice::From::Given, some}};
  const Certificate over_some = certify(problem, network, PatternSet{some, {}});
  CHECK(certify_over(problem, network, listed).lower_bound == over_some.lower_bound);

  const CertifySettings positive{.patterns = {PatternChoice::From::Given, some}, .signs = {false, {1}}};
  const Certificate over_positive = certify(problem, network, PatternSet{some, {1}});
  CHECK(certify_over(problem, network, positive).lower_bound == over_positive.lower_bound);
  CHECK(over_positive.lower_bound >= over_some.lower_bound);  // fewer networks, so a bound that is no lower
}

TEST_CASE("a certificate over patterns to be sampled is refused", "[certificate]") {
  const Problem problem = random_problem(1, 8, 2, 0.1);
  const CertifySettings sampled{.patterns = {PatternChoice::From::Sampled, {}}};
  CHECK(refusal([&] { certify_over(problem, random_network(2, 3, 2), sampled); }) ==
        "patterns is \"sampled\", expected \"all\" or an array of patterns");
}
