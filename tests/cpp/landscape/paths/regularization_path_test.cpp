#include "landscape/paths/regularization_path.hpp"

#include <cmath>

#include "catch.hpp"
#include "certificate/certificate.hpp"
#include "data/dataset.hpp"
#include "network/objective.hpp"
#include "programme/largest_lambda.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"
#include "solvers/exact/exact.hpp"

using namespace hcx;

namespace {

Problem article_problem(std::string_view name) {
  const Dataset data = dataset(name);
  return {with_bias(data.X), data.y, 0};
}

/// What holds on every path, largest lambda first.
void check_path(Problem p, const RegularizationPath& path) {
  const auto& points = path.points;
  for (std::size_t k = 0; k < points.size(); ++k) {
    CAPTURE(k, points[k].lambda);
    const auto& [lambda, objective, data_loss, penalty, bound, status, neurons, steps] = points[k];
    p.lambda = lambda;
    CHECK(status == Status::Optimal);
    CHECK(evaluate(p, neurons.network).objective == objective);
    CHECK(data_loss + penalty == Approx(objective).epsilon(1e-14).margin(1e-300));
    CHECK(neurons.ids.size() == static_cast<std::size_t>(neurons.network.width()));
    CHECK(std::is_sorted(neurons.ids.begin(), neurons.ids.end()));
    for (const RegularizationPoint& other : points) {
      // The other network's loss at this lambda: an affine function of lambda, above the optimum here.
      const double share = other.lambda > 0 ? other.penalty / other.lambda : INFINITY;
      if (std::isfinite(share)) CHECK(bound <= (other.data_loss + lambda * share) * (1 + 1e-12));
    }
    if (k == 0) continue;
    const RegularizationPoint& before = points[k - 1];
    CHECK(bound <= before.objective);
    // k ||f - f*||^2 <= gap, so that the data loss is right to this:
    const auto slack = [](const RegularizationPoint& q) { return 2 * std::sqrt(q.data_loss * q.gap()) + q.gap(); };
    CHECK(data_loss <= before.data_loss + slack(points[k]) + slack(before));
    if (k == 1) continue;
    const RegularizationPoint& first = points[k - 2];
    if (first.lambda == lambda) continue;
    const double t = (before.lambda - lambda) / (first.lambda - lambda);  // concave in lambda
    CHECK(before.objective >= (1 - t) * bound + t * first.lower_bound);
  }
}

/// Neurons alive after the events of every point are those of its network.
void check_lives(const RegularizationPath& path) {
  std::vector<int> alive;
  for (const RegularizationPoint& point : path.points) {
    for (const auto& [kind, id] : point.neurons.events) {
      if (kind == LifeEvent::Born) alive.push_back(id);
      if (kind == LifeEvent::Died) std::erase(alive, id);
    }
    std::sort(alive.begin(), alive.end());
    CHECK(alive == point.neurons.ids);
  }
}

}  // namespace

TEST_CASE("the path of the notebook's data starts at the zero network and costs a few Newton steps a point",
          "[regularization][golden]") {
  const Problem p = article_problem("notebook");
  const RegularizationPath path = regularization_path(p);
  check_path(p, path);
  check_lives(path);
  REQUIRE(path.points.size() == 60);
  CHECK(path.status == Status::Optimal);
  CHECK(path.lambda_max == largest_lambda(p));
  CHECK(path.points.front().lambda == path.lambda_max);
  CHECK(path.points.front().neurons.network.width() == 0);
  CHECK(path.points[1].neurons.network.width() > 0);
  CHECK(path.points.back().lambda == 1e-4 * path.lambda_max);

  int warm = 0, cold = 0;
  for (const RegularizationPoint& point : path.points) {
    Problem here = p;
    here.lambda = point.lambda;
    const exact::Result r = exact::solve(here);
    CHECK(point.objective == Approx(r.certificate.objective).epsilon(2e-9));
    warm += point.newton_steps, cold += r.newton_steps;
  }
  CHECK(warm < cold / 2);
  CHECK(warm < 60 * 8);
}

TEST_CASE("the neurons of the article's paths live in one piece", "[regularization][lives]") {
  for (const auto& [name, most] : {std::pair{"notebook", 16}, {"teaser", 16}}) {
    const RegularizationPath path = regularization_path(article_problem(name));
    CHECK(path.points.back().neurons.ids.back() < most);
  }
}

TEST_CASE("every path is increasing and concave, its data loss falls with lambda", "[regularization][property]") {
  const int seed = GENERATE(range(1, 21));
  const Index d = seed % 4 == 0 ? 1 : 2;
  CAPTURE(seed, d);
  Problem p = random_problem(static_cast<std::uint64_t>(seed), 2 + seed, d, 0.3, d == 2 && seed % 2 == 1);
  if (seed % 3 == 0) p.loss = Loss::Mean;
  const RegularizationPath path = regularization_path(p, {.count = 25});
  CHECK(path.status == Status::Optimal);
  check_path(p, path);
  check_lives(path);
}

TEST_CASE("a path in three dimensions is certified like one in the plane", "[regularization][space]") {
  const Problem p = random_problem(5, 10, 3, 0, true);
  const RegularizationPath path = regularization_path(p, {.to = 1e-2, .count = 12});
  CHECK(path.status == Status::Optimal);
  check_path(p, path);
  check_lives(path);
}

TEST_CASE("given lambdas are solved for, largest first, wherever they lie", "[regularization]") {
  const Problem p = article_problem("teaser");
  const RegularizationPath path = regularization_path(p, {.lambdas = Vector{{1e-6, 100, 0, 1e-2, 1e-2, 1}}});
  std::vector<double> lambdas;
  for (const RegularizationPoint& point : path.points) lambdas.push_back(point.lambda);
  CHECK(lambdas == std::vector<double>{100, 1, 1e-2, 1e-2, 1e-6, 0.0});
  check_path(p, path);
  CHECK(path.points[0].neurons.network.width() == 0);
  CHECK(path.points[3].neurons.events.empty());
  CHECK(path.points[2].objective / 2 == Approx(0.118820652797).epsilon(1e-11));
  CHECK(regularization_path(p, {.from = 1e-3, .to = 1e-1, .count = 3}).points[1].lambda == Approx(1e-2));
  CHECK(regularization_path(p, {.from = 0.5, .count = 1}).points.at(0).lambda == 0.5);
}

TEST_CASE("data that no neuron responds to has a path of one point", "[regularization][degenerate]") {
  for (const Problem& p :
       {Problem{Matrix::Zero(3, 2), Vector::Ones(3), 1}, Problem{Matrix::Ones(3, 2), Vector::Zero(3), 1}}) {
    const RegularizationPath path = regularization_path(p);
    CHECK(path.lambda_max == 0);
    REQUIRE(path.points.size() == 1);
    CHECK(path.points[0].lambda == 0);
    CHECK(path.points[0].neurons.network.width() == 0);
  }
}

TEST_CASE("a path in slices is the path in one go", "[regularization][limits]") {
  const Problem p = article_problem("notebook");
  const RegularizationPath whole = regularization_path(p);
  RegularizationTracer tracer(p);
  std::size_t slices = 0, known = 0;
  for (; !tracer.finished(); ++slices) {
    CHECK(tracer.result().status == Status::TimeLimit);
    tracer.advance(1e-6);
    CHECK(tracer.result().points.size() >= known);
    known = tracer.result().points.size();
  }
  CHECK(slices > 20);
  const RegularizationPath sliced = tracer.result();
  CHECK(sliced.status == Status::Optimal);
  REQUIRE(sliced.points.size() == whole.points.size());
  for (std::size_t k = 0; k < whole.points.size(); ++k)
    CHECK(sliced.points[k].objective == Approx(whole.points[k].objective).epsilon(2e-9));
}

TEST_CASE("a path that runs out of time says so and keeps what it has", "[regularization][limits]") {
  Problem p = random_problem(11, 60, 2, 0, true);
  const RegularizationPath path = regularization_path(p, {.count = 1000, .max_seconds = 0.01});
  CHECK(path.status == Status::TimeLimit);
  CHECK(path.points.size() < 1000);
  for (const RegularizationPoint& point : path.points) {
    p.lambda = point.lambda;
    CHECK(point.lower_bound <= exact::solve(p).certificate.objective);
  }
}

TEST_CASE("bad settings of a path are refused by name", "[regularization]") {
  const Problem p = random_problem(1, 4, 2, 0.1);
  const auto refused = [&](const RegularizationSettings& s) { return refusal([&] { regularization_path(p, s); }); };
  CHECK(refused({.lambdas = Vector{{1, -1}}}) == "lambdas[1] is -1, expected a finite number >= 0");
  CHECK(refused({.lambdas = Vector(0)}) == "length of lambdas is 0, expected a whole number from 1 to 1000");
  CHECK(refused({.lambdas = Vector{{1}}, .count = 3}) ==
        "lambdas is given with from, to or count, expected one or the other");
  CHECK(refused({.from = 0}) == "from is 0, expected a finite number > 0");
  CHECK(refused({.to = INFINITY}) == "to is inf, expected a finite number > 0");
  CHECK(refused({.count = 0}) == "count is 0, expected a whole number from 1 to 1000");
  CHECK(refused({.tolerance = 1}) == "tolerance is 1, expected a number between 0 and 1");
  CHECK(refused({.max_seconds = 0}) == "maxSeconds is 0, expected a number > 0");
  CHECK(refusal([&] { regularization_path({p.X, Vector::Ones(3), 0}); }) == "y has 3 values, expected 4 (rows of X)");
}
