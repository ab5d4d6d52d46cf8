#include "solvers/fixed_patterns/fixed_patterns.hpp"

#include <Eigen/QR>
#include <cmath>
#include <string>

#include "catch.hpp"
#include "certificate/pattern_certificate.hpp"
#include "network/objective.hpp"
#include "patterns/enumerate.hpp"
#include "patterns/sample.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"
#include "response/block_response.hpp"
#include "solvers/exact/exact.hpp"
#include "training/session.hpp"

using namespace hcx;
using fixed_patterns::Method;

namespace {

struct Instance {
  Problem problem;
  PatternSet patterns;
};

double zero_network(const Problem& p) { return p.misfit_factor() * p.y.squaredNorm(); }

/// The largest response of a gated neuron to y: no lambda beyond it leaves a neuron.
double largest_response(const Instance& i) {
  double largest = 0;
  for (const Pattern& pattern : i.patterns.patterns) {
    Vector g = Vector::Zero(i.problem.X.cols());
    for (Index j = 0; j < i.problem.X.rows(); ++j)
      if (pattern[j]) g += i.problem.y[j] * i.problem.X.row(j).transpose();
    largest = std::max(largest, g.norm());
  }
  return largest;
}

/// n points in dimension d with the patterns of `count` directions and lambda a share of the largest response.
Instance sampled(std::uint64_t seed, Index n, Index d, std::int64_t count, double share) {
  Instance i{random_problem(seed, n, d, 0), {}};
  i.patterns.patterns = sample_patterns(i.problem.X, count, seed);
  i.problem.lambda = share * largest_response(i);
  return i;
}

/// What every answer must satisfy, whatever the data.
void check_answer(const Instance& i, const fixed_patterns::Result& r, double tolerance = 1e-9) {
  const Problem& p = i.problem;
  CHECK(to_string(r.status) == "optimal");
  CHECK(r.certificate.gap() <= tolerance * std::max(r.certificate.objective, 1e-3 * zero_network(p)));
  CHECK(evaluate(p, r.network).objective == r.certificate.objective);
  CHECK(certify(p, r.network, i.patterns, r.dual).lower_bound == r.certificate.lower_bound);
  CHECK(programme_value(p, r.blocks) == Approx(r.certificate.objective).epsilon(1e-10).margin(1e-13 * zero_network(p)));
  for (const Block& block : r.blocks)
    for (Index j = 0; j < p.X.rows(); ++j) {
      const double z = p.X.row(j).dot(block.u), tiny = 1e-12 * p.X.row(j).norm() * block.u.norm();
      CHECK((block.pattern[j] ? z >= -tiny : z <= tiny));
    }
}

fixed_patterns::Result solve_with(const Instance& i, Method method) {
  fixed_patterns::Settings settings;
  settings.method = method;
  return fixed_patterns::solve(i.problem, i.patterns, settings);
}

/// Every method, and a warm start from anywhere, give the same certified value.
void check_all_ways(const Instance& i) {
  const fixed_patterns::Result cold = solve_with(i, Method::Auto);
  check_answer(i, cold);
  const auto agrees = [&](const fixed_patterns::Result& other) {
    check_answer(i, other);
    const double value = cold.certificate.objective;
    CHECK(other.certificate.objective == Approx(value).epsilon(1e-8).margin(1e-10 * zero_network(i.problem)));
  };
  agrees(solve_with(i, Method::AugmentedLagrangian));
  agrees(solve_with(i, Method::InteriorPoint));
  fixed_patterns::Settings warm;
  warm.warm_start = cold.network;
  agrees(fixed_patterns::solve(i.problem, i.patterns, warm));
  warm.warm_start = random_network(5, 4, i.problem.X.cols());
  agrees(fixed_patterns::solve(i.problem, i.patterns, warm));
}

void repeat_rows(Problem& p, double factor) {
  for (Index j = 1; j < p.X.rows(); j += 2) p.X.row(j) = factor * p.X.row(j - 1);
}

}  // namespace

TEST_CASE("every method finds the certified optimum over sampled patterns", "[fixed][property]") {
  const auto seed = GENERATE(range(1, 9));
  CAPTURE(seed);
  const double share = std::pow(10.0, -0.5 * seed);  // down to 1e-4
  check_all_ways(sampled(static_cast<std::uint64_t>(seed), 8 + 3 * seed, 1 + seed % 5, 4 + seed, share));
}

TEST_CASE("degenerate data have certified optima", "[fixed][property]") {
  const auto seed = GENERATE(range(1, 4));
  const std::string what = GENERATE("duplicate", "collinear", "antipodal", "zero rows", "integers", "y = 0",
                                    "rank deficient", "mixed columns", "mean loss");
  CAPTURE(seed, what);
  Instance i = sampled(static_cast<std::uint64_t>(seed), 14, 4, 8, 0);
  Problem& p = i.problem;
  if (what == "duplicate") repeat_rows(p, 1);
  if (what == "collinear") repeat_rows(p, 0.3);
  if (what == "antipodal") repeat_rows(p, -1);
  if (what == "zero rows") p.X.topRows(4).setZero();
  if (what == "integers") p.X = (2 * p.X).array().round(), p.y = (2 * p.y).array().round();
  if (what == "y = 0") p.y.setZero();
  if (what == "rank deficient") p.X.col(3) = 2 * p.X.col(0);
  if (what == "mixed columns") p.X.col(0) *= 1e3, p.X.col(1) *= 1e-3;
  if (what == "mean loss") p.loss = Loss::Mean;
  i.patterns.patterns = sample_patterns(p.X, 8, 3);
  p.lambda = (seed == 3 ? 1e-4 : 0.03) * largest_response(i) * p.misfit_factor();
  check_all_ways(i);
}

TEST_CASE("one point, one dimension, more dimensions than points", "[fixed]") {
  const auto shape = GENERATE(std::pair(1, 1), std::pair(1, 4), std::pair(9, 1), std::pair(4, 9));
  CAPTURE(shape.first, shape.second);
  check_all_ways(sampled(3, shape.first, shape.second, 5, 0.05));
}

TEST_CASE("one point has the closed form", "[fixed]") {
  Pattern on(1);
  on.set(0, true);
  const Problem p{Matrix{{1.0}}, Vector{{1.0}}, 0.1};
  const fixed_patterns::Result r = fixed_patterns::solve(p, {{on}, {}});
  CHECK(r.certificate.objective == Approx(0.19).epsilon(1e-12));
  REQUIRE(r.network.width() == 1);
  CHECK(r.network.W(0, 0) == Approx(std::sqrt(0.9)).epsilon(1e-8));
  CHECK(r.network.alpha[0] == Approx(std::sqrt(0.9)).epsilon(1e-8));
  CHECK(fixed_patterns::solve(p, {{on}, {-1}}).network.width() == 0);
  CHECK(fixed_patterns::solve(p, {}).certificate.objective == 1);
}

TEST_CASE("near the largest lambda the network is small, beyond it there is none", "[fixed]") {
  const Instance i = sampled(2, 15, 3, 8, 1);
  double largest = 0;  // what the cones leave of the gated response
  for (const double sign : {1.0, -1.0}) {
    BlockResponse blocks(i.problem.X, {i.patterns.patterns, {}});
    largest = std::max(largest, blocks.peak(sign * i.problem.y).value);
  }
  for (const double share : {1 - 1e-8, 1 - 1e-3, 0.9}) {
    Instance below = i;
    below.problem.lambda = share * largest;
    check_all_ways(below);
    if (share < 0.9999) CHECK(solve_with(below, Method::Auto).network.width() > 0);  // else it is within the tolerance
  }
  Instance above = i;
  above.problem.lambda = 1.0001 * largest;
  check_all_ways(above);
  CHECK(solve_with(above, Method::Auto).network.width() == 0);
}

TEST_CASE("over all patterns it is the exact optimum", "[fixed][property]") {
  const auto seed = GENERATE(range(1, 7));
  CAPTURE(seed);
  const Index d = seed % 2 == 0 ? 2 : 3;
  Instance i{random_problem(static_cast<std::uint64_t>(seed), d == 2 ? 12 : 7, d, seed < 4 ? 0.1 : 1e-4, d == 2), {}};
  i.patterns.patterns = enumerate_patterns(i.problem.X);
  const fixed_patterns::Result r = solve_with(i, Method::Auto);
  check_answer(i, r);
  CHECK(r.certificate.objective == Approx(exact::solve(i.problem).certificate.objective).epsilon(2e-9).margin(1e-11));
  check_answer(i, solve_with(i, Method::AugmentedLagrangian));
}

TEST_CASE("training never beats the optimum over all patterns", "[fixed][property]") {
  Instance i{random_problem(3, 8, 2, 0.05, true), {}};
  i.patterns.patterns = enumerate_patterns(i.problem.X);
  const fixed_patterns::Result r = solve_with(i, Method::Auto);
  double best = INFINITY;
  for (int start = 1; start <= 200; ++start) {
    TrainingSession session(i.problem,
                            {.width = 10, .initialization = Initialization::He, .seed = start, .step_size = 0.02});
    session.step(200);
    best = std::min(best, session.loss());
  }
  CHECK(best >= r.certificate.lower_bound);
  CHECK(best <= 1.5 * r.certificate.objective);  // it comes near, so that the bound is tested
}

TEST_CASE("a subset has no smaller optimum, and its network no smaller loss", "[fixed]") {
  Instance i = sampled(4, 20, 3, 12, 0.02);
  const double all = solve_with(i, Method::Auto).certificate.objective;
  i.patterns.patterns.resize(5);
  const fixed_patterns::Result some = solve_with(i, Method::Auto);
  CHECK(some.certificate.objective >= all * (1 - 1e-9));
  i.patterns.signs = {1, 1, -1, 1, -1};
  const fixed_patterns::Result signed_ones = solve_with(i, Method::Auto);
  check_answer(i, signed_ones);
  CHECK(signed_ones.certificate.objective >= some.certificate.objective * (1 - 1e-9));
  check_all_ways(i);
}

TEST_CASE("repeated, all-off and unrealisable patterns change nothing", "[fixed]") {
  const Problem p{Matrix{{1.0}, {-1.0}, {0.0}}, Vector{{1, 0.5, 2}}, 0.1};
  Pattern right(3), both(3), right_and_zero(3);
  right.set(0, true), both.set(0, true), both.set(1, true), right_and_zero.set(0, true), right_and_zero.set(2, true);
  const double expected = 0.19 + 0.25 + 4;
  for (const Method method : {Method::Auto, Method::AugmentedLagrangian}) {
    const Instance i{p, {{right, right, both, right_and_zero, Pattern(3)}, {}}};
    const fixed_patterns::Result r = solve_with(i, method);
    check_answer(i, r);
    CHECK(r.certificate.objective == Approx(expected).epsilon(1e-10));
    CHECK(r.network.width() == 1);
  }
  Instance random = sampled(6, 12, 3, 5, 0.05);
  Random bits(1);
  for (int k = 0; k < 5; ++k) {
    Pattern pattern(12);
    for (Index j = 0; j < 12; ++j) pattern.set(j, bits.uniform() < 0.5);
    random.patterns.patterns.push_back(pattern);
  }
  check_all_ways(random);
}

TEST_CASE("the optimum over given patterns does not depend on the units", "[fixed]") {
  const Instance i = sampled(5, 12, 3, 6, 0.02);
  const double expected = solve_with(i, Method::Auto).certificate.objective;
  for (const auto& [x, y] : {std::pair(1e-6, 1.0), {1e6, 1.0}, {1.0, 1e6}, {1e-6, 1e-6}}) {
    CAPTURE(x, y);
    const Instance scaled{{x * i.problem.X, y * i.problem.y, x * y * i.problem.lambda}, i.patterns};
    check_all_ways(scaled);
    CHECK(solve_with(scaled, Method::Auto).certificate.objective == Approx(y * y * expected).epsilon(1e-9));
  }
}

TEST_CASE("almost no weight decay", "[fixed][property]") {
  const double share = GENERATE(1e-3, 1e-5, 1e-8);
  CAPTURE(share);
  check_all_ways(sampled(7, 20, 3, 6, share));
  Instance all{random_problem(8, 10, 2, 0, true), {}};
  all.patterns.patterns = enumerate_patterns(all.problem.X);
  all.problem.lambda = share * largest_response(all);
  check_answer(all, solve_with(all, Method::Auto));
}

TEST_CASE("without weight decay the loss is what the patterns leave", "[fixed]") {
  // Both signs of one pattern with an interior: plain least squares.
  Instance one = sampled(1, 20, 3, 1, 0);
  Eigen::MatrixXd features = one.problem.X;
  for (Index j = 0; j < 20; ++j)
    if (!one.patterns.patterns[0][j]) features.row(j).setZero();
  const Vector u = features.colPivHouseholderQr().solve(one.problem.y);
  check_all_ways(one);
  CHECK(solve_with(one, Method::Auto).certificate.objective ==
        Approx((features * u - one.problem.y).squaredNorm()).epsilon(1e-9));
  check_all_ways(sampled(2, 12, 4, 12, 0));  // enough patterns to fit every label
  Instance plus = sampled(3, 20, 3, 6, 0);
  plus.patterns.signs.assign(plus.patterns.patterns.size(), 1);
  check_all_ways(plus);
}

TEST_CASE("without weight decay points next to each other are no obstacle", "[fixed]") {
  for (const unsigned seed : {1u, 2u, 3u}) {
    Instance near = sampled(seed, 40, 6, 20, 0);  // the cones that lie between two such points are slivers
    for (Index j = 1; j < 40; j += 2) near.problem.X.row(j) = near.problem.X.row(j - 1).array() + 1e-4;
    near.patterns.patterns = sample_patterns(near.problem.X, 20, seed);
    const fixed_patterns::Result r = solve_with(near, Method::Auto);
    CAPTURE(seed);
    CHECK(to_string(r.status) == "optimal");
    CHECK(r.certificate.lower_bound <= r.certificate.objective);
    CHECK(certify(near.problem, r.network, near.patterns, r.dual).lower_bound >= r.certificate.lower_bound);
    // Weights of 1e4 and more: their rounding.
    const double rounding = 1e-9 * zero_network(near.problem);
    CHECK(programme_value(near.problem, r.blocks) == Approx(r.certificate.objective).epsilon(1e-8).margin(rounding));
  }
}

TEST_CASE("the teacher's patterns without weight decay give a loss of zero", "[fixed]") {
  Instance i{random_problem(9, 30, 4, 0), {}};
  const Network teacher = random_network(2, 3, 4);
  i.problem.y = predict(teacher, i.problem.X);
  i.patterns.patterns = patterns_of(i.problem.X, teacher.W);
  CHECK(solve_with(i, Method::Auto).certificate.objective <= 1e-12 * zero_network(i.problem));
}

TEST_CASE("a solver stopped early is certified all the same", "[fixed]") {
  for (const double share : {0.02, 0.0}) {
    const Instance i = sampled(4, 25, 4, 10, share);
    const double optimum = solve_with(i, Method::Auto).certificate.objective;
    for (const Method method : {Method::Auto, Method::AugmentedLagrangian})
      for (int steps = 1; steps <= 12; ++steps) {
        fixed_patterns::Settings settings;
        settings.method = method, settings.max_iterations = steps;
        const fixed_patterns::Result r = fixed_patterns::solve(i.problem, i.patterns, settings);
        CHECK(r.iterations <= steps);
        CHECK(r.certificate.objective >= optimum * (1 - 1e-9) - 1e-12 * zero_network(i.problem));
        CHECK(r.certificate.objective <= zero_network(i.problem) * (1 + 1e-14));
        // Without weight decay the bound holds for networks of a moderate size only.
        if (share > 0) CHECK(r.certificate.lower_bound <= optimum * (1 + 1e-9) + 1e-12 * zero_network(i.problem));
        CHECK((r.status == Status::IterationLimit || r.status == Status::Optimal));
      }
    fixed_patterns::Settings hurried;
    hurried.max_seconds = 1e-9;
    const fixed_patterns::Result r = fixed_patterns::solve(i.problem, i.patterns, hurried);
    CHECK(r.status == Status::TimeLimit);
    CHECK(r.iterations <= 1);
  }
}

TEST_CASE("slices equal one go, and may be looked at between", "[fixed]") {
  for (const double share : {0.02, 0.0}) {
    const Instance i = sampled(4, 25, 4, 10, share);
    const fixed_patterns::Result whole = solve_with(i, Method::Auto);
    fixed_patterns::Solver solver(i.problem, i.patterns);
    CHECK(solver.result().network.width() == 0);
    int slices = 0;
    for (; !solver.finished(); ++slices) {
      solver.advance(1e-9);
      CHECK(solver.result().certificate.objective >= whole.certificate.lower_bound);
    }
    CHECK(slices == whole.iterations);
    CHECK(solver.result().network.W == whole.network.W);
    solver.advance();  // nothing is left to do
    CHECK(solver.result().iterations == whole.iterations);
  }
}

TEST_CASE("a tolerance that rounding may not allow ends all the same", "[fixed]") {
  const auto seed = GENERATE(range(1, 5));
  Instance i = sampled(static_cast<std::uint64_t>(seed), 20, 3, 8, 1e-3);
  for (const Method method : {Method::Auto, Method::AugmentedLagrangian}) {
    fixed_patterns::Settings settings;
    settings.tolerance = 1e-15, settings.method = method;
    const fixed_patterns::Result r = fixed_patterns::solve(i.problem, i.patterns, settings);
    CHECK((r.status == Status::Optimal || r.status == Status::Stalled));
    CHECK(r.certificate.gap() <= 1e-10 * zero_network(i.problem));
  }
}

TEST_CASE("a warm start near the optimum takes fewer steps", "[fixed]") {
  Instance i = sampled(3, 40, 5, 8, 0.1);
  fixed_patterns::Settings warm;
  warm.warm_start = solve_with(i, Method::Auto).network;
  i.problem.y[3] += 1e-3;
  const fixed_patterns::Result cold = solve_with(i, Method::Auto);
  const fixed_patterns::Result r = fixed_patterns::solve(i.problem, i.patterns, warm);
  check_answer(i, r);
  CHECK(2 * r.iterations <= cold.iterations);
  CHECK(r.certificate.objective == Approx(cold.certificate.objective).epsilon(1e-9));
}

TEST_CASE("from the answer before one pattern changed it is there in a few turns, or starts afresh", "[fixed]") {
  for (const double share : {0.1, 0.01, 1e-6}) {
    Instance i = sampled(5, 60, 6, 12, share);
    fixed_patterns::Settings warm;
    warm.warm_start = solve_with(i, Method::Auto).network;
    const std::vector<Pattern> others = sample_patterns(i.problem.X, 24, 6);
    int cold_steps = 0, warm_steps = 0;
    for (std::size_t k = 0; k < i.patterns.patterns.size(); ++k) {
      Instance changed = i;
      changed.patterns.patterns[k] = others[k];
      const fixed_patterns::Result cold = solve_with(changed, Method::Auto);
      const fixed_patterns::Result r = fixed_patterns::solve(changed.problem, changed.patterns, warm);
      check_answer(changed, r);
      CHECK(r.certificate.objective == Approx(cold.certificate.objective).epsilon(1e-8));
      cold_steps += cold.iterations, warm_steps += r.iterations;
    }
    if (share == 0.1) CHECK(warm_steps < cold_steps);
  }
}

TEST_CASE("bad settings are refused by name", "[fixed]") {
  const Instance i = sampled(1, 4, 3, 2, 0.1);
  const auto message = [&](auto&& change) {
    fixed_patterns::Settings settings;
    change(settings);
    return refusal([&] { fixed_patterns::solve(i.problem, i.patterns, settings); });
  };
  CHECK(message([](auto& s) { s.tolerance = 1; }) == "tolerance is 1, expected a number between 0 and 1");
  CHECK(message([](auto& s) { s.tolerance = NAN; }) != "accepted");
  CHECK(message([](auto& s) { s.max_iterations = 0; }) ==
        "maxIterations is 0, expected a whole number from 1 to 1000000");
  CHECK(message([](auto& s) { s.max_seconds = 0; }) == "maxSeconds is 0, expected a number > 0");
  CHECK(message([](auto& s) { s.warm_start = random_network(1, 2, 5); }) ==
        "W has 5 columns, expected 3 (columns of X, bias included)");
  CHECK(refusal([&] {
          fixed_patterns::solve(i.problem, {{Pattern(5)}, {}});
        }) == "patterns[0] has 5 values, expected 4 (rows of X)");
  CHECK(refusal([&] { fixed_patterns::solve(i.problem, {{Pattern(4)}, {0}}); }) == "signs[0] is 0, expected 1 or -1");
}
