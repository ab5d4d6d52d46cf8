#include "response/peak_by_branch_and_bound.hpp"

#include <cmath>

#include "catch.hpp"
#include "certificate/certificate.hpp"
#include "patterns/enumerate.hpp"
#include "random_problem.hpp"
#include "response/block_response.hpp"

using namespace hcx;

namespace {

const Matrix kNoStarts(0, 1);

double response(const Problem& p, const Vector& w) { return p.y.dot((p.X * w).cwiseMax(0.0)); }

}  // namespace

TEST_CASE("branch and bound finds what enumerating all cells finds", "[convex][search][property]") {
  const auto [seed, d] = GENERATE(table<int, Index>({{1, 3}, {2, 3}, {3, 3}, {4, 4}, {5, 4}, {6, 5}}));
  const Index n = 10 + seed % 5;
  CAPTURE(seed, d, n);
  const Problem p = random_problem(static_cast<std::uint64_t>(seed), n, d, 0, seed % 2 == 0);
  BlockResponse cells(p.X, {enumerate_patterns(p.X), {}});
  const double exact = cells.peak(p.y).value;
  const BranchAndBound search(p.X);
  const ResponsePeak peak = search.peak(p.y, kNoStarts, {.collect_above = 0.5 * exact});
  CHECK(peak.complete);
  CHECK(peak.value == Approx(exact).epsilon(1e-12));
  CHECK(peak.bound >= exact);
  CHECK(peak.bound <= exact * (1 + 1e-11));
  CHECK(peak.sign * response(p, peak.w) == Approx(exact).epsilon(1e-12));
  for (const ResponseMaximum& maximum : peak.maxima) {
    CHECK(maximum.sign * response(p, maximum.w) == Approx(maximum.value).epsilon(1e-12));
    Random random(3);
    for (int k = 0; k < 100; ++k) {  // a local maximum
      Vector w = maximum.w;
      for (double& x : w) x += 1e-6 * random.normal();
      CHECK(maximum.sign * response(p, w.normalized()) <= maximum.value * (1 + 1e-12));
    }
  }
}

TEST_CASE("wherever the search stops its bound holds", "[convex][search][property]") {
  const auto seed = GENERATE(range(1, 11));
  CAPTURE(seed);
  const Problem p = random_problem(static_cast<std::uint64_t>(seed), 30, 6, 0);
  const BranchAndBound search(p.X);
  double best = 0;
  Random random(static_cast<std::uint64_t>(seed));
  for (int k = 0; k < 20000; ++k) {
    Vector w(6);
    for (double& x : w) x = random.normal();
    best = std::max(best, std::abs(response(p, w.normalized())));
  }
  double last = 1e300;
  for (const long long nodes : {1, 10, 100, 1000, 100000}) {
    const ResponsePeak peak = search.peak(p.y, kNoStarts, {.max_nodes = nodes});
    CHECK(peak.bound >= best);
    CHECK(peak.bound >= peak.value);
    CHECK(peak.bound <= last * (1 + 1e-12));
    last = peak.bound;
  }
  CHECK(search.peak(p.y, kNoStarts, {.enough = 2 * last}).bound == Approx(2 * last));
  CHECK(search.peak(p.y, kNoStarts, {.satisfied = 0.1 * best}).value > 0.1 * best);
}

TEST_CASE("parallel, antipodal and zero rows respond as they should", "[convex][search]") {
  Problem p = random_problem(4, 12, 3, 0);
  p.X.row(3) = 2 * p.X.row(1), p.X.row(4) = -p.X.row(1), p.X.row(5) = p.X.row(0), p.X.row(6).setZero();
  BlockResponse cells(p.X, {enumerate_patterns(p.X), {}});
  const ResponsePeak peak = BranchAndBound(p.X).peak(p.y, kNoStarts, {});
  CHECK(peak.complete);
  CHECK(peak.value == Approx(cells.peak(p.y).value).epsilon(1e-12));
  CHECK(BranchAndBound(Matrix::Zero(3, 3)).peak(Vector::Ones(3), kNoStarts, {}).value == 0);
  CHECK(BranchAndBound(p.X).peak(Vector::Zero(12), kNoStarts, {}).bound == 0);
}
