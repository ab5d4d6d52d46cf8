#include "solvers/exact/least_misfit.hpp"

#include "catch.hpp"
#include "random_problem.hpp"
#include "response/peak_by_branch_and_bound.hpp"
#include "response/responses.hpp"
#include "solvers/exact/exact.hpp"
#include "solvers/exact/least_misfit_in_any_dimension.hpp"

using namespace hcx;
using namespace hcx::exact;

namespace {

/// Of y, what the neurons leave.
Vector rest(const Problem& p, const LeastMisfit& least) {
  Vector r = p.y;
  for (const auto& [sign, face, u] : least.neurons()) r -= sign * (p.X * u).cwiseMax(0);
  return r;
}

/// What all networks must leave is left, by no more neurons than points, each within the closure of its face.
void check_least(const Problem& p) {
  const Circle circle(p.X);
  LeastMisfit least(p.X, circle);
  least.add(p.y);
  least.add(rest(p, least));
  least.thin();
  const double size = p.y.norm();
  CHECK((rest(p, least) - responses_on_circle(p.X, 2).unfittable(p.y)).norm() <= 1e-9 * size);
  CHECK(static_cast<Index>(least.neurons().size()) <= p.X.rows());
  for (const auto& [sign, face, u] : least.neurons()) {
    const Point& ray = circle.ray(face.k);
    if (face.on_ray)
      CHECK((u - u.norm() * ray).norm() <= 1e-14 * u.norm());
    else
      CHECK(circle.sector_of(u) == face.k);
  }
}

}  // namespace

TEST_CASE("the least misfit is reached by at most as many neurons as points", "[exact][lambda0]") {
  const auto seed = GENERATE(1u, 2u, 3u, 4u);
  for (const Index n : {1, 2, 3, 4, 5, 20, 50}) {
    CAPTURE(seed, n);
    check_least(random_problem(seed, n, 2, 0));
    check_least(random_problem(seed, n, 2, 0, true));
  }
}

TEST_CASE("points that share a line are fitted as well as one neuron can", "[exact][lambda0]") {
  Problem p = random_problem(7, 12, 2, 0);
  p.X.row(1) = 3 * p.X.row(0);  // the same side
  check_least(p);
  p.X.row(3) = -2 * p.X.row(2);  // opposite sides of one line: v is given along it
  check_least(p);
  p.X.row(5) = -p.X.row(4);  // of two
  check_least(p);
  p.X.row(6).setZero();
  check_least(p);
  for (Index j = 1; j < 12; ++j) p.X.row(j) = (j % 2 ? -1.0 : 0.5) * static_cast<double>(j) * p.X.row(0);  // of all
  check_least(p);
  p.X.setZero();
  check_least(p);
}

TEST_CASE("the least misfit is reached in any dimension", "[exact][lambda0]") {
  const auto seed = GENERATE(1u, 2u, 3u);
  const auto check = [](const Problem& p) {
    const Network network = least_misfit(p.X, p.y);
    const Vector rest = p.y - predict(network, p.X);
    CAPTURE(p.X.rows(), p.X.cols());
    CHECK((rest - BranchAndBound(p.X).unfittable_part(p.y)).norm() <= 1e-9 * p.y.norm());
  };
  for (const Index d : {3, 5, 10}) {
    Problem p = random_problem(seed, 30, d, 0);
    check(p);
    CHECK(least_misfit(p.X, p.y).width() <= 30);
    for (Index j = 1; j < 30; j += 2) p.X.row(j) = p.X.row(j - 1) * (j % 3 ? -2.0 : 1.0);  // on both sides
    check(p);
    for (Index j = 1; j < 30; j += 2) p.X.row(j) = p.X.row(j - 1).array() + 1e-5 * static_cast<double>(j);
    check(p);
  }
}

TEST_CASE("without weight decay noise is fitted whatever the number of points and however near they are",
          "[exact][lambda0]") {
  for (const Index n : {30, 300}) {
    Problem p = random_problem(3, n, 2, 0, true);
    for (Index j = 1; j < n; j += 2) p.X(j, 0) = p.X(j - 1, 0) + 1e-7;
    const Result r = exact::solve(p);
    CAPTURE(n);
    CHECK(r.status == Status::Optimal);
    CHECK(r.certificate.objective <= 1e-14 * p.y.squaredNorm());
    CHECK(r.network.width() <= n);
  }
  Problem space = random_problem(4, 20, 3, 0);
  for (Index j = 1; j < 20; j += 2) space.X.row(j) = space.X.row(j - 1).array() + 1e-4 * static_cast<double>(j);
  const Result r = exact::solve(space);
  CHECK(r.status == Status::Optimal);
  CHECK(r.certificate.objective <= 1e-14 * space.y.squaredNorm());
  CHECK(r.network.width() <= 20);
}

TEST_CASE("without weight decay few neurons are found where few are enough", "[exact][lambda0]") {
  Problem p = random_problem(5, 100, 2, 0, true);
  p.y = 2 * (p.X.col(0).array() - 0.3).abs();
  const Result r = exact::solve(p);
  CHECK(r.status == Status::Optimal);
  CHECK(r.network.width() <= 4);
}

TEST_CASE("without weight decay a solve that is stopped at once has the least misfit all the same",
          "[exact][lambda0]") {
  for (const Index d : {2, 4}) {
    const Problem p = random_problem(6, 40, d, 0);
    exact::Settings hasty;
    hasty.max_iterations = 1;
    const Result r = exact::solve(p, hasty);
    CAPTURE(d);
    CHECK(r.status == Status::Optimal);
    CHECK(r.certificate.objective <= 1e-15 * p.y.squaredNorm());
  }
}

TEST_CASE("without weight decay points nearly in one place, and rows of next to nothing, end in a network",
          "[exact][lambda0]") {
  const auto loss = [](const Problem& p) { return exact::solve(p).certificate.objective / p.y.squaredNorm(); };
  for (const double gap :
       {1e-8, 1e-10, 1e-12}) {  // the angles between them, or the rest of the circle's to pi, are rounding
    Vector x(4);
    for (Index j = 0; j < 4; ++j) x[j] = 1 + static_cast<double>(j) * gap;
    CAPTURE(gap);
    CHECK(loss(on_the_line(x, Vector{{1, -2, 0.5, 3}}, 0)) <= 1);
  }
  CHECK(loss({Matrix{{1, 1}, {1e-170, 2e-170}, {-1e-30, 1e-30}}, Vector{{1, 2, 3}}, 0}) <= 1);
  CHECK(loss({Matrix{{1, 1, 1}, {1e-170, 2e-170, 0}, {-1e-30, 1e-30, 0}}, Vector{{1, 2, 3}}, 0}) <= 1);
  // On both sides of the origin, one of them a billion times nearer.
  CHECK(loss({Matrix{{1}, {-1e-9}}, Vector{{1, 5}}, 0}) <= 1e-15);
  CHECK(loss({Matrix{{1, 2, 3}, {-1e-9, -2e-9, -3e-9}, {0.3, 0.1, -0.4}}, Vector{{1, 2, 3}}, 0}) <= 1e-15);
}
