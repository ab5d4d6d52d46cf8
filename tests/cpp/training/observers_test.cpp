#include <cmath>
#include <numbers>

#include "catch.hpp"
#include "network/objective.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"
#include "training/alignment.hpp"
#include "training/lazy_predictor.hpp"
#include "training/motion.hpp"
#include "training/session.hpp"

using namespace hcx;

TEST_CASE("motion tells turning from growing", "[training]") {
  const Network then{Matrix{{1, 0}, {0, 2}, {0, 0}}, Vector{{1, 1, 1}}};
  const Network now{Matrix{{0, 3}, {0, 2 + 2e-12}, {1, 1}}, Vector{{1, 1, 1}}};
  const Motion motion = motion_between(then, now);
  CHECK(motion.angle[0] == Approx(std::numbers::pi / 2));
  CHECK(motion.growth[0] == Approx(std::log(3)));
  CHECK(motion.angle[1] == 0);
  CHECK(motion.growth[1] == Approx(1e-12).epsilon(1e-3));
  CHECK(motion.angle[2] == 0);  // of no direction
  CHECK(motion.turning == Approx(std::numbers::pi / 6));
  CHECK(refusal([&] { motion_between(then, random_network(1, 2, 2)); }) ==
        "alpha has 2 values, expected 3 (neurons of the earlier network)");
}

TEST_CASE("a wide network of large weights learns what the lazy predictor says", "[training]") {
  // Scaling every weight by s makes the network s^2 times as large and its relative motion s^-2 times.
  for (const double lambda : {0.0, 1e-3}) {
    Problem p = random_problem(4, 5, 3, lambda);
    Network start = random_network(7, 2000, 3);
    // Twins of opposite sign cancel: the start predicts 0 and has a kernel.
    start.W.bottomRows(1000) = start.W.topRows(1000);
    start.alpha.tail(1000) = -start.alpha.head(1000);
    const LazyPredictor lazy(p, start);
    const Matrix seen = random_problem(5, 20, 3, 0).X;
    TrainingSession session(p, {.step_size = 1e-5, .weights = start});
    session.step(lambda > 0 ? 40'000 : 20'000);
    CHECK((predict(session.network(), seen) - lazy.predict(seen)).norm() <= 0.03 * lazy.predict(seen).norm());
  }
}

TEST_CASE("the lazy predictor interpolates, and its model's residual is orthogonal to the kernel", "[training]") {
  const Problem p = random_problem(4, 12, 3, 0);
  const Network start = random_network(7, 40, 3);
  CHECK((LazyPredictor(p, start).predict(p.X) - p.y).norm() <= 1e-9 * p.y.norm());
  const Network one = random_network(8, 1, 3);  // too few weights to interpolate
  const Vector left = LazyPredictor(p, one).predict(p.X) - p.y;
  const Gradient tangent = gradient({p.X, predict(one, p.X) - left, 0}, one);  // 2 J' left
  CHECK(tangent.W.norm() <= 1e-9 * p.X.norm() * left.norm());
  CHECK(std::abs(tangent.alpha[0]) <= 1e-9 * p.X.norm() * left.norm());
  CHECK(refusal([&] { LazyPredictor(p, start).predict(Matrix::Ones(2, 5)); }) ==
        "X has 5 columns (bias included), expected 3 (as the data)");
}

TEST_CASE("small balanced neurons grow at the rate of the alignment potential", "[training]") {
  for (const Loss loss : {Loss::Sum, Loss::Mean, Loss::Half}) {
    Problem p = random_problem(6, 7, 3, 0);
    p.loss = loss;
    const Network learnt = random_network(3, 4, 3), small = random_network(9, 30, 3);
    const Vector G = alignment_potential(p, small.W, learnt);
    Network both = learnt;
    both.W.conservativeResize(34, 3), both.alpha.conservativeResize(34);
    both.W.bottomRows(30) = 1e-9 * small.W;
    for (Index i = 0; i < 30; ++i) both.alpha[4 + i] = both.W.row(4 + i).norm();
    const Gradient g = gradient(p, both);
    for (Index i = 0; i < 30; ++i) {
      const double growth = -both.W.row(4 + i).dot(g.W.row(4 + i)) / both.W.row(4 + i).squaredNorm();
      CHECK(growth == Approx(G[i]).epsilon(1e-6).margin(1e-7));
    }
  }
  CHECK(refusal([] {
          alignment_potential(random_problem(1, 3, 2, 0), Matrix::Ones(4, 3), {Matrix(0, 0), Vector(0)});
        }) == "directions has 3 columns, expected 2 (columns of X, bias included)");
}
