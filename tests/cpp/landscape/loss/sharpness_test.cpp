#include "landscape/loss/sharpness.hpp"

#include <Eigen/Eigenvalues>
#include <cmath>

#include "catch.hpp"
#include "landscape/loss/largest_eigenvalue.hpp"
#include "landscape/paths/loss_along.hpp"
#include "network/objective.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"

using namespace hcx;

namespace {

const Problem article_points{Matrix{{-1}, {1}}, Vector{{1, 2}}, 0};

Vector flat_gradient(const Problem& problem, const Network& network, bool both) {
  const Gradient g = gradient(problem, network);
  Vector flat(g.W.size() + (both ? g.alpha.size() : 0));
  flat.head(g.W.size()) = g.W.reshaped<Eigen::RowMajor>();
  if (both) flat.tail(g.alpha.size()) = g.alpha;
  return flat;
}

/// By central differences of the gradient, which is a polynomial of degree three near the network.
double largest_by_differences(const Problem& problem, const Network& network, bool both) {
  constexpr double h = 1e-5;
  const Index size = network.W.size() + (both ? network.width() : 0);
  Eigen::MatrixXd H(size, size);
  for (Index p = 0; p < size; ++p) {
    Network up = network, down = network;
    double* const weights[] = {p < network.W.size() ? up.W.data() + p : up.alpha.data() + (p - network.W.size()),
                               p < network.W.size() ? down.W.data() + p : down.alpha.data() + (p - network.W.size())};
    *weights[0] += h;
    *weights[1] -= h;
    H.col(p) = (flat_gradient(problem, up, both) - flat_gradient(problem, down, both)) / (2 * h);
  }
  return Eigen::MatrixXd(0.5 * (H + H.transpose())).selfadjointView<Eigen::Lower>().eigenvalues().maxCoeff();
}

}  // namespace

TEST_CASE("the article's two neurons: the valley w1 + w2 = 2 is stable below 1/2", "[landscape][sharpness][golden]") {
  const SharpnessSettings first{TrainedLayers::First};
  const Sharpness valley = sharpness(article_points, {Matrix{{1.5}, {0.5}}, Vector::Ones(2)}, first);
  CHECK(valley.largest == 4);
  CHECK(valley.stable_step_size == 0.5);
  CHECK(valley.kinks == 0);
  CHECK(valley.gradient_norm == 0);
  const Sharpness global = sharpness(article_points, {Matrix{{2}, {-1}}, Vector::Ones(2)}, first);
  CHECK(std::abs(global.largest - 2) <= 1e-15 * 4);
  CHECK(std::abs(global.stable_step_size - 1) <= 1e-15 * 4);
}

TEST_CASE("at a kink both sides count", "[landscape][sharpness][golden]") {
  // The second neuron may leave to either side: with the first one it sees x = 1, alone x = -1.
  const Sharpness end = sharpness(article_points, {Matrix{{2}, {0}}, Vector::Ones(2)}, {TrainedLayers::First});
  CHECK(end.kinks == 2);
  REQUIRE(end.sides.size() == 2);
  CHECK(std::abs(end.sides[0] - 2) <= 1e-14);
  CHECK(std::abs(end.sides[1] - 4) <= 1e-14);
  CHECK(end.largest == end.sides[1]);
  CHECK(end.all_sides);
}

TEST_CASE("too many sides to list are said to be", "[landscape][sharpness]") {
  const Problem problem = random_problem(1, 30, 3, 0);
  const Sharpness s = sharpness(problem, {Matrix::Zero(8, 3), Vector::Ones(8)});
  CHECK(s.kinks == 240);
  CHECK(s.sides.size() == 64);
  CHECK_FALSE(s.all_sides);
}

TEST_CASE("the largest eigenvalue is that of differences of gradients", "[landscape][sharpness][property]") {
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    const Index d = 1 + static_cast<Index>(seed % 3), m = 1 + static_cast<Index>(seed % 6);
    Problem problem = random_problem(seed, 7, d, seed % 2 == 0 ? 0 : 0.3);
    if (seed % 4 == 0) problem.loss = Loss::Mean;
    const Network network = random_network(seed + 31, m, d);
    for (const auto layers : {TrainedLayers::First, TrainedLayers::Both}) {
      const Sharpness s = sharpness(problem, network, {layers});
      const double expected = largest_by_differences(problem, network, layers == TrainedLayers::Both);
      CHECK(std::abs(s.largest - expected) <= 1e-7 * (1 + std::abs(expected)));
    }
  }
}

TEST_CASE("largest eigenvalues of symmetric matrices", "[landscape][sharpness]") {
  for (const Index size : {1, 2, 5, 60, 450}) {
    Random random(static_cast<std::uint64_t>(size));
    Eigen::MatrixXd A(size, size);
    for (double& x : A.reshaped()) x = random.normal();
    A = (A + A.transpose()).eval();
    const double expected = A.selfadjointView<Eigen::Lower>().eigenvalues().maxCoeff();
    const double found = largest_eigenvalue(size, [&](const Vector& v) { return Vector(A * v); });
    CHECK(std::abs(found - expected) <= 1e-12 * std::abs(expected));
    CHECK(std::abs(largest_eigenvalue(size, [&](const Vector& v) { return Vector(-3 * v); }) + 3) <= 1e-14);
    CHECK(largest_eigenvalue(size, [&](const Vector& v) { return Vector(0 * v); }) == 0);
  }
}

TEST_CASE("sharpness is refused where there is none", "[landscape][sharpness]") {
  CHECK(refusal([] {
          sharpness(article_points, {Matrix(0, 1), Vector(0)});
        }) == "alpha has 0 values, expected at least 1 neuron");
  CHECK(refusal([] { sharpness(article_points, random_network(1, 60'000, 1)); }) ==
        "number of trained weights is 120000, expected a whole number from 1 to 100000");
  CHECK(refusal([] { sharpness(article_points, random_network(1, 2, 2)); }) ==
        "W has 2 columns, expected 1 (columns of X, bias included)");
}

TEST_CASE("the loss along a line begins and ends with the networks", "[landscape][along]") {
  const Problem problem = random_problem(1, 6, 2, 0.1);
  const Network from = random_network(1, 3, 2), to = random_network(2, 3, 2);
  const LossProfile profile = loss_along(problem, from, to, 5);
  CHECK(profile.t == Vector{{0, 0.25, 0.5, 0.75, 1}});
  CHECK(profile.loss[0] == evaluate(problem, from).objective);
  CHECK(profile.loss[4] == evaluate(problem, to).objective);
  const Network middle{(from.W + to.W) / 2, (from.alpha + to.alpha) / 2};
  CHECK(std::abs(profile.loss[2] - evaluate(problem, middle).objective) <= 1e-14 * profile.loss[2]);
  CHECK(refusal([&] { loss_along(problem, from, random_network(1, 2, 2), 5); }) ==
        "to has 2 neurons, expected 3 (as from)");
  CHECK(refusal([&] { loss_along(problem, from, to, 1); }) ==
        "samples is 1, expected a whole number from 2 to 1000000");
}
