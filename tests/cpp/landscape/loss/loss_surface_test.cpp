#include "landscape/loss/loss_surface.hpp"

#include <cmath>

#include "catch.hpp"
#include "network/objective.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"

using namespace hcx;

namespace {

/// How far the grid is from `evaluate`, relative to the loss, at its worst over some of the points.
double worst_error(const Problem& problem, const SurfaceSettings& s, std::uint64_t seed) {
  LossSurface surface(problem, s);
  surface.advance();
  Random random(seed);
  double worst = 0;
  for (int k = 0; k < 200; ++k) {
    const auto r = static_cast<Index>(random.uniform(0, s.rows)), c = static_cast<Index>(random.uniform(0, s.cols));
    const double loss = evaluate(problem, network_at(s.plane, s.u_at(c), s.v_at(r))).objective;
    worst = std::max(worst, std::abs(surface.values()[static_cast<std::size_t>(r * s.cols + c)] - loss) / loss);
  }
  return worst;
}

SurfaceSettings over(const LossPlane& plane, double from, double to, int rows, int cols) {
  SurfaceSettings s;
  s.plane = plane;
  s.u = Vector{{from, to}}, s.v = Vector{{to - 3, to}};
  s.rows = rows, s.cols = cols;
  return s;
}

std::vector<LossPlane> planes_around(const Network& network, std::uint64_t seed) {
  const Parameter w{Layer::First, 0, 0}, other{Layer::First, 1, 0}, alpha{Layer::Second, 0, 0},
      second{Layer::Second, 1, 0};
  const Index m = network.width(), d = network.W.cols();
  return {plane_of_parameters(network, w, other),
          plane_of_parameters(network, w, alpha),
          plane_of_parameters(network, alpha, w),
          plane_of_parameters(network, other, alpha),
          plane_of_parameters(network, alpha, second),
          random_plane(network, static_cast<std::int64_t>(seed)),
          random_plane(network, static_cast<std::int64_t>(seed), Normalization::None),
          plane_through({network, random_network(seed + 1, m, d), random_network(seed + 2, m, d)}),
          {network, random_network(seed + 3, m, d), {Matrix::Zero(m, d), Vector::Zero(m)}}};
}

}  // namespace

TEST_CASE("a grid has the losses of its networks, on every kind of plane", "[landscape][surface][property]") {
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    const Index n = 1 + static_cast<Index>(seed * 7 % 23), d = 1 + static_cast<Index>(seed % 4);
    const Index m = 2 + static_cast<Index>(seed * 5 % 31);
    Problem problem = random_problem(seed, n, d, seed % 3 == 0 ? 0 : 0.1, seed % 2 == 1 && d > 1);
    if (seed % 2 == 0) problem.loss = Loss::Mean;
    for (const LossPlane& plane : planes_around(random_network(seed + 50, m, d), seed)) {
      CHECK(worst_error(problem, over(plane, -2, 1, 19, 33), seed) <= 1e-13);
      CHECK(worst_error(problem, over(plane, 5, 5.5, 5, 64), seed) <= 1e-13);
    }
  }
}

TEST_CASE("the article's surface: the loss is 0 at (-1, 2) and (2, -1)", "[landscape][surface][golden]") {
  const Problem article{Matrix{{-1}, {1}}, Vector{{1, 2}}, 0};
  const Network ones{Matrix::Zero(2, 1), Vector::Ones(2)};
  SurfaceSettings s;
  s.plane = plane_of_parameters(ones, {Layer::First, 0, 0}, {Layer::First, 1, 0});
  s.u = s.v = Vector{{-4, 4}};
  s.rows = s.cols = 9;
  LossSurface surface(article, s);
  surface.advance();
  const auto at = [&](int u, int v) { return surface.values()[static_cast<std::size_t>((v + 4) * 9 + u + 4)]; };
  CHECK(at(-1, 2) == 0);
  CHECK(at(2, -1) == 0);
  CHECK(at(1, 1) == 1);   // on the valley w1 + w2 = 2
  CHECK(at(-1, 0) == 4);  // and w1 + w2 = -1
  CHECK(at(0, 0) == 5);
  CHECK(at(4, 4) == 37);
}

TEST_CASE("cells are the patterns of the networks", "[landscape][surface][property]") {
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    const Index n = 6, m = 3, d = 1 + static_cast<Index>(seed % 3);
    const Problem problem = random_problem(seed, n, d, 0);
    for (const LossPlane& plane : planes_around(random_network(seed + 9, m, d), seed)) {
      SurfaceSettings s = over(plane, -2, 1, 11, 16);
      s.cells = true;
      LossSurface surface(problem, s);
      surface.advance();
      for (Index r = 0; r < s.rows; ++r)
        for (Index c = 0; c < s.cols; ++c) {
          const Network network = network_at(plane, s.u_at(c), s.v_at(r));
          const int cell = surface.cells()[static_cast<std::size_t>(r * s.cols + c)];
          REQUIRE(cell >= 0);
          const Pattern& pattern = surface.patterns()[static_cast<std::size_t>(cell)];
          bool right = true;
          for (Index i = 0; i < m; ++i)
            for (Index j = 0; j < n; ++j) {
              const double z = problem.X.row(j).dot(network.W.row(i));
              if (std::abs(z) > 1e-12) right = right && pattern[i * n + j] == (z > 0);
            }
          CHECK(right);
        }
    }
  }
}

TEST_CASE("a surface in bands is the surface in one", "[landscape][surface]") {
  const Problem problem = random_problem(3, 200, 2, 0.1);
  const SurfaceSettings s = over(random_plane(random_network(4, 100, 2), 1), -1, 1, 40, 500);
  LossSurface whole(problem, s), banded(problem, s);
  CHECK(whole.rows_done() == 0);
  CHECK(std::isnan(whole.values()[0]));
  whole.advance();
  int slices = 0;
  for (Index before = 0; !banded.finished(); ++slices) {
    banded.advance(1e-9);
    CHECK(banded.rows_done() >= before);
    before = banded.rows_done();
  }
  CHECK(slices > 40);
  CHECK(banded.values() == whole.values());
  CHECK(whole.cells().empty());
  CHECK(whole.patterns().empty());
}

TEST_CASE("grids that cannot be are refused by name", "[landscape][surface]") {
  const Problem problem = random_problem(1, 3, 2, 0);
  const SurfaceSettings good = over(random_plane(random_network(1, 2, 2), 1), -1, 1, 4, 4);
  const auto of = [&](auto change) {
    SurfaceSettings s = good;
    change(s);
    return refusal([&] { LossSurface(problem, s); });
  };
  CHECK(of([](auto& s) { s.rows = 1; }) == "rows is 1, expected a whole number from 2 to 4096");
  CHECK(of([](auto& s) { s.cols = 5000; }) == "cols is 5000, expected a whole number from 2 to 4096");
  CHECK(of([](auto& s) { s.rows = s.cols = 4096; }) ==
        "rows x cols is 16777216, expected a whole number from 4 to 10000000");
  CHECK(of([](auto& s) { s.u = Vector{{1, 1}}; }) == "u is from 1 to 1, expected from < to, a finite distance apart");
  CHECK(of([](auto& s) { s.v = Vector{{1, 2, 3}}; }) == "v has 3 values, expected 2 (from, to)");
  CHECK(of([](auto& s) { s.v[0] = NAN; }) == "v[0] is nan, expected a finite number");
  CHECK(of([](auto& s) {
          s.u = Vector{{-1.7e308, 1.7e308}};
        }) == "u is from -1.7e+308 to 1.7e+308, expected from < to, a finite distance apart");
  CHECK(of([](auto& s) {
          s.u = Vector{{0, 1e100}};
        }) == "the weights on the grid, X or y are so large that the loss may not be finite");
  CHECK(of([](auto& s) { s.plane.v = random_network(1, 3, 2); }) ==
        "plane.v.W is 3 x 2, expected 2 x 2 (as plane.origin)");
  CHECK(of([](auto& s) { s.plane.u.alpha[1] = INFINITY; }) == "plane.u.alpha[1] is inf, expected a finite number");
  CHECK(of([](auto& s) { s.plane = {}; }) == "plane.origin.alpha has 0 values, expected at least 1 neuron");
  CHECK(of([](auto& s) { s.plane = random_plane(random_network(1, 2, 3), 1); }) ==
        "plane.origin.W is 2 x 3, expected 2 x 2 (length of its alpha x columns of X, bias included)");
  CHECK(of([](auto& s) {
          s.plane = random_plane(random_network(1, 100, 2), 1);
          s.cells = true;
        }) == "width x rows of X (for cells) is 300, expected a whole number from 1 to 200");
}
