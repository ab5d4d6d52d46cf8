#include <chrono>
#include <cmath>

#include "catch.hpp"
#include "network/objective.hpp"
#include "patterns/enumerate.hpp"
#include "programme/mapping.hpp"
#include "random_problem.hpp"
#include "response/peak_by_branch_and_bound.hpp"
#include "solvers/exact/exact.hpp"
#include "solvers/fixed_patterns/fixed_patterns.hpp"
#include "training/session.hpp"

using namespace hcx;

namespace {

/// What every answer must satisfy, whatever the data.
void check_answer_in_space(const Problem& p, const exact::Result& r) {
  CHECK(r.status == Status::Optimal);
  CHECK(r.certificate.objective >= r.certificate.lower_bound * (1 - 1e-14));
  CHECK(r.network.width() <= p.X.rows());
  CHECK(evaluate(p, r.network).objective == Approx(r.certificate.objective).epsilon(1e-14));
  CHECK(programme_value(p, r.blocks) ==
        Approx(r.certificate.objective).epsilon(1e-9).margin(1e-12 * p.y.squaredNorm()));
  for (const Block& block : r.blocks)
    for (Index j = 0; j < p.X.rows(); ++j) {
      const double z = p.X.row(j).dot(block.u), tiny = 1e-9 * p.X.row(j).norm() * block.u.norm();
      CHECK((block.pattern[j] ? z >= -tiny : z <= tiny));
    }
}

struct Reference {
  Problem problem;
  std::size_t cells;  ///< but the all-off one
  double optimum;     ///< three conic solvers agree on it to 1e-8 or better
};

std::vector<Reference> references() {
  return {{Problem{Matrix{{0.379668974885706, -1.8875993871702208, -0.04415799397832963},
                          {1.7791259827385877, -1.5034280274071288, 0.5992562426037874},
                          {-0.5919894510547291, 1.5873911897579949, -0.44363893198777016},
                          {-0.6072768001673243, 1.7068373071327672, 1.3185384537507001},
                          {-0.33325095444910396, -1.994500989541723, -1.6621988296934957},
                          {0.4785139918394023, 0.4997344351567777, -1.432252801173813},
                          {1.2907856752429656, 0.5684048282957185, -0.5111503983899572},
                          {-0.11829362024204641, 0.21311402355259912, -0.5755867531619164},
                          {0.7274430364778034, -0.15491288468632564, -0.14216086409331974},
                          {0.9635287956402377, 0.48305989961435575, -1.4991728695041193},
                          {0.023379235083122032, -1.0679973963237717, 0.18988839891050127},
                          {0.4659009179369221, -1.385353406849554, 1.0111467541692956}},
                   Vector{{1.854162726914683, 0.4133473595670664, -1.140094713222523, -0.14681178902464137,
                           0.3232528331278189, 0.5125901031142813, 0.5817207569849171, -0.7165189568447908,
                           -0.48940266084759637, 0.7732915270395803, 3.0426238173238027, 0.3176653866317228}},
                   0.025},
           134, 0.8934111735636515},
          {Problem{Matrix{{0.8826192971400124, 0.3242537859615011, 0.4921243078878566},
                          {-0.16874548542199747, 0.9575255425243296, -1.5247462502871534},
                          {1.1298374179734072, -0.2858278465593662, -0.1836727918833634},
                          {-1.062469611878496, -1.6297019485694437, -0.4644923761869441},
                          {0.7063441057600603, 0.29030968490382486, 0.8532463517653569},
                          {-0.2325719923395116, 0.20083123275020465, -0.15088421833287763},
                          {-1.0790909076207886, -0.1040202838969831, -0.4617796359569432},
                          {0.7753976777380054, -0.22134994876690905, -0.053861284845669925}},
                   Vector{{0.5220993031797267, 0.9030690233502505, -0.13060889332689668, -0.14774221454458414,
                           0.15389679690728914, 0.9957189716533584, -0.9387296995239558, -1.1072844302011478}},
                   0.05},
           58, 1.4577309489217876}};
}

}  // namespace

TEST_CASE("in space the optima are those of conic solvers over all cells", "[exact][space][golden]") {
  for (const Reference& reference : references()) {
    const Problem& p = reference.problem;
    const exact::Result r = exact::solve(p);
    check_answer_in_space(p, r);
    CHECK(r.certificate.gap() <= 1e-9 * r.certificate.objective);
    CHECK(r.certificate.objective == Approx(reference.optimum).epsilon(2e-10));

    PatternSet cells{enumerate_patterns(p.X), {}};
    std::erase_if(cells.patterns, [](const Pattern& pattern) { return pattern.active() == 0; });
    CHECK(cells.patterns.size() == reference.cells);
    CHECK(fixed_patterns::solve(p, cells).certificate.objective == Approx(r.certificate.objective).epsilon(1e-9));
  }
}

TEST_CASE("in space the gap closes whatever the size", "[exact][space][property]") {
  const auto [n, d, lambda] = GENERATE(table<Index, Index, double>(
      {{20, 3, 0.1}, {20, 3, 1}, {20, 3, 1e-3}, {12, 4, 0.1}, {8, 4, 0.05}, {40, 3, 0.5}, {25, 5, 0.5}, {6, 8, 0.1}}));
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    CAPTURE(n, d, lambda, seed);
    const Problem p = random_problem(seed, n, d, lambda, seed == 2);
    const exact::Result r = exact::solve(p);
    check_answer_in_space(p, r);
    CHECK(r.certificate.gap() <= 1e-9 * r.certificate.objective);
    // The certificate needs nothing but the network and the dual.
    CHECK(certify(p, r.network, r.dual).gap() <= 1e-9 * r.certificate.objective);
  }
}

TEST_CASE("in space training never beats the optimum", "[exact][space][property]") {
  const auto seed = GENERATE(range(1, 4));
  CAPTURE(seed);
  const Problem p = random_problem(static_cast<std::uint64_t>(seed), 10, 3, 0.05, true);
  const exact::Result r = exact::solve(p);
  double best = 1e300;
  for (int start = 1; start <= 8; ++start) {
    TrainingSession session(p, {.width = 30, .initialization = Initialization::He, .seed = start, .step_size = 0.004});
    session.step(20000);
    best = std::min(best, session.loss());
  }
  CHECK(best >= r.certificate.lower_bound);
  CHECK(best <= 1.3 * r.certificate.objective);  // it comes near, so that the bound is tested
}

TEST_CASE("data in a plane of space have the plane's optimum", "[exact][space]") {
  const Problem flat = random_problem(4, 12, 2, 0.1);
  Problem p{Matrix::Zero(12, 3), flat.y, flat.lambda};
  p.X.col(0) = flat.X.col(0), p.X.col(2) = flat.X.col(1);
  const exact::Result in_space = exact::solve(p), in_the_plane = exact::solve(flat);
  check_answer_in_space(p, in_space);
  CHECK(in_space.certificate.objective == Approx(in_the_plane.certificate.objective).epsilon(1e-9));
}

TEST_CASE("in space duplicates, parallel, antipodal and zero rows are no trouble", "[exact][space]") {
  Problem p = random_problem(6, 14, 3, 0.1);
  p.X.row(1) = p.X.row(0), p.X.row(2) = 3 * p.X.row(0), p.X.row(3) = -p.X.row(0), p.X.row(4).setZero(),
  p.X.row(5) = p.X.row(6), p.y[5] = p.y[6];
  check_answer_in_space(p, exact::solve(p));
  p.X.setZero();
  const exact::Result nothing = exact::solve(p);
  CHECK(nothing.status == Status::Optimal);
  CHECK(nothing.network.width() == 0);
  p = random_problem(6, 14, 3, 0.1);
  p.y.setZero();
  CHECK(exact::solve(p).certificate.objective == 0);
}

TEST_CASE("in space the optimum does not depend on the units", "[exact][space]") {
  const Problem p = random_problem(3, 15, 3, 0.1);
  const double objective = exact::solve(p).certificate.objective;
  for (const auto& [x, y] : {std::pair(1e-6, 1.0), {1e6, 1.0}, {1.0, 1e6}, {1e-6, 1e-6}, {1e6, 1e6}}) {
    CAPTURE(x, y);
    const Problem scaled{x * p.X, y * p.y, x * y * p.lambda};
    const exact::Result r = exact::solve(scaled);
    check_answer_in_space(scaled, r);
    CHECK(r.certificate.objective == Approx(y * y * objective).epsilon(1e-9));
  }
}

TEST_CASE("in space weight decay may be tiny, absent or too large for any neuron", "[exact][space]") {
  Problem p = random_problem(5, 12, 3, 0);
  SECTION("too large") {
    const ResponsePeak peak = BranchAndBound(p.X).peak(p.y, Matrix::Identity(3, 3), {});
    p.lambda = 1.0001 * peak.value;
    CHECK(exact::solve(p).network.width() == 0);
    p.lambda = 0.999 * peak.value;
    const exact::Result r = exact::solve(p);
    check_answer_in_space(p, r);
    CHECK(r.network.width() > 0);
  }
  SECTION("tiny") {
    for (const double lambda : {1e-4, 1e-6, 1e-8}) {
      CAPTURE(lambda);
      p.lambda = lambda;
      const exact::Result r = exact::solve(p);
      check_answer_in_space(p, r);
      CHECK(r.certificate.gap() <= 1e-9 * std::max(r.certificate.objective, 1e-3 * p.y.squaredNorm()));
    }
  }
  SECTION("absent, all labels in reach") {
    const exact::Result r = exact::solve(p);
    CHECK(r.status == Status::Optimal);
    CHECK(r.certificate.objective <= 1e-12 * p.y.squaredNorm());
  }
  SECTION("absent, two labels at one point") {
    p.X.row(1) = p.X.row(0);
    const exact::Result r = exact::solve(p);
    CHECK(r.status == Status::Optimal);
    CHECK(r.certificate.lower_bound == Approx(0.5 * std::pow(p.y[0] - p.y[1], 2)).epsilon(1e-9));
  }
}

TEST_CASE("in space a warm start and slices of time lead to the same optimum", "[exact][space]") {
  Problem p = random_problem(9, 16, 3, 0.1);
  const exact::Result before = exact::solve(p);
  p.y[3] += 0.02;
  const exact::Result cold = exact::solve(p), warm = exact::solve(p, {.warm_start = before.network});
  check_answer_in_space(p, warm);
  CHECK(warm.certificate.objective == Approx(cold.certificate.objective).epsilon(2e-9));
  CHECK(warm.iterations <= cold.iterations);

  exact::Solver solver(p);
  int slices = 0;
  double last = 1e300;
  for (; !solver.finished(); ++slices) {
    solver.advance(1e-6);
    const Certificate c = solver.result().certificate;
    CHECK(c.objective >= c.lower_bound * (1 - 1e-14));
    CHECK(c.lower_bound <= cold.certificate.objective * (1 + 1e-9));
    CHECK(c.objective <= last * (1 + 1e-4));  // a master that works to a loose precision may end a little higher
    last = std::min(last, c.objective);
  }
  CHECK(slices > 3);
  CHECK(solver.result().certificate.objective == Approx(cold.certificate.objective).epsilon(2e-9));
}

TEST_CASE("in space a solve that is stopped states its bound", "[exact][space]") {
  const Problem p = random_problem(2, 100, 10, 0.5);
  const auto start = std::chrono::steady_clock::now();
  const exact::Result r = exact::solve(p, {.max_seconds = 0.05});
  CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() <
        20);  // sanitizers, slow machines
  CHECK(r.status == Status::TimeLimit);
  CHECK(r.certificate.lower_bound > 0);
  CHECK(r.certificate.lower_bound < r.certificate.objective);
  CHECK(r.certificate.objective <= p.y.squaredNorm());
  const exact::Result one = exact::solve(random_problem(2, 20, 3, 0.1), {.max_iterations = 1});
  CHECK(one.status == Status::IterationLimit);
  CHECK(one.certificate.lower_bound <= one.certificate.objective);
  // Never less than what it was given.
  const Network given = random_network(3, 5, 10);
  const exact::Result kept = exact::solve(p, {.max_seconds = 1e-9, .warm_start = given});
  CHECK(kept.certificate.objective <= std::min(evaluate(p, given).objective, p.y.squaredNorm()));
}
