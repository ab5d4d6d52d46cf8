/// Small whole numbers make duplicates, parallel and antipodal rows, thin and empty cones and ties; with next to no weight decay
/// they are where rounding shows first.
#include <algorithm>
#include <cmath>
#include <functional>
#include <sstream>

#include "catch.hpp"
#include "core/random.hpp"
#include "network/objective.hpp"
#include "solvers/solve.hpp"

using namespace hcx;

namespace {

struct SmallIntegers {
  Problem problem;
  SolveSettings settings;
};

Index whole(Random& random, Index from, Index to) {
  return from + static_cast<Index>(random.uniform() * static_cast<double>(to - from + 1));
}

/// 1 to 4 points in dimension 1 to 5, 1 to 4 distinct listed patterns, realisable or not, both signs or one each.
SmallIntegers drawn(std::uint64_t seed, double lambda) {
  Random random(seed);
  const Index n = whole(random, 1, 4), d = whole(random, 1, 5);
  SmallIntegers drawn{{Matrix(n, d), Vector(n), lambda}, {}};
  for (double& x : drawn.problem.X.reshaped()) x = static_cast<double>(whole(random, -2, 2));
  for (double& y : drawn.problem.y) y = static_cast<double>(whole(random, -2, 2));
  std::vector<Pattern>& patterns = drawn.settings.patterns.given;
  drawn.settings.patterns.from = PatternChoice::From::Given;
  for (Index k = whole(random, 1, 4); k > 0; --k) {
    Pattern pattern(n);
    for (Index j = 0; j < n; ++j) pattern.set(j, random.uniform() < 0.5);
    if (std::find(patterns.begin(), patterns.end(), pattern) == patterns.end()) patterns.push_back(pattern);
  }
  drawn.settings.signs.both = random.uniform() < 0.5;
  if (!drawn.settings.signs.both)
    for (std::size_t k = 0; k < patterns.size(); ++k)
      drawn.settings.signs.given.push_back(random.uniform() < 0.5 ? 1 : -1);
  return drawn;
}

std::string told(const SmallIntegers& instance) {
  std::ostringstream words;
  const Eigen::IOFormat rows(17, Eigen::DontAlignCols, ", ", "; ");
  words << "X " << instance.problem.X.format(rows) << "  y " << instance.problem.y.transpose().format(rows)
        << "  lambda " << instance.problem.lambda << "  patterns";
  for (const Pattern& pattern : instance.settings.patterns.given) {
    words << ' ';
    for (Index j = 0; j < pattern.size(); ++j) words << pattern[j];
  }
  for (const int sign : instance.settings.signs.given) words << (sign > 0 ? " +" : " -");
  return words.str();
}

/// How many of the instances have no proof to a millionth of the loss. Checks that no answer is worse than the zero network, and
/// that none is beaten by another method.
int without_proof(int instances, const std::function<double(Random&)>& lambda) {
  int unproven = 0;
  for (int k = 1; k <= instances; ++k) {
    Random random(static_cast<std::uint64_t>(k) + 1'000'000);
    const SmallIntegers instance = drawn(static_cast<std::uint64_t>(k), lambda(random));
    const double zero = instance.problem.zero_network_loss();
    const SolveResult result = solve(instance.problem, instance.settings);
    SolveSettings other = instance.settings;
    other.solver = "augmented-lagrangian";
    const double objective = result.certificate.objective,
                 beside = solve(instance.problem, other).certificate.objective;
    INFO(told(instance));
    REQUIRE(objective <= zero);
    REQUIRE(objective <= beside + 1e-6 * beside + 1e-12 * zero);
    if (result.status == Status::Optimal) REQUIRE(objective <= beside + 1e-8 * zero);
    if (result.certificate.gap() > 1e-6 * objective && result.certificate.gap() > 1e-9 * zero) ++unproven;
  }
  return unproven;
}

double any_lambda(Random& random) { return std::pow(10.0, -12 * random.uniform()); }

}  // namespace

TEST_CASE("small whole numbers with next to no weight decay are solved and proven", "[fixed-patterns][property]") {
  const double lambda = GENERATE(1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12);
  CAPTURE(lambda);
  CHECK(without_proof(150, [&](Random&) { return lambda; }) <= 1);
}

TEST_CASE("small whole numbers with any weight decay are solved and proven", "[fixed-patterns][property]") {
  CHECK(without_proof(300, any_lambda) <= 3);
}

TEST_CASE("twenty thousand of small whole numbers are solved and proven", "[.thorough]") {
  CHECK(without_proof(20'000, any_lambda) < 200);
}
