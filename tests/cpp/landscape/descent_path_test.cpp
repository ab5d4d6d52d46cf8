#include "landscape/descent_path.hpp"

#include <cmath>
#include <map>

#include "catch.hpp"
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
  for (const KeyFrame& frame : frames) {
    CHECK(frame.network.width() == start.width());
    CHECK(frame.loss == evaluate(p, frame.network).objective);
  }
}

}  // namespace

TEST_CASE("from networks that training left stuck, the path never rises and ends at the optimum", "[landscape][path][property]") {
  const int seed = GENERATE(range(0, 100));
  const Index n = 4 + seed % 9;
  const double lambda = std::map<int, double>{{0, 1e-3}, {1, 1e-2}, {2, 0.1}, {3, 1.0}}[seed / 9 % 4];
  const int width = static_cast<int>(seed % 2 == 0 ? n + 1 : 2 * n);
  CAPTURE(seed, n, lambda, width);
  Problem p = random_problem(static_cast<std::uint64_t>(seed) + 1, n, 2, lambda, true);
  if (seed % 3 == 0) p.loss = Loss::Mean;
  const exact::Result optimum = exact::solve(p, {.tolerance = 1e-13});
  const Network start = trained(p, width, seed, 1500);
  check_path(p, start, optimum.network, 10000);
}
