#include "landscape/loss/loss_plane.hpp"

#include <cmath>

#include "catch.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"

using namespace hcx;

namespace {

double distance(const Network& a, const Network& b) {
  return std::sqrt((a.W - b.W).squaredNorm() + (a.alpha - b.alpha).squaredNorm());
}

}  // namespace

TEST_CASE("a plane of two weights has their values as coordinates, whatever they were", "[landscape][plane]") {
  const Network network = random_network(1, 3, 2);
  const LossPlane plane = plane_of_parameters(network, {Layer::First, 2, 1}, {Layer::Second, 0, 0});
  Network expected = network;
  expected.W(2, 1) = 5;
  expected.alpha[0] = -7;
  CHECK(distance(network_at(plane, 5, -7), expected) == 0);
  CHECK(distance(network_at(plane, network.W(2, 1), network.alpha[0]), network) == 0);
}

TEST_CASE("a plane through three networks meets them", "[landscape][plane]") {
  const std::vector<Network> networks{random_network(1, 4, 3), random_network(2, 4, 3), random_network(3, 4, 3)};
  const LossPlane plane = plane_through(networks);
  CHECK(distance(network_at(plane, 0, 0), networks[0]) == 0);
  CHECK(distance(network_at(plane, 1, 0), networks[1]) <= 1e-14);
  CHECK(distance(network_at(plane, 0, 1), networks[2]) <= 1e-14);
  const PlaneCoordinates at = coordinates_of(plane, networks);
  CHECK((at.u - Vector{{0, 1, 0}}).norm() <= 1e-14);
  CHECK((at.v - Vector{{0, 0, 1}}).norm() <= 1e-14);
  CHECK(at.distance.norm() <= 1e-14);
}

TEST_CASE("random directions have each neuron's own lengths", "[landscape][plane]") {
  Network network = random_network(5, 6, 3);
  network.W.row(4).setZero();
  const LossPlane plane = random_plane(network, 7), same = random_plane(network, 7), other = random_plane(network, 8);
  CHECK(distance(plane.u, same.u) == 0);
  CHECK(distance(plane.u, other.u) > 0.1);
  CHECK(distance(plane.u, plane.v) > 0.1);
  for (const Network* direction : {&plane.u, &plane.v})
    for (Index i = 0; i < network.width(); ++i) {
      CHECK(std::abs(direction->W.row(i).norm() - network.W.row(i).norm()) <= 1e-15 * 10);
      CHECK(std::abs(direction->alpha[i]) == std::abs(network.alpha[i]));
    }
  const LossPlane plain = random_plane(network, 7, Normalization::None);
  CHECK(plain.u.W.row(4).norm() > 0);
  CHECK(plain.u.W.row(0).normalized().dot(plane.u.W.row(0).normalized()) > 1 - 1e-14);
}

TEST_CASE("coordinates are those of the nearest network of the plane", "[landscape][plane][property]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const LossPlane plane = random_plane(random_network(seed, 3, 2), static_cast<std::int64_t>(seed));
    const Network network = random_network(seed + 100, 3, 2), inside = network_at(plane, 0.3, -2);
    const PlaneCoordinates at = coordinates_of(plane, {network, inside});
    CHECK(std::abs(at.u[1] - 0.3) + std::abs(at.v[1] + 2) + at.distance[1] <= 1e-13);
    const double nearest = distance(network_at(plane, at.u[0], at.v[0]), network);
    CHECK(std::abs(nearest - at.distance[0]) <= 1e-14 * (1 + nearest));
    for (const double step : {1e-3, -1e-3}) {
      CHECK(distance(network_at(plane, at.u[0] + step, at.v[0]), network) > nearest);
      CHECK(distance(network_at(plane, at.u[0], at.v[0] + step), network) > nearest);
    }
  }
}

TEST_CASE("what lays no plane is refused by name", "[landscape][plane]") {
  const Network network = random_network(1, 2, 2), none{Matrix(0, 2), Vector(0)};
  const auto of = [&](Parameter u, Parameter v) { return refusal([&] { plane_of_parameters(network, u, v); }); };
  CHECK(of({Layer::First, 2, 0}, {}) == "u.neuron is 2, expected a whole number from 0 to 1");
  CHECK(of({}, {Layer::First, 0, -1}) == "v.input is -1, expected a whole number from 0 to 1");
  CHECK(of({}, {}) == "u and v are the same weight, expected two different ones");
  CHECK(of({Layer::Second, 1, 0}, {Layer::Second, 1, 1}) == "u and v are the same weight, expected two different ones");
  CHECK(refusal([&] { random_plane(network, -1); }) ==
        "seed is -1, expected a whole number from 0 to 9007199254740991");
  CHECK(refusal([&] { random_plane(none, 0); }) == "network.alpha has 0 values, expected at least 1 neuron");
  CHECK(refusal([&] { plane_through({network, network}); }) == "networks has 2 networks, expected 3");
  CHECK(refusal([&] {
          plane_through({network, network, random_network(1, 3, 2)});
        }) == "networks[2].W is 3 x 2, expected 2 x 2 (as networks[0])");
  const LossPlane flat = plane_through({network, random_network(2, 2, 2), network});
  CHECK(refusal([&] { coordinates_of(flat, {network}); }) ==
        "plane.u and plane.v are dependent, expected two directions that span a plane");
  const LossPlane plane = random_plane(network, 0);
  CHECK(refusal([&] {
          coordinates_of(plane, {network, random_network(1, 2, 3)});
        }) == "networks[1].W is 2 x 3, expected 2 x 2 (as plane.origin)");
  CHECK(refusal([&] { network_at(plane, INFINITY, 0); }) == "u is inf, expected a finite number");
}
