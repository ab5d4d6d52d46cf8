#include "landscape/paths/descent_search.hpp"

#include <cmath>

#include "catch.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"

using namespace hcx;

namespace {

const Problem twelve_points = random_problem(11, 12, 2, 0.01, true);
const Network start = random_network(12, 20, 2);

DescentResult searched(const DescentSettings& settings, double slice) {
  DescentSearch search(twelve_points, start, settings);
  while (!search.finished()) search.advance(slice);
  return search.result();
}

}  // namespace

TEST_CASE("a descent finds its target by itself, in any slices", "[landscape][path]") {
  const DescentResult whole = searched({}, INFINITY), sliced = searched({}, 1e-6);
  CHECK(whole.path.reached);
  CHECK(whole.width == 20);
  CHECK(whole.dimension == 2);
  CHECK_FALSE(whole.samples);
  const double optimum = solve(twelve_points).certificate.objective;
  CHECK(whole.path.frames.back().loss <= optimum * (1 + 1e-8));
  // A solve in slices may certify its network more often, which tells in the last digits.
  CHECK(std::abs(sliced.path.frames.back().loss - whole.path.frames.back().loss) <= 1e-8 * optimum);
}

TEST_CASE("a descent to a known target is its path, and samples the loss when asked", "[landscape][path]") {
  const Network target = solve(twelve_points).network;
  const DescentResult result = searched({.target = target, .samples = 5}, INFINITY);
  const DescentPath path = descent_path(twelve_points, start, target);
  REQUIRE(result.path.frames.size() == path.frames.size());
  CHECK(result.path.frames.back().network.W == path.frames.back().network.W);
  REQUIRE(result.samples);
  CHECK(result.samples->loss == loss_along(twelve_points, path, 5).loss);
}

TEST_CASE("a descent refuses bad settings and networks before it solves", "[landscape][path]") {
  CHECK(refusal([] { DescentSearch(twelve_points, start, {.samples = 1}); }) ==
        "samples is 1, expected a whole number from 2 to 1000000");
  CHECK(refusal([] { DescentSearch(twelve_points, random_network(1, 20, 3)); }) ==
        "W has 3 columns, expected 2 (columns of X, bias included)");
}

TEST_CASE("the frame at t is the first one there or behind", "[landscape][path]") {
  const Vector places{{0, 0.25, 0.5, 1}};
  CHECK(frame_at(places, 0) == 0);
  CHECK(frame_at(places, 0.1) == 1);
  CHECK(frame_at(places, 0.25) == 1);
  CHECK(frame_at(places, 0.9) == 3);
  CHECK(frame_at(Vector{{0, 0.5}}, 0.9) == 1);
  CHECK(refusal([&] { frame_at(places, 2); }) == "t is 2, expected a number from 0 to 1");
  CHECK(refusal([&] { frame_at(places, NAN); }) == "t is nan, expected a number from 0 to 1");
  CHECK(refusal([&] { frame_at(Vector(0), 0.5); }) == "the path has 0 key frames, expected at least 1");
}

TEST_CASE("the loss along a way is that along its line or its path", "[landscape][path]") {
  const Network end = random_network(13, 20, 2);
  CHECK(loss_along(twelve_points, Way(StraightWay{start, end}), 7).loss ==
        loss_along(twelve_points, start, end, 7).loss);
  const DescentPath path = descent_path(twelve_points, start, solve(twelve_points).network);
  CHECK(loss_along(twelve_points, Way(path), 7).loss == loss_along(twelve_points, path, 7).loss);
}
