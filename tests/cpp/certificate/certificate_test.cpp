#include "certificate/certificate.hpp"

#include "catch.hpp"
#include "certificate/pattern_certificate.hpp"
#include "patterns/enumerate.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"
#include "response/peak_on_circle.hpp"

using namespace hcx;

TEST_CASE("no direction responds more than the peak response says", "[convex][certificate][property]") {
  const auto seed = GENERATE(range(1, 21));
  CAPTURE(seed);
  const Problem p = random_problem(static_cast<std::uint64_t>(seed), 10, 2, 0, seed % 3 == 0);
  const Circle circle(p.X);
  const CirclePeak peak = peak_on_circle(p.X, circle, p.y);
  const auto response = [&](const Vector& w) { return p.y.dot((p.X * w).cwiseMax(0.0)); };
  double best = 0;
  for (int k = 0; k < 20000; ++k) {
    const double angle = 2 * M_PI * k / 20000;
    best = std::max(best, response(Vector{{std::cos(angle), std::sin(angle)}}));
  }
  CHECK(best <= peak.bound);
  CHECK(best >= 0.999 * peak.value);
  CHECK(response(peak.w) == Approx(peak.value).epsilon(1e-12));
  CHECK(peak.bound >= peak.value);
  CHECK(peak.bound <= peak.value * (1 + 1e-11) + 1e-12);
}

TEST_CASE("the lower bound of any network is below the loss of every network", "[convex][certificate][property]") {
  const auto seed = GENERATE(range(1, 21));
  CAPTURE(seed);
  const Problem p = random_problem(static_cast<std::uint64_t>(seed), 7, 2, 0.05);
  for (std::uint64_t k = 0; k < 20; ++k) {
    const Certificate mine = certify(p, random_network(k, 5, 2));
    CHECK(mine.lower_bound >= 0);
    CHECK(mine.gap() >= 0);
    for (std::uint64_t other = 0; other < 20; ++other)
      CHECK(mine.lower_bound <= certify(p, random_network(other + 40, 1 + static_cast<Index>(other), 2)).objective);
  }
}

TEST_CASE("above the largest useful weight decay the zero network is certified", "[convex][certificate]") {
  Problem p = random_problem(3, 9, 2, 0);
  const Circle circle(p.X);
  p.lambda = 1.0001 * std::max(peak_on_circle(p.X, circle, p.y).value, peak_on_circle(p.X, circle, -p.y).value);
  const Certificate zero = certify(p, {Matrix(0, 2), Vector(0)});
  CHECK(zero.gap() <= 1e-12 * zero.objective);
}

TEST_CASE("one point has the closed form 2 lambda - lambda^2", "[convex][certificate]") {
  // The original's constant would give 0.0975 and 0.4375.
  for (const auto& [lambda, value] : {std::pair(0.1, 0.19), std::pair(0.5, 0.75)}) {
    const double c = std::sqrt(1 - lambda);
    const Certificate best = certify({Matrix{{1.0}}, Vector{{1.0}}, lambda}, {Matrix{{c}}, Vector{{c}}});
    CHECK(best.objective == Approx(value).epsilon(1e-14));
    CHECK(best.lower_bound == Approx(value).epsilon(1e-12));
  }
}

TEST_CASE("without weight decay the bound is the least misfit that any network can reach", "[convex][certificate]") {
  // Two labels at one point: nobody gets below their variance.
  const Problem p = on_the_line(Vector{{0, 0, 1}}, Vector{{1, 3, 5}}, 0);
  const Certificate c = certify(p, {Matrix{{0, 2}, {3, 0}}, Vector{{1, 1}}});
  CHECK(c.objective == Approx(2));
  CHECK(c.lower_bound == Approx(2));
}

TEST_CASE("the running sums of many sectors agree with sums made afresh", "[convex][certificate]") {
  const Problem p = random_problem(6, 700, 2, 0);
  const Circle circle(p.X);
  const CirclePeak peak = peak_on_circle(p.X, circle, p.y);
  CHECK(p.y.dot((p.X * peak.w).cwiseMax(0.0)) == Approx(peak.value).epsilon(1e-13));
  CHECK(peak.bound <= peak.value * (1 + 1e-9));
}

TEST_CASE("a tiny weight decay is certified as none is", "[convex][certificate]") {
  // Two labels at one point: half the square of their difference, whatever the network.
  const Certificate c = certify({Matrix{{1.0}, {1.0}}, Vector{{0, 1}}, 1e-12}, {Matrix{{1.0}}, Vector{{0.5}}});
  CHECK(c.lower_bound == Approx(0.5).epsilon(1e-9));
}

TEST_CASE("sizes that a double cannot square are certified or refused, never wrongly bounded",
          "[convex][certificate]") {
  for (const double size : {1e-80, 1e-95, 1e80}) {
    CAPTURE(size);
    const Problem p{Matrix{{size, size}}, Vector{{size}}, 0.1 * size * size};
    const Certificate zero = certify(p, {Matrix(0, 2), Vector(0)});
    CHECK(zero.lower_bound <= zero.objective);
    CHECK(zero.lower_bound >= 0.1 * zero.objective);
  }
  CHECK(refusal([] {
          certify({Matrix{{1e-162}}, Vector{{1.0}}, 1}, {Matrix(0, 1), Vector(0)});
        }) == "the largest entry of X is 1e-162, expected 0 or a size from 1e-100 to 1e100");
  CHECK(refusal([] {
          certify({Matrix{{1e99}}, Vector{{1.0}}, 1}, {Matrix{{1e99}}, Vector{{1.0}}});
        }) == "W, alpha, X or y are so large that the loss is not finite");
}

TEST_CASE("in any dimension the bound is below the loss of every network", "[convex][certificate][property]") {
  const auto [seed, n, d] =
      GENERATE(table<std::uint64_t, Index, Index>({{1, 9, 3}, {2, 12, 3}, {3, 9, 4}, {4, 15, 5}, {5, 30, 8}}));
  CAPTURE(seed, n, d);
  const Problem p = random_problem(seed, n, d, 0.3);
  for (std::uint64_t k = 0; k < 5; ++k) {
    Network network = random_network(k, 4, d);
    network.alpha *= 0.1;
    const Certificate mine = certify(p, network);
    CHECK(mine.lower_bound >= 0);
    CHECK(mine.worst_neuron.norm() == Approx(1));
    for (std::uint64_t other = 0; other < 20; ++other)
      CHECK(mine.lower_bound <=
            certify(p, random_network(other + 40, 1 + static_cast<Index>(other), d), {}, 1).objective);
    double last = 0;
    for (const long long nodes : {1, 10, 100, 1000}) {  // more work, a better bound
      const double bound = certify(p, network, {}, nodes).lower_bound;
      CHECK(bound >= last * (1 - 1e-9));
      CHECK(bound <= mine.lower_bound * (1 + 1e-9));
      last = bound;
    }
  }
}

TEST_CASE("over all cells both certificates agree in any dimension", "[convex][certificate][property]") {
  const auto [seed, n, d] =
      GENERATE(table<std::uint64_t, Index, Index>({{1, 9, 3}, {2, 12, 3}, {3, 10, 4}, {4, 10, 5}}));
  CAPTURE(seed, n, d);
  const Problem p = random_problem(seed, n, d, 0.2);
  const Network network = random_network(seed, 3, d);
  const Certificate all = certify(p, network), given = certify(p, network, PatternSet{enumerate_patterns(p.X), {}});
  CHECK(all.lower_bound == Approx(given.lower_bound).epsilon(1e-10).margin(1e-12));
}

TEST_CASE("a space seen from inside a plane has the plane's bound", "[convex][certificate]") {
  // Data in the plane, written in three coordinates.
  const Problem flat = random_problem(6, 12, 2, 0.2);
  Problem p{Matrix::Zero(12, 3), flat.y, flat.lambda};
  p.X.leftCols(2) = flat.X;
  p.X.row(3) = p.X.row(1), p.X.row(4) = -2 * p.X.row(1), p.X.row(5).setZero();
  const Problem seen{p.X.leftCols(2), p.y, p.lambda};
  const Network none{Matrix(0, 3), Vector(0)}, none_flat{Matrix(0, 2), Vector(0)};
  CHECK(certify(p, none).lower_bound == Approx(certify(seen, none_flat).lower_bound).epsilon(1e-12));
  for (const double lambda : {0.0, 1e-12}) {  // what no network can reach
    const double flat_bound = certify({seen.X, seen.y, lambda}, none_flat).lower_bound;
    CHECK(flat_bound > 0);
    CHECK(certify({p.X, p.y, lambda}, none).lower_bound == Approx(flat_bound).epsilon(1e-9));
  }
}
