#include "network/network.hpp"

#include <cmath>

#include "catch.hpp"
#include "network/objective.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"

using namespace hcx;

TEST_CASE("the loss is the article's, by hand", "[network]") {
  // f(1) = 2 * 3 = 6, f(-1) = 0; misfit 1 + 4; penalty 0.1 * (9 + 4).
  const Problem problem{Matrix{{1.0}, {-1.0}}, Vector{{5, 2}}, 0.1};
  const Network network{Matrix{{3.0}}, Vector{{2.0}}};
  const Evaluation e = evaluate(problem, network);
  CHECK(e.data_loss == Approx(5));
  CHECK(e.penalty == Approx(1.3));
  CHECK(e.objective == Approx(6.3));
  Problem mean = problem;
  mean.loss = Loss::Mean;
  CHECK(evaluate(mean, network).data_loss == Approx(2.5));
}

TEST_CASE("the gradient is the slope of the loss in every direction", "[network][property]") {
  const auto seed = GENERATE(range(1, 11));
  CAPTURE(seed);
  const Problem problem = random_problem(static_cast<std::uint64_t>(seed), 9, 3, 0.2);
  const Network network = random_network(static_cast<std::uint64_t>(seed) + 50, 5, 3);
  const Network direction = random_network(static_cast<std::uint64_t>(seed) + 90, 5, 3);
  const Gradient g = gradient(problem, network);
  const double h = 1e-6;
  const auto shifted = [&](double t) {
    return evaluate(problem, {network.W + t * direction.W, network.alpha + t * direction.alpha}).objective;
  };
  const double slope = g.W.cwiseProduct(direction.W).sum() + g.alpha.dot(direction.alpha);
  CHECK((shifted(h) - shifted(-h)) / (2 * h) == Approx(slope).epsilon(1e-6));
}

TEST_CASE("the output curve passes through the network's predictions everywhere", "[network][property]") {
  const auto seed = GENERATE(range(1, 11));
  CAPTURE(seed);
  Network network = random_network(static_cast<std::uint64_t>(seed), 7, 2);
  network.W(0, 0) = 0;                          // a neuron without a kink
  network.W.row(1) = Eigen::RowVector2d(1, 2);  // a kink exactly at the start
  network.W.row(2) = Eigen::RowVector2d(-1, -2);
  const OutputCurve curve = output_curve(network, -2, 3);
  CHECK(curve.x[0] == -2);
  CHECK(curve.x[curve.x.size() - 1] == 3);
  for (Index i = 0; i + 1 < curve.x.size(); ++i) {
    CHECK(curve.x[i] <= curve.x[i + 1]);
    const double x = 0.5 * (curve.x[i] + curve.x[i + 1]), y = 0.5 * (curve.y[i] + curve.y[i + 1]);
    CHECK(predict(network, Matrix{{x, 1.0}})[0] == Approx(y).margin(1e-12));
  }
}

TEST_CASE("activation points say where, to which side and how steeply a neuron acts", "[network]") {
  const Network network{Matrix{{2, 1}, {-1, 3}, {0, 1}}, Vector{{1, -2, 1}}};
  const ActivationPoints a = activation_points(network);
  CHECK(a.position[0] == -0.5);
  CHECK(a.position[1] == 3);
  CHECK(std::isinf(a.position[2]));
  CHECK(a.side[0] == 1);
  CHECK(a.side[1] == -1);
  CHECK(a.slope[1] == -2);
  CHECK(a.weight[0] == Approx(std::sqrt(5)));
}

TEST_CASE("a network of the wrong shape is refused with both sizes", "[network]") {
  const Problem problem = random_problem(1, 3, 2, 0.1);
  CHECK(refusal([&] {
          evaluate(problem, {Matrix::Ones(2, 3), Vector::Ones(2)});
        }) == "W has 3 columns, expected 2 (columns of X, bias included)");
  CHECK(refusal([&] {
          evaluate(problem, {Matrix::Ones(2, 2), Vector::Ones(3)});
        }) == "W has 2 rows, expected 3 (length of alpha)");
  CHECK(refusal([] {
          output_curve({Matrix::Ones(1, 2), Vector::Ones(1)}, 1, 1);
        }) == "range is from 1 to 1, expected finite from < to");
  CHECK(evaluate(problem, {Matrix(0, 2), Vector(0)}).objective == Approx(problem.y.squaredNorm()));
}
