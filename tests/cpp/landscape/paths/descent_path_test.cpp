#include "landscape/paths/descent_path.hpp"

#include <cmath>
#include <vector>

#include "catch.hpp"
#include "landscape/paths/network_at.hpp"
#include "network/objective.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"
#include "solvers/exact/exact.hpp"
#include "training/session.hpp"

using namespace hcx;

namespace {

/// What rounding may add to a loss: predictions are right to some 1e-16 of y, so that their square is to 1e-12 of itself as
/// long as it is not itself at the level of rounding.
double rounding(const Problem& p, double loss) { return 1e-12 * loss + 1e-17 * p.misfit_factor() * p.y.squaredNorm(); }

/// The most by which the loss rises above what it was before, in units of rounding.
double largest_rise(const Problem& p, const DescentPath& path, int samples) {
  double least = INFINITY, rise = 0;
  for (int i = 0; i <= samples; ++i) {
    const double loss = evaluate(p, network_at(path, static_cast<double>(i) / samples)).objective;
    rise = std::max(rise, (loss - least) / rounding(p, least));
    least = std::min(least, loss);
  }
  return rise;
}

/// A neuron that is there before and after keeps its sign and, but for merging, its direction.
bool neurons_keep_their_rows(const KeyFrame& before, const KeyFrame& after) {
  for (Index i = 0; i < before.network.width(); ++i) {
    const double a = before.network.alpha[i], b = after.network.alpha[i];
    const Vector u = before.network.W.row(i).transpose(), v = after.network.W.row(i).transpose();
    if (a == 0 || b == 0) continue;
    const bool one_direction = (u.normalized() - v.normalized()).norm() <= 1e-14;
    if (a * b < 0 || (after.stage != PathStage::Merge && !one_direction)) return false;
  }
  return true;
}

Network trained(const Problem& p, int width, std::int64_t seed, std::int64_t steps) {
  TrainingSession session(p, {.width = width, .scale = 0.5, .seed = seed, .step_size = 0.02});
  session.step(steps);
  return session.network();
}

void check_path(const Problem& p, const Network& start, const Network& target, int samples) {
  const DescentPath path = descent_path(p, start, target);
  const auto& frames = path.frames;
  CHECK(frames.front().network.W == start.W);
  CHECK(frames.front().network.alpha == start.alpha);
  CHECK(network_at(path, 0).W == start.W);
  CHECK(path.reached);
  const double optimum = evaluate(p, target).objective;
  CHECK(std::abs(frames.back().loss - optimum) <= rounding(p, optimum));
  CHECK(largest_rise(p, path, samples) <= 1);
  for (std::size_t i = 0; i < frames.size(); ++i) {
    CHECK(frames[i].network.width() == start.width());
    CHECK(frames[i].loss == evaluate(p, frames[i].network).objective);
    if (i > 0) CHECK(neurons_keep_their_rows(frames[i - 1], frames[i]));
  }
}

}  // namespace

TEST_CASE("from networks that training left stuck, the path never rises and ends at the optimum",
          "[landscape][path][property]") {
  const int seed = GENERATE(range(0, 100));
  const Index n = 4 + seed % 9;
  const double lambda = std::pow(10.0, -(seed / 9 % 5));
  const int width = static_cast<int>(seed % 2 == 0 ? n + 1 : 2 * n);
  CAPTURE(seed, n, lambda, width);
  Problem p = random_problem(static_cast<std::uint64_t>(seed) + 1, n, 2, lambda, true);
  if (seed % 3 == 0) p.loss = Loss::Mean;
  const Network optimum = exact::solve(p, {.tolerance = 1e-13}).network;
  check_path(p, trained(p, width, seed, 500), optimum, seed < 3 ? 10000 : 1000);
  check_path(p, random_network(static_cast<std::uint64_t>(seed), width, 2), optimum, 300);
}

TEST_CASE("degenerate data and data without a bias have their paths", "[landscape][path][degenerate]") {
  const Vector y{{1, -2, 3, 0.5, -1, 2}};
  const std::vector<Matrix> cases = {
      Matrix{{1, 1}, {1, 1}, {2, 1}, {2, 1}, {-1, 1}, {-1, 1}},        // duplicates
      Matrix{{1, 2}, {2, 4}, {-1, -2}, {0.5, 1}, {-3, -6}, {10, 20}},  // one line through the origin
      Matrix{{1, 1}, {-1, -1}, {2, 1}, {-2, -1}, {1, 0}, {-1, 0}},     // antipodes
      Matrix{{0, 0}, {1, 1}, {0, 0}, {2, -1}, {0, 0}, {1, 3}},         // zero rows
      Matrix{{1}, {2}, {-1}, {0.5}, {-3}, {10}},                       // d = 1
      Matrix::Zero(6, 2),
  };
  for (std::size_t i = 0; i < cases.size(); ++i)
    for (const double lambda : {0.0, 1e-3, 0.1, 100.0})
      for (const Index width : {7, 12}) {
        CAPTURE(i, lambda, width);
        const Problem p{cases[i], y, lambda};
        const Network optimum = exact::solve(p, {.tolerance = 1e-13}).network;
        check_path(p, random_network(i + 1, width, cases[i].cols()), optimum, 200);
      }
}

TEST_CASE("in any dimension: without weight decay a network that interpolates is an optimum", "[landscape][path]") {
  const int seed = GENERATE(range(1, 11));
  const Index d = GENERATE(3, 5), n = 8;
  CAPTURE(seed, d);
  Problem p = random_problem(static_cast<std::uint64_t>(seed), n, d, 0);
  const Network teacher = random_network(static_cast<std::uint64_t>(seed) + 50, 4, d);
  p.y = predict(teacher, p.X);
  check_path(p, random_network(static_cast<std::uint64_t>(seed) + 100, n + 1, d), teacher, 200);
}

TEST_CASE("one data point: (a w - 1)^2 + 0.1 (w^2 + a^2) from 1 down to 0.19", "[landscape][path][closed-form]") {
  const Problem p{Matrix{{1}}, Vector{{1}}, 0.1};
  const double root = std::sqrt(0.9);
  const Network optimum{Matrix{{root}}, Vector{{root}}};
  // One neuron has no output weight, the other sees nothing: both shrink, then the optimum grows.
  const DescentPath path = descent_path(p, {Matrix{{2}, {-1}}, Vector{{0, 1}}}, optimum);
  REQUIRE(path.frames.size() == 3);
  CHECK(path.frames[0].loss == Approx(1.6));
  CHECK(path.frames[1].stage == PathStage::Balance);
  CHECK(path.frames[1].loss == Approx(1));
  CHECK(path.frames[2].stage == PathStage::Interpolate);
  CHECK(path.frames[2].loss == Approx(0.19).epsilon(1e-14));
  CHECK(path.frames[2].t == 1);
  // Half of the way in the product: (0.45 - 1)^2 + 0.2 * 0.45.
  const double half = (path.frames[1].t + 1) / 2;
  CHECK(evaluate(p, network_at(path, half)).objective == Approx(0.3025 + 0.09));
}

TEST_CASE("balanced neurons of one pattern and sign merge by their products", "[landscape][path][closed-form]") {
  const Problem p{Matrix{{1}}, Vector{{1}}, 0.1};
  const DescentPath path = descent_path(p, {Matrix{{1}, {2}}, Vector{{1, 2}}}, {Matrix{{1}}, Vector{{0.9}}});
  REQUIRE(path.frames.size() >= 2);
  CHECK(path.frames[1].stage == PathStage::Merge);
  CHECK(path.frames[1].network.alpha[0] == 0);
  CHECK(path.frames[1].network.W(1, 0) == Approx(std::sqrt(5.0)));
  CHECK(path.frames[1].loss == Approx(path.frames[0].loss));
}

TEST_CASE("a path from the optimum stays there", "[landscape][path]") {
  const Problem p = random_problem(3, 8, 2, 0.01, true);
  Network optimum = exact::solve(p).network;
  const Index q = optimum.width();
  Network start{Matrix::Zero(9, 2), Vector::Zero(9)};
  start.W.topRows(q) = optimum.W, start.alpha.head(q) = optimum.alpha;
  const DescentPath path = descent_path(p, start, optimum);
  CHECK(path.frames.size() <= 2);
  CHECK(path.reached);
  CHECK(evaluate(p, network_at(path, 0.5)).objective == Approx(evaluate(p, optimum).objective).epsilon(1e-12));
}

TEST_CASE("towards a network that is no optimum, the path stops where the loss would rise", "[landscape][path]") {
  const Problem p = random_problem(4, 6, 2, 0.01, true);
  const DescentPath path = descent_path(p, trained(p, 12, 1, 500), random_network(5, 6, 2));
  CHECK_FALSE(path.reached);
  CHECK(largest_rise(p, path, 500) <= 1);
}

TEST_CASE("less room than n + 1 is enough where both networks fit, and is refused otherwise", "[landscape][path]") {
  const Problem p = random_problem(6, 8, 2, 1, true);
  const Network optimum = exact::solve(p, {.tolerance = 1e-13}).network;
  REQUIRE(optimum.width() <= 5);
  check_path(p, random_network(1, optimum.width() + 1, 2), optimum, 200);  // one neuron and the optimum's
  const Problem loose = random_problem(6, 8, 2, 1e-4, true);
  CHECK(refusal([&] { descent_path(loose, random_network(7, 4, 2), exact::solve(loose).network); }) ==
        "width is 4, expected at least 9 (rows of X + 1)");
  CHECK(refusal([&] { descent_path(p, random_network(1, 9, 3), optimum); }) ==
        "W has 3 columns, expected 2 (columns of X, bias included)");
  CHECK(refusal([&] { network_at(descent_path(p, random_network(1, 9, 2), optimum), 1.5); }) ==
        "t is 1.5, expected a number from 0 to 1");
}
