#include "solvers/exact/shorten.hpp"

#include "catch.hpp"
#include "core/pivoted_qr.hpp"
#include "random_problem.hpp"
#include "solvers/exact/newton_system.hpp"

using namespace hcx;
using namespace hcx::exact;

TEST_CASE("Caratheodory's reduction keeps the sum, lowers the cost and leaves as many terms as dimensions",
          "[exact][caratheodory]") {
  const auto seed = GENERATE(1u, 2u, 3u, 4u, 5u);
  const Eigen::MatrixXd directions = random_problem(seed, 4, 11, 0).X;
  const Vector sum = directions.rowwise().sum();
  Vector lengths = Vector::Ones(11);
  // As the solver does: new changes of what is left, where the first ones would have lost digits.
  for (bool all = false; !all;) {
    std::vector<Index> left;
    for (Index i = 0; i < 11; ++i)
      if (lengths[i] > 0) left.push_back(i);
    const PivotedQR qr(directions(Eigen::all, left), 1e-11);
    std::vector<Vector> changes;
    for (Index k = 0; k < static_cast<Index>(left.size()) - qr.rank(); ++k) {
      changes.push_back(Vector::Zero(11));
      changes.back()(left) = qr.null_vector(k);
      CHECK((directions * changes.back()).norm() <= 1e-13 * changes.back().norm());
    }
    all = shorten(lengths, changes);
  }
  CHECK((lengths.array() > 1e-12).count() <= 4);
  CHECK(lengths.minCoeff() >= -1e-14);
  CHECK(lengths.sum() <= 11 + 1e-12);
  CHECK((directions * lengths - sum).norm() <= 1e-11);
}

TEST_CASE("both ways to a Newton step agree, and the quick one declines what is ill conditioned", "[exact][newton]") {
  const Problem p = random_problem(5, 20, 6, 0);
  Eigen::MatrixXd B = p.X;
  Vector curvature(6);
  curvature << 0, 2, 0, 1e-3, 0, 5;
  const Vector gradient = p.y.head(6);
  const auto gram = [&] { return Gram{B.transpose() * B, B.colwise().squaredNorm()}; };

  const auto step = newton_step(gram(), curvature, gradient);
  REQUIRE(step);
  const Vector accurate = accurate_newton_step(B, curvature, gradient);
  CHECK((*step - accurate).norm() <= 1e-13 * accurate.norm());
  const Vector image = B.transpose() * (B * accurate) + curvature.cwiseProduct(accurate);
  CHECK((image + gradient).norm() <= 1e-12 * gradient.norm());

  Gram cancelled = gram();
  cancelled.terms *= 1e13;
  CHECK_FALSE(newton_step(cancelled, curvature, gradient));
  B.col(4) = B.col(2) + 1e-6 * B.col(0);
  CHECK_FALSE(newton_step(gram(), curvature, gradient));
}
