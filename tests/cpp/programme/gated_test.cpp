#include "programme/gated.hpp"

#include <cmath>

#include "catch.hpp"
#include "certificate/gated_certificate.hpp"
#include "network/objective.hpp"
#include "patterns/enumerate.hpp"
#include "patterns/sample.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"

using namespace hcx;

namespace {

GatedNetwork random_gated(const Problem& p, Index m, std::uint64_t seed) {
  Random random(seed);
  const std::vector<Pattern> gates = sample_patterns(p.X, 200, seed);
  GatedNetwork network{{}, Matrix(m, p.X.cols())};
  for (Index k = 0; k < m; ++k) network.gates.push_back(gates[random.bits() % gates.size()]);
  for (double& v : network.V.reshaped()) v = random.normal();
  return network;
}

Vector output(const Problem& p, const GatedNetwork& network) {
  Vector f = Vector::Zero(p.X.rows());
  for (Index j = 0; j < f.size(); ++j)
    for (Index k = 0; k < network.V.rows(); ++k)
      if (network.gates[static_cast<std::size_t>(k)][j]) f[j] += network.V.row(k).dot(p.X.row(j));
  return f;
}

double gated_loss(const Problem& p, const GatedNetwork& network) {
  return p.misfit_factor() * (output(p, network) - p.y).squaredNorm() + 2 * p.lambda * network.V.rowwise().norm().sum();
}

}  // namespace

TEST_CASE("no gated and no ReLU network has a loss below the gated bound", "[convex][gated][property]") {
  const auto seed = GENERATE(range(1, 21));
  CAPTURE(seed);
  const auto s = static_cast<std::uint64_t>(seed);
  const Index d = 1 + seed % 4;
  Problem p = random_problem(s, 10, d, seed % 4 == 0 ? 1e-6 : 0.2 * (seed % 4), seed % 3 == 0);
  if (seed % 2) p.loss = Loss::Mean;
  const std::vector<Pattern> all = enumerate_patterns(p.X);
  for (std::uint64_t k = 0; k < 50; ++k) {
    GatedNetwork network = random_gated(p, 4, k);
    network.V *= std::exp2(-static_cast<double>(k % 6));
    const GatedCertificate c = certify(p, network, all);
    CHECK(c.objective == Approx(gated_loss(p, network)).epsilon(1e-12));
    CHECK(c.lower_bound >= 0);
    CHECK(c.lower_bound <= c.objective);
    const GatedCertificate from_labels = certify(p, network, all, p.y);
    CHECK(from_labels.lower_bound >= c.lower_bound);
    CHECK(from_labels.lower_bound <= c.objective);
    Network relu = random_network(k, 4, d);
    relu.W *= 0.5;
    CHECK(from_labels.lower_bound <= evaluate(p, relu).objective);
  }
}

TEST_CASE("the decomposition has the same output, and a loss below the stated bound", "[convex][gated][property]") {
  const auto seed = GENERATE(range(1, 21));
  CAPTURE(seed);
  const auto s = static_cast<std::uint64_t>(seed);
  const Index d = 1 + seed % 6;
  Problem p = random_problem(s, 15, d, 0.1 * seed, seed % 3 == 0);
  if (seed % 2) p.loss = Loss::Mean;
  if (seed % 5 == 0) p.X.row(3).setZero();
  const GatedNetwork network = random_gated(p, 6, s);
  const auto relu = decompose(p, network);
  REQUIRE(relu);
  CHECK(relu->network.width() <= 12);
  const Evaluation e = evaluate(p, relu->network);
  CHECK(e.objective == relu->objective);
  CHECK((e.predictions - output(p, network)).norm() <= 1e-9 * output(p, network).norm());
  const double gated = gated_loss(p, network);
  CHECK(relu->objective >= gated * (1 - 1e-12));
  CHECK(relu->objective <= relu->bound * (1 + 1e-12));
}

TEST_CASE("a neuron that is inside its own gate's cone stays one neuron", "[convex][gated]") {
  const Problem p = random_problem(3, 8, 3, 0.5);
  const Vector w{{1, -2, 0.5}};
  const GatedNetwork network{{pattern_of(p.X, w)}, Matrix(w.transpose())};
  const auto relu = decompose(p, network);
  REQUIRE(relu);
  CHECK(relu->network.width() == 1);
  CHECK(relu->objective == Approx(gated_loss(p, network)).epsilon(1e-12));
}

TEST_CASE("a gate that no direction realises has no decomposition", "[convex][gated]") {
  const Problem p{Matrix{{1.0}, {-1.0}}, Vector{{1, 0.5}}, 0.1};
  Pattern both(2);
  both.set(0, true), both.set(1, true);
  CHECK_FALSE(decompose(p, {{both}, Matrix{{0.3}}}));
  CHECK(decompose(p, {{}, Matrix(0, 1)})->objective == Approx(1.25));
}

TEST_CASE("the gated bound does not depend on the units of the data", "[convex][gated]") {
  const Problem p = random_problem(5, 12, 4, 0.2);
  const GatedNetwork network = random_gated(p, 4, 2);
  const std::vector<Pattern> patterns = sample_patterns(p.X, 50, 1);
  const GatedCertificate c = certify(p, network, patterns, p.y);
  REQUIRE(c.lower_bound > 0);
  for (const auto& [x, y] : {std::pair(1e-6, 1.0), {1e6, 1.0}, {1.0, 1e6}, {1e-90, 1e-90}, {1e90, 1e-90}}) {
    CAPTURE(x, y);
    const Problem scaled{x * p.X, y * p.y, x * y * p.lambda};
    const GatedCertificate same = certify(scaled, {network.gates, (y / x) * network.V}, patterns, y * p.y);
    CHECK(same.lower_bound / y / y == Approx(c.lower_bound).epsilon(1e-9));
    CHECK(same.objective / y / y == Approx(c.objective).epsilon(1e-9));
  }
}

TEST_CASE("bad gated networks are refused by name", "[convex][gated]") {
  const Problem p = random_problem(1, 4, 3, 1);
  const GatedNetwork good{{Pattern(4)}, Matrix::Ones(1, 3)};
  const auto refused = [&](const GatedNetwork& network) { return refusal([&] { certify(p, network, {}); }); };
  CHECK(refused({{Pattern(4)}, Matrix(0, 3)}) == "V has 0 values, expected 1 (number of gates)");
  CHECK(refused({{Pattern(4)}, Matrix::Ones(1, 2)}) == "a row of V has 2 values, expected 3 (columns of X)");
  CHECK(refused({{Pattern(4)}, Matrix{{1.0, NAN, 0.0}}}) == "V[0][1] is nan, expected a finite number");
  CHECK(refused({{Pattern(5)}, Matrix::Ones(1, 3)}) == "gates[0] has 5 values, expected 4 (rows of X)");
  CHECK(refusal([&] {
          decompose(p, {{Pattern(5)}, Matrix::Ones(1, 3)});
        }) == "gates[0] has 5 values, expected 4 (rows of X)");
  CHECK(refusal([&] {
          certify(p, good, {Pattern(4), Pattern(3)});
        }) == "patterns[1] has 3 values, expected 4 (rows of X)");
  CHECK(refusal([&] { certify(p, good, {}, Vector::Ones(3)); }) == "dual has 3 values, expected 4 (rows of X)");
  CHECK(refusal([&] {
          certify({1e150 * p.X, p.y, 1}, good, {});
        }).find("expected 0 or a size from 1e-100 to 1e100") != std::string::npos);
}
