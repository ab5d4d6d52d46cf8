#include "landscape/loss/basin_map.hpp"

#include <cmath>

#include "catch.hpp"
#include "network/objective.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"
#include "training/session.hpp"

using namespace hcx;

namespace {

Problem article() { return {Matrix{{-1}, {1}}, Vector{{1, 2}}, 0}; }

BasinSettings over(const LossPlane& plane, int rows, int cols) {
  BasinSettings s;
  s.plane = plane;
  s.rows = rows, s.cols = cols;
  return s;
}

LossPlane first_layer_plane() {
  return plane_of_parameters({Matrix::Zero(2, 1), Vector::Ones(2)}, {Layer::First, 0, 0}, {Layer::First, 1, 0});
}

std::size_t index(Index i) { return static_cast<std::size_t>(i); }

}  // namespace

TEST_CASE("two neurons with fixed output weights end at 0, y1^2 or y2^2", "[landscape][basins][golden]") {
  BasinSettings s = over(first_layer_plane(), 15, 20);  // 300 starts
  s.u = Vector{{-3.1, 2.9}}, s.v = Vector{{-2.8, 3.3}};
  s.layers = TrainedLayers::First;
  s.step_size = 0.05;
  BasinMap map(article(), s);
  map.advance();
  const Basins basins = map.basins();
  REQUIRE(basins.ends.size() == 3);
  Index starts = 0;
  for (std::size_t e = 0; e < 3; ++e) {
    CHECK(std::abs(basins.ends[e].loss - std::vector<double>{0, 1, 4}[e]) <= 1e-9);
    CHECK(basins.ends[e].count > 20);
    starts += basins.ends[e].count;
  }
  CHECK(starts == 300);
}

TEST_CASE("above step size 1/2 the valley w1 + w2 = 2 holds no run", "[landscape][basins][golden]") {
  BasinSettings s = over(first_layer_plane(), 8, 8);
  s.u = s.v = Vector{{0.3, 1.6}};
  s.layers = TrainedLayers::First;
  s.max_steps = 20'000;
  for (const double step : {0.49, 0.51}) {
    s.step_size = step;
    BasinMap map(article(), s);
    map.advance();
    Index in_the_valley = 0;
    for (const double loss : map.losses()) in_the_valley += std::abs(loss - 1) < 1e-6;
    CHECK((in_the_valley > 30) == (step < 0.5));
  }
}

TEST_CASE("ends are those of training runs", "[landscape][basins][property]") {
  bool ended[3] = {};
  for (std::uint64_t seed = 0; seed < 16; ++seed) {
    const Index d = 1 + static_cast<Index>(seed % 4), m = 1 + static_cast<Index>(seed % 5);
    Problem problem = random_problem(seed, 5, d, seed % 2 == 0 ? 0 : 0.05);
    if (seed % 3 == 0) problem.loss = Loss::Mean;
    BasinSettings s = over(random_plane(random_network(seed + 7, m, d), 3), 3, 5);
    s.u = s.v = Vector{{-1, 1}};
    s.max_steps = 2000;
    s.tolerance = 1e-3;
    s.step_size = seed % 4 == 3 ? 5 : 0.003;  // in between runs may be chaotic, and rounding shows
    const bool frozen = seed >= 8;
    if (frozen) s.layers = TrainedLayers::First;
    BasinMap map(problem, s);
    map.advance();
    for (Index r = 0; r < s.rows; ++r)
      for (Index c = 0; c < s.cols; ++c) {
        const std::size_t at = index(r * s.cols + c);
        TrainingSession session(problem, {.step_size = s.step_size,
                                          .second_layer_rate = frozen ? 0.0 : 1.0,
                                          .weights = network_at(s.plane, s.u_at(c), s.v_at(r))});
        const auto end = static_cast<DescentEnd>(map.statuses()[at]);
        session.step(map.steps()[at]);
        CHECK((session.status() == TrainingStatus::Diverged) == (end == DescentEnd::Diverged));
        if (end == DescentEnd::Diverged) {
          CHECK(std::isinf(map.losses()[at]));
          ended[2] = true;
          continue;
        }
        CHECK(std::abs(session.loss() - map.losses()[at]) <= 1e-9 * map.losses()[at]);
        const Gradient g = gradient(problem, session.network());
        const Network weights = session.network();
        const double pull = std::sqrt((g.W.squaredNorm() + (frozen ? 0 : g.alpha.squaredNorm())) *
                                      (weights.W.squaredNorm() + weights.alpha.squaredNorm()));
        const double least = s.tolerance * problem.misfit_factor() * problem.y.squaredNorm();
        if (end == DescentEnd::Converged) CHECK(pull <= least * (1 + 1e-6));
        if (end == DescentEnd::StepLimit) CHECK((map.steps()[at] == s.max_steps && pull > least * (1 - 1e-6)));
        ended[static_cast<std::size_t>(end)] = true;
      }
  }
  CHECK((ended[0] && ended[1] && ended[2]));
}

TEST_CASE("with the second layer fixed only the first is trained", "[landscape][basins][property]") {
  for (const Index m : {1, 2, 3})
    for (const Index d : {1, 2, 3}) {
      const Problem problem = random_problem(static_cast<std::uint64_t>(m * 10 + d), 4, d, 0.01);
      BasinSettings s = over(random_plane(random_network(3, m, d), 5), 2, 3);
      s.layers = TrainedLayers::First;
      s.max_steps = 50;
      s.tolerance = 0;
      s.step_size = 1e-3;
      BasinMap map(problem, s);
      map.advance();
      for (Index k = 0; k < 6; ++k) {
        Network network = network_at(s.plane, s.u_at(k % 3), s.v_at(k / 3));
        for (int step = 0; step < 50; ++step) network.W -= s.step_size * gradient(problem, network).W;
        const double loss = evaluate(problem, network).objective;
        CHECK(std::abs(map.losses()[index(k)] - loss) <= 1e-12 * loss);
      }
    }
}

TEST_CASE("a map in bands is the map in one", "[landscape][basins]") {
  const Problem problem = random_problem(3, 20, 2, 0.1);
  BasinSettings s = over(random_plane(random_network(4, 10, 2), 1), 7, 9);
  s.max_steps = 3000;
  s.step_size = 1e-5;
  s.tolerance = 0;
  BasinMap whole(problem, s), banded(problem, s);
  whole.advance();
  int slices = 0;
  for (; !banded.finished(); ++slices) banded.advance(1e-9);
  CHECK(slices > 7);
  CHECK(banded.losses() == whole.losses());
  CHECK(banded.steps() == whole.steps());
  CHECK(banded.basins().of_start == whole.basins().of_start);
}

TEST_CASE("settings of a basin map that cannot be are refused by name", "[landscape][basins]") {
  const BasinSettings good = over(first_layer_plane(), 4, 4);
  const auto of = [&](auto change) {
    BasinSettings s = good;
    change(s);
    return refusal([&] { BasinMap(article(), s); });
  };
  CHECK(of([](auto& s) { s.step_size = 0; }) == "stepSize is 0, expected a finite number > 0");
  CHECK(of([](auto& s) { s.max_steps = -1; }) == "maxSteps is -1, expected a whole number from 0 to 10000000");
  CHECK(of([](auto& s) { s.tolerance = -1; }) == "tolerance is -1, expected a finite number >= 0");
  CHECK(of([](auto& s) { s.value_tolerance = NAN; }) == "valueTolerance is nan, expected a finite number >= 0");
  CHECK(of([](auto& s) { s.rows = 1; }) == "rows is 1, expected a whole number from 2 to 4096");
}
