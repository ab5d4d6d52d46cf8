#include "certificate/pattern_certificate.hpp"

#include <cmath>

#include "catch.hpp"
#include "core/pivoted_qr.hpp"
#include "patterns/enumerate.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"
#include "response/block_response.hpp"

using namespace hcx;

namespace {

/// The blocks that a network's own neurons are in.
PatternSet blocks_of(const Problem& p, const Network& network) {
  PatternSet set;
  for (Index i = 0; i < network.width(); ++i) {
    set.patterns.push_back(pattern_of(p.X, network.W.row(i).transpose()));
    set.signs.push_back(network.alpha[i] > 0 ? 1 : -1);
  }
  return set;
}

/// Other neurons in the same cones: each pulled towards another of its pattern, scaled, and some left out.
Network in_the_same_cones(const Problem& p, const Network& network, std::uint64_t seed) {
  Random random(seed);
  Network other = network;
  const double size = std::exp2(random.uniform(-4, 1));
  for (Index i = 0; i < other.width(); ++i) {
    const Vector w = network.W.row(i).transpose();
    Vector moved = w;
    for (double& x : moved) x += random.uniform() * random.normal();
    if (pattern_of(p.X, moved) == pattern_of(p.X, w)) other.W.row(i) = moved.transpose();
    other.W.row(i) *= std::sqrt(size), other.alpha[i] *= std::sqrt(size);
    if (random.uniform() < 0.3) other.alpha[i] = 0, other.W.row(i).setZero();
  }
  return other;
}

}  // namespace

TEST_CASE("no network with the given patterns and signs has a loss below the bound",
          "[convex][certificate][property]") {
  const auto seed = GENERATE(range(1, 31));
  CAPTURE(seed);
  const Index d = 1 + seed % 5;
  const double lambda = seed % 4 == 0 ? 1e-6 : 0.1 * (seed % 4);
  const Problem p = random_problem(static_cast<std::uint64_t>(seed), 9, d, lambda, seed % 3 == 0);
  const Network start = random_network(static_cast<std::uint64_t>(seed) + 100, 5, d);
  const PatternSet set = blocks_of(p, start);
  for (std::uint64_t k = 0; k < 200; ++k) {
    const Network other = in_the_same_cones(p, start, k);
    const Certificate c = certify(p, other, set);
    CHECK(c.lower_bound >= 0);
    CHECK(c.objective >= c.lower_bound);
    CHECK(certify(p, start, set).lower_bound <= c.objective);
    CHECK(certify(p, start, set, Vector(p.y)).lower_bound <= c.objective);
  }
}

TEST_CASE("over all patterns of the plane both certificates agree", "[convex][certificate][property]") {
  const auto seed = GENERATE(range(1, 11));
  CAPTURE(seed);
  const Problem p = random_problem(static_cast<std::uint64_t>(seed), 8, 2, 0.3);
  const Network network = random_network(static_cast<std::uint64_t>(seed), 3, 2);
  const Certificate all = certify(p, network), given = certify(p, network, PatternSet{enumerate_patterns(p.X), {}});
  CHECK(given.lower_bound == Approx(all.lower_bound).epsilon(1e-10).margin(1e-12));
  CHECK(given.objective == all.objective);
  if (all.worst_neuron.norm() > 0) CHECK(std::abs(given.worst_neuron.norm() - 1) <= 1e-12);
}

TEST_CASE("a block responds as its cone's best direction does", "[convex][certificate][property]") {
  const auto seed = GENERATE(range(1, 16));
  CAPTURE(seed);
  const Problem p = random_problem(static_cast<std::uint64_t>(seed), 7, 3, 0);
  const std::vector<Cell> cells = enumerate_cells(p.X);
  const auto k = static_cast<std::size_t>(seed) % cells.size();
  BlockResponse block(p.X, {{cells[k].pattern}, {1}});
  const BlockResponse::Peak peak = block.peak(p.y);
  double best = 0;
  Random random(9);
  for (int i = 0; i < 20000; ++i) {
    Vector w = cells[k].w;
    for (double& x : w) x += 0.5 * random.normal();
    if (pattern_of(p.X, w) == cells[k].pattern) best = std::max(best, p.y.dot((p.X * w.normalized()).cwiseMax(0.0)));
  }
  CHECK(best <= peak.bound);
  CHECK(best >= 0.8 * peak.value);
  CHECK(peak.bound >= peak.value);
  CHECK(peak.bound <= peak.value * (1 + 1e-12) + 1e-12);
  if (peak.value > 0) CHECK(p.y.dot((p.X * peak.w).cwiseMax(0.0)) == Approx(peak.value).epsilon(1e-12));
  CHECK(block.peak(p.y, 0.5 * peak.value).bound == peak.bound);
  CHECK(block.peak(p.y, 2 * peak.value + 1).value == 0);
}

TEST_CASE("one point has a closed form for each sign", "[convex][certificate]") {
  const Problem p{Matrix{{1.0}}, Vector{{1.0}}, 0.1};
  Pattern on(1);
  on.set(0, true);
  const double c = std::sqrt(0.9);
  const Network best{Matrix{{c}}, Vector{{c}}}, none{Matrix(0, 1), Vector(0)};
  CHECK(certify(p, best, {{on}, {}}).lower_bound == Approx(0.19).epsilon(1e-12));
  CHECK(certify(p, best, {{on, on}, {1, 1}}).lower_bound == Approx(0.19).epsilon(1e-12));
  // Negative neurons only cannot help a positive label, nor can none, nor one that is off.
  CHECK(certify(p, none, {{on}, {-1}}).lower_bound == Approx(1).epsilon(1e-12));
  CHECK(certify(p, none, PatternSet{}).lower_bound == Approx(1).epsilon(1e-12));
  CHECK(certify(p, none, {{Pattern(1)}, {}}).lower_bound == Approx(1).epsilon(1e-12));
  CHECK(certify(p, none, {{on}, {1}}).worst_neuron[0] == 1);
  CHECK(certify(p, none, {{on}, {-1}}).worst_neuron[0] == 0);
}

TEST_CASE("a pattern that no direction has, and zero rows, change nothing", "[convex][certificate]") {
  // Antipodal points cannot both be on inside: the cone is {0}.
  const Problem p{Matrix{{1.0}, {-1.0}, {0.0}}, Vector{{1, 0.5, 2}}, 0.1};
  Pattern right(3), both(3), right_and_zero(3);
  right.set(0, true), both.set(0, true), both.set(1, true), right_and_zero.set(0, true), right_and_zero.set(2, true);
  const double c = std::sqrt(0.9);
  const Network best{Matrix{{c}}, Vector{{c}}};
  const double expected = 0.19 + 0.25 + 4;
  CHECK(certify(p, best, {{right}, {}}).lower_bound == Approx(expected).epsilon(1e-12));
  CHECK(certify(p, best, {{right, both, right_and_zero}, {}}).lower_bound == Approx(expected).epsilon(1e-12));
}

TEST_CASE("the bound does not depend on the units of the data", "[convex][certificate]") {
  const Problem p = random_problem(5, 12, 4, 0.2);
  const Network network = random_network(2, 4, 4);
  const PatternSet set = blocks_of(p, network);
  const double bound = certify(p, network, set).lower_bound;
  REQUIRE(bound > 0);
  for (const auto& [x, y] : {std::pair(1e-6, 1.0), {1e6, 1.0}, {1.0, 1e6}, {1e-6, 1e-6}}) {
    CAPTURE(x, y);
    const Problem scaled{x * p.X, y * p.y, x * y * p.lambda};
    Network same = network;
    same.W *= std::sqrt(y / x), same.alpha *= std::sqrt(y / x);
    CHECK(certify(scaled, same, set).lower_bound == Approx(y * y * bound).epsilon(1e-9));
  }
}

TEST_CASE("without weight decay the bound is what the patterns leave", "[convex][certificate]") {
  const Problem p = random_problem(8, 12, 3, 0);
  const Network none{Matrix(0, 3), Vector(0)};
  const std::vector<Cell> cells = enumerate_cells(p.X);
  const Pattern& pattern = cells[3].pattern;
  Matrix features = p.X;
  for (Index j = 0; j < 12; ++j)
    if (!pattern[j]) features.row(j).setZero();
  // Both signs of one pattern with an interior: all of R^3, plain least squares.
  const Vector u = PivotedQR(features, 1e-12).solve_gram(features.transpose() * p.y, 1e-12);
  const double least = (features * u - p.y).squaredNorm();
  CHECK(certify(p, none, {{pattern}, {}}).lower_bound == Approx(least).epsilon(1e-10));
  CHECK(certify(p, none, {{pattern}, {}}, Vector(p.y - features * u)).lower_bound == Approx(least).epsilon(1e-10));
}

TEST_CASE("an almost vanishing weight decay is bounded as none is", "[convex][certificate]") {
  Pattern on(2);
  on.set(0, true), on.set(1, true);
  const Certificate c =
      certify({Matrix{{1.0}, {1.0}}, Vector{{0, 1}}, 1e-12}, {Matrix{{1.0}}, Vector{{0.5}}}, {{on}, {}});
  CHECK(c.lower_bound == Approx(0.5).epsilon(1e-9));
}

TEST_CASE("bad patterns and duals are refused by name", "[convex][certificate]") {
  const Problem p = random_problem(1, 4, 3, 1);
  const Network none{Matrix(0, 3), Vector(0)};
  CHECK(refusal([&] { certify(p, none, {{Pattern(5)}, {}}); }) == "patterns[0] has 5 values, expected 4 (rows of X)");
  CHECK(refusal([&] {
          certify(p, none, {{Pattern(4)}, {1, 1}});
        }) == "signs has 2 values, expected 1 (number of patterns)");
  CHECK(refusal([&] { certify(p, none, {{Pattern(4)}, {0}}); }) == "signs[0] is 0, expected 1 or -1");
  CHECK(refusal([&] { certify(p, none, PatternSet{}, Vector::Ones(3)); }) ==
        "dual has 3 values, expected 4 (rows of X)");
}
