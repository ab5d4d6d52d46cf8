#include "certificate/certificate_curve.hpp"

#include <cmath>

#include "catch.hpp"
#include "data/dataset.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"
#include "solvers/exact/exact.hpp"

using namespace hcx;

TEST_CASE("the certificate curve touches its level exactly at the optimum's neurons", "[certificate]") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const Problem p = random_problem(seed, 8, 2, 0.3);
    const exact::Result best = exact::solve(p, {.tolerance = 1e-12});
    const CertificateCurve curve = certificate_curve(p, best.network, 400);
    CHECK(curve.level == 0.6);
    CHECK(curve.response.cwiseAbs().maxCoeff() <= 0.6 * (1 + 1e-7));
    for (Index i = 0; i < best.network.width(); ++i)
      CHECK(curve.neuron_response[i] == Approx(std::copysign(0.6, best.network.alpha[i])).epsilon(1e-7));
  }
}

TEST_CASE("where a neuron is missing the curve exceeds its level, and no sample lies above the extrema",
          "[certificate]") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const Problem p = random_problem(seed, 7, 2, 1e-3);
    const CertificateCurve curve = certificate_curve(p, random_network(seed, 2, 2), 1000);
    CHECK(curve.extremum_response.cwiseAbs().maxCoeff() > curve.level);
    CHECK(curve.response.cwiseAbs().maxCoeff() <= curve.extremum_response.cwiseAbs().maxCoeff() * (1 + 1e-12));
  }
}

TEST_CASE("a certificate curve without neurons, without lines and beyond the plane", "[certificate]") {
  const Network none{Matrix(0, 2), Vector(0)};
  CHECK(certificate_curve({Matrix::Zero(2, 2), Vector::Ones(2), 1}, none, 8).response.isZero());
  CHECK(refusal([&] { certificate_curve(random_problem(1, 3, 3, 1), random_network(1, 2, 3), 100); }) ==
        "X has 3 columns (bias included), expected 2: the curve is drawn over directions of the plane");
  CHECK(refusal([&] { certificate_curve(random_problem(1, 3, 2, 1), none, 7); }) ==
        "samples is 7, expected a whole number from 8 to 100000");
}
