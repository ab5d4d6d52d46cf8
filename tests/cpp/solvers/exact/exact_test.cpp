#include "solvers/exact/exact.hpp"

#include <cmath>

#include "catch.hpp"
#include "data/dataset.hpp"
#include "network/objective.hpp"
#include "programme/mapping.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"
#include "response/peak_on_circle.hpp"
#include "training/session.hpp"

using namespace hcx;

namespace {

Problem article_problem(std::string_view name, double lambda, Loss loss = Loss::Sum) {
  const Dataset data = dataset(name);
  return {with_bias(data.X), data.y, lambda, loss};
}

/// What every answer must satisfy, whatever the data.
void check_answer(const Problem& p, const exact::Result& r) {
  CHECK(r.status == Status::Optimal);
  CHECK(r.certificate.objective >= r.certificate.lower_bound * (1 - 1e-14));
  CHECK(r.network.width() <= p.X.rows());
  // The network built from the convex solution has the convex value.
  const double value = programme_value(p, r.blocks);
  CHECK(evaluate(p, r.network).objective == Approx(value).epsilon(1e-12).margin(1e-300));
  for (const Block& block : r.blocks)  // and the blocks are in their cones
    for (Index j = 0; j < p.X.rows(); ++j) {
      const double z = p.X.row(j).dot(block.u), tiny = 1e-12 * p.X.row(j).norm() * block.u.norm();
      CHECK((block.pattern[j] ? z >= -tiny : z <= tiny));
    }
}

}  // namespace

TEST_CASE("the notebook's objective is the original's 0.0860999798", "[exact][golden]") {
  const Problem p = article_problem("notebook", 5e-4, Loss::Mean);  // b = n lambda = 5e-3
  const exact::Result r = exact::solve(p);
  check_answer(p, r);
  CHECK(std::abs(r.certificate.objective - 0.0860999798) <= 1e-9);
  CHECK(r.certificate.gap() <= 1e-9);
  CHECK(r.network.width() == 8);
}

TEST_CASE("the teaser's optima are those of an independent implementation and solver", "[exact][golden]") {
  // Canonical values, half of the sum loss; CVXOPT agrees to its own accuracy, 1e-7 to 1e-10.
  const auto [lambda, value, last_digit] = GENERATE(table<double, double, double>({{1e-5, 4.59694488447e-4, 1e-15},
                                                                                   {1e-4, 4.55225572536e-3, 1e-14},
                                                                                   {1e-3, 0.0410536413424, 1e-13},
                                                                                   {1e-2, 0.118820652797, 1e-12}}));
  const Problem p = article_problem("teaser", lambda);
  const exact::Result r = exact::solve(p);
  check_answer(p, r);
  CHECK(std::abs(r.certificate.objective / 2 - value) <= 0.51 * last_digit);
  CHECK(r.certificate.gap() <= 1e-9 * r.certificate.objective);
}

TEST_CASE("every answer is certified, in its cones and equal to its network", "[exact][property]") {
  const auto seed = GENERATE(range(1, 41));
  const double lambda = GENERATE(1e-5, 1e-4, 1e-2, 1.0);
  CAPTURE(seed, lambda);
  const Problem p = random_problem(static_cast<std::uint64_t>(seed), 1 + seed % 23, 2, lambda, seed % 2 == 0);
  check_answer(p, exact::solve(p));
}

TEST_CASE("units do not matter", "[exact][property][scale]") {
  const auto [x_unit, y_unit] = GENERATE(
      table<double, double>({{1e6, 1}, {1e-6, 1}, {1, 1e6}, {1, 1e-6}, {1e-6, 1e-6}, {1e6, 1e6}, {1e90, 1e-50}}));
  CAPTURE(x_unit, y_unit);
  Problem p = random_problem(5, 14, 2, 0.05, true);
  const double value = exact::solve(p).certificate.objective;
  p.X *= x_unit, p.y *= y_unit, p.lambda *= x_unit * y_unit;
  const exact::Result r = exact::solve(p);
  check_answer(p, r);
  CHECK(r.certificate.objective / (y_unit * y_unit) == Approx(value).epsilon(1e-9));
}

TEST_CASE("degenerate data is solved like any other", "[exact][degenerate]") {
  const Vector y{{1, -2, 3, 0.5, -1, 2}};
  const std::vector<Matrix> cases = {
      Matrix{{1, 1}, {1, 1}, {2, 1}, {2, 1}, {-1, 1}, {-1, 1}},        // duplicates
      Matrix{{1, 2}, {2, 4}, {-1, -2}, {0.5, 1}, {-3, -6}, {10, 20}},  // one line through the origin
      Matrix{{1, 1}, {-1, -1}, {2, 1}, {-2, -1}, {1, 0}, {-1, 0}},     // antipodes
      Matrix{{0, 0}, {1, 1}, {0, 0}, {2, -1}, {0, 0}, {1, 3}},         // zero rows
      Matrix{{0, 1}, {1, 0}, {0, -1}, {-1, 0}, {0, 2}, {3, 0}},        // axes
      Matrix{{1}, {2}, {-1}, {0.5}, {-3}, {10}},                       // d = 1
      Matrix::Zero(6, 2),
      Matrix{{1, 1}, {1 + 1e-9, 1}, {1 - 1e-9, 1}, {-1, 1}, {-1, 1 + 1e-12}, {2, 1}},  // nearly equal
  };
  for (std::size_t i = 0; i < cases.size(); ++i)
    for (const double lambda : {1e-4, 0.1, 100.0}) {
      CAPTURE(i, lambda);
      const Problem p{cases[i], y, lambda};
      check_answer(p, exact::solve(p));
    }
  const Problem zero_labels{cases[0], Vector::Zero(6), 0.1};
  CHECK(exact::solve(zero_labels).certificate.objective == 0);
  CHECK(exact::solve(zero_labels).network.width() == 0);
  const Problem single{Matrix{{1.5, -2}}, Vector{{2}}, 0.15};
  CHECK(exact::solve(single).certificate.objective == Approx(0.2364).epsilon(1e-12));
}

TEST_CASE("without weight decay the misfit is the least possible", "[exact][lambda0]") {
  const Problem interpolates = article_problem("teaser", 0);
  const exact::Result r = exact::solve(interpolates);
  CHECK(r.status == Status::Optimal);
  CHECK(r.certificate.objective <= 1e-12);
  const Problem repeated = on_the_line(Vector{{0, 0, 1, 2}}, Vector{{1, 3, 5, -1}}, 0);
  CHECK(exact::solve(repeated).status == Status::Optimal);
  CHECK(exact::solve(repeated).certificate.objective == Approx(2).epsilon(1e-8));
}

TEST_CASE("training from many starts never beats the optimum", "[exact][training][property]") {
  const Problem p = article_problem("teaser", 1e-3, Loss::Mean);
  const exact::Result best = exact::solve(p);
  double least = INFINITY;
  for (int seed = 0; seed < 200; ++seed) {
    TrainingSession session(p, {.width = 30, .initialization = Initialization::He, .seed = seed, .step_size = 0.05});
    session.step(2000);
    least = std::min(least, session.loss());
  }
  CHECK(least >= best.certificate.lower_bound);
  CHECK(least <= 3 * best.certificate.objective);
}

TEST_CASE("a warm start gives the cold answer with less work", "[exact][warm-start]") {
  Problem p = article_problem("notebook", 5e-4, Loss::Mean);
  Network network = exact::solve(p).network;
  int cold_steps = 0, warm_steps = 0;
  for (int frame = 0; frame < 60; ++frame) {
    p.y[4] += 0.01, p.X(6, 0) += 0.002;
    const exact::Result cold = exact::solve(p), warm = exact::solve(p, {.warm_start = network});
    check_answer(p, warm);
    CHECK(warm.certificate.objective == Approx(cold.certificate.objective).epsilon(2e-9));
    cold_steps += cold.newton_steps, warm_steps += warm.newton_steps;
    network = warm.network;
  }
  CHECK(warm_steps < cold_steps);
}

TEST_CASE("a warm start may end on a ray where no point is on", "[exact][warm-start][lambda0][degenerate]") {
  // Two points that hardly differ, and neurons of ten thousand that used to tell them apart.
  const Matrix X{{1.027203906210391, -2.156604815715878},
                 {0.14422293496755403, 1.735617105010489},
                 {1.0282339168669057, -1.5184436135119066},
                 {1.0272039064501741, -2.156604815064653}};
  const Problem p{X, Vector{{-0.18661447968661332, -0.3448268412987867, -0.026359398419138966, 0.9813958890859823}}, 0};
  const Network from{Matrix{{-0.0460930664566831, -0.5546968256400084},
                            {1.1777711770673978, 0.5609795292754096},
                            {-26996.811132347022, -12858.744292478572},
                            {0.06564299577883262, 0.7899652459818851}},
                     Vector{{0.5566086049914087, -1.3045470393193124, -29902.761011233833, 0.7926878911362528}}};
  const exact::Result r = exact::solve(p, {.warm_start = from});
  CHECK(r.dual.allFinite());
  CHECK(r.certificate.objective <= evaluate(p, from).objective);
  CHECK(r.certificate.lower_bound <= r.certificate.objective);
}

TEST_CASE("a solve that is stopped early says so and still bounds the optimum", "[exact][limits]") {
  const Problem p = random_problem(11, 60, 2, 1e-3, true);
  const double optimum = exact::solve(p).certificate.objective;
  for (const exact::Settings& s : {exact::Settings{.max_iterations = 2}, exact::Settings{.max_seconds = 1e-9}}) {
    const exact::Result r = exact::solve(p, s);
    CHECK(r.status != Status::Optimal);
    CHECK(r.certificate.lower_bound <= optimum);
    CHECK(r.certificate.objective >= optimum * (1 - 1e-9));
    CHECK(r.certificate.gap() > 0);
  }
}

TEST_CASE("a solve that is stopped at once answers with what it was given, never with more neurons than points",
          "[exact][limits]") {
  const Problem p = random_problem(12, 40, 2, 1e-4, true);
  const Network known = exact::solve(p).network;
  const exact::Result r = exact::solve(p, {.max_seconds = 1e-9, .warm_start = known});
  CHECK(r.certificate.objective <= evaluate(p, known).objective * (1 + 1e-12));
  for (const double seconds : {1e-6, 1e-4, 1e-3})
    CHECK(exact::solve(p, {.max_seconds = seconds}).network.width() <= 40);
}

TEST_CASE("a solve in slices is the solve in one go", "[exact][limits]") {
  const Problem p = random_problem(13, 60, 2, 1e-3, true);
  exact::Solver solver(p);
  int slices = 0;
  for (; !solver.finished(); ++slices) {
    solver.advance(1e-6);
    CHECK(solver.result().certificate.objective >= solver.result().certificate.lower_bound);
  }
  CHECK(slices > 1);
  CHECK(solver.result().certificate.objective == Approx(exact::solve(p).certificate.objective).epsilon(2e-9));
}

TEST_CASE("bad settings of the exact solver are refused by name", "[exact]") {
  const Problem p = random_problem(1, 4, 2, 0.1);
  CHECK(refusal([&] { exact::solve(p, {.tolerance = 0}); }) == "tolerance is 0, expected a number between 0 and 1");
  CHECK(refusal([&] { exact::solve(p, {.max_iterations = 0}); }) ==
        "maxIterations is 0, expected a whole number from 1 to 1000000");
  CHECK(refusal([&] { exact::solve(p, {.max_seconds = -1}); }) == "maxSeconds is -1, expected a number > 0");
  CHECK(refusal([&] {
          exact::solve(p, {.warm_start = Network{Matrix::Ones(2, 3), Vector::Ones(2)}});
        }) == "W has 3 columns, expected 2 (columns of X, bias included)");
}
