#include "landscape/optima/optimal_set.hpp"

#include <cmath>
#include <limits>

#include "catch.hpp"
#include "core/random.hpp"
#include "data/dataset.hpp"
#include "landscape/optima/corner_map.hpp"
#include "landscape/optima/output_range.hpp"
#include "network/objective.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"

using namespace hcx;

namespace {

Problem teaser(double lambda) {
  const Dataset data = dataset("teaser", 0);
  return {with_bias(data.X), data.y, lambda, Loss::Mean};
}

/// Three points of the plane at equal angles: a label for each.
Problem star(const Vector& y, double lambda) {
  Problem problem{Matrix(y.size(), 2), y, lambda};
  for (Index j = 0; j < y.size(); ++j) {
    const double angle = 2 * 3.14159265358979323846 * static_cast<double>(j) / static_cast<double>(y.size());
    problem.X.row(j) << std::cos(angle), std::sin(angle);
  }
  return problem;
}

Matrix around(Index count) {
  Matrix X(count, 2);
  for (Index i = 0; i < count; ++i) {
    const double angle = 2 * 3.14159265358979323846 * static_cast<double>(i) / static_cast<double>(count);
    X.row(i) << std::cos(angle), std::sin(angle);
  }
  return X;
}

Matrix along(double from, double to, Index count) {
  Matrix X = Matrix::Ones(count, 2);
  X.col(0) = Vector::LinSpaced(count, from, to);
  return X;
}

/// Weights of a random optimal network.
Vector mixture(const OptimalSet& set, Random& random) {
  Vector shares(set.corners.rows());
  for (double& share : shares) share = std::pow(random.uniform(), 4);
  shares /= shares.sum();
  return set.corners.transpose() * shares;
}

void check_optimal(const Problem& problem, const OptimalSet& set, const Vector& c) {
  const Network network = optimal_network(set, c);
  const Evaluation there = evaluate(problem, network);
  CHECK(std::abs(there.objective - set.certificate.objective) <= 1e-9 * set.certificate.objective);
  CHECK((there.predictions - set.outputs).cwiseAbs().maxCoeff() <= 1e-9 * set.outputs.cwiseAbs().maxCoeff());
}

}  // namespace

TEST_CASE("the optimal networks of the opening data are the polytopes that were found by enumerating bases",
          "[landscape][optimal-set][article]") {
  struct Known {
    double lambda;
    Index directions, rank, corners;
  };
  const Known known = GENERATE(Known{1e-5, 16, 10, 176}, Known{1e-4, 16, 10, 170}, Known{3e-4, 16, 10, 117},
                               Known{1e-3, 4, 4, 1}, Known{3e-3, 1, 1, 1});
  CAPTURE(known.lambda);
  const Problem problem = teaser(known.lambda);
  const OptimalSet set = optimal_set(problem);
  CAPTURE(set.slack.transpose(), set.nearest_miss, set.resolution, set.certificate.gap());
  CHECK(set.directions.rows() == known.directions);
  CHECK(set.rank == known.rank);
  CHECK(set.dimension == known.directions - known.rank);
  CHECK(set.corners.rows() == known.corners);
  CHECK(set.complete);
  CHECK(set.level == 2 * known.lambda);
  CHECK(set.nearest_miss > set.resolution);
  for (Index i = 0; i < set.corners.rows(); ++i) {
    const Vector c = set.corners.row(i).transpose();
    CHECK((c.array() > 0).count() == known.rank);
    CHECK(c.sum() == Approx(set.corners.row(0).sum()).epsilon(1e-9));
    check_optimal(problem, set, c);
  }
  check_optimal(problem, set, set.interior);
}

TEST_CASE("on the line, its bias decayed, all optimal networks are one function", "[landscape][optimal-set][article]") {
  const OptimalSet set = optimal_set(teaser(1e-4));
  const OutputRange range = output_range(set, along(-1, 1, 401));
  CHECK(range.difference <= 1e-11);
}

TEST_CASE("with points at equal angles they differ between the points, and nowhere else",
          "[landscape][optimal-set][closed-form]") {
  const Problem problem = star(Vector{{1, 1, 1}}, 0.1);
  const OptimalSet set = optimal_set(problem);
  CHECK(set.directions.rows() == 6);
  CHECK(set.rank == 3);
  const OutputRange range = output_range(set, around(6));
  for (Index i = 0; i < 6; i += 2) CHECK(std::abs(range.high[i] - range.low[i]) <= 1e-12);
  // f = .9 at each point. One neuron between two of them, of weight 1.8, says 1.8 there; between the other two it is that of the
  // third point alone that is seen, .9 cos 60 degrees.
  CHECK(range.high[1] == Approx(1.8));
  CHECK(range.low[1] == Approx(0.45));
  for (Index i = 0; i < set.corners.rows(); ++i) check_optimal(problem, set, set.corners.row(i).transpose());
}

TEST_CASE("no optimal network leaves the range, and corners attain it", "[landscape][optimal-set][property]") {
  const Problem problem =
      GENERATE(teaser(1e-4), star(Vector{{1, .8, .6}}, 0.1), star(Vector{{1, .9, 1, 1.1, 1}}, 0.05));
  const OptimalSet set = optimal_set(problem);
  const Matrix X = problem.X.rows() == 10 ? along(-1, 1, 201) : around(200);
  const OutputRange range = output_range(set, X);
  Vector low = Vector::Constant(X.rows(), INFINITY), high = -low;
  for (Index i = 0; i < set.corners.rows(); ++i) {
    const Vector f = predict(optimal_network(set, set.corners.row(i).transpose()), X);
    low = low.cwiseMin(f), high = high.cwiseMax(f);
  }
  CHECK((range.low - low).cwiseAbs().maxCoeff() <= 1e-10);
  CHECK((range.high - high).cwiseAbs().maxCoeff() <= 1e-10);
  Random random(7);
  for (int draw = 0; draw < 200; ++draw) {
    const Vector f = predict(optimal_network(set, mixture(set, random)), X);
    CHECK((f - range.low).minCoeff() >= -1e-10);
    CHECK((range.high - f).minCoeff() >= -1e-10);
  }
}

TEST_CASE("the range needs no list of corners", "[landscape][optimal-set]") {
  const OptimalSet all = optimal_set(star(Vector::Ones(7), 0.05));
  const OptimalSet few = optimal_set(star(Vector::Ones(7), 0.05), {.max_corners = 3});
  CHECK(all.corners.rows() > 3);
  CHECK(few.corners.rows() == 3);
  CHECK_FALSE(few.complete);
  const Matrix X = around(100);
  CHECK((output_range(all, X).high - output_range(few, X).high).cwiseAbs().maxCoeff() <= 1e-10);
}

TEST_CASE("the walk goes along edges to every corner, the map leads to optimal networks",
          "[landscape][optimal-set][map]") {
  const Problem problem = GENERATE(teaser(1e-4), star(Vector{{1, .8, .6}}, 0.1), teaser(3e-3));
  const OptimalSet set = optimal_set(problem);
  const CornerMap& map = set.map;
  std::vector<bool> seen(static_cast<std::size_t>(set.corners.rows()), false);
  for (Index i = 0; i < map.walk.size(); ++i) {
    seen[static_cast<std::size_t>(map.walk[i])] = true;
    if (i == 0) continue;
    bool joined = false;
    for (Index e = 0; e < map.edges.rows(); ++e)
      joined = joined || (map.edges(e, 0) == std::min(map.walk[i], map.walk[i - 1]) &&
                          map.edges(e, 1) == std::max(map.walk[i], map.walk[i - 1]));
    CHECK(joined);
  }
  CHECK(std::count(seen.begin(), seen.end(), true) == set.corners.rows());
  for (const double t : {0.0, 0.3, 1.0, 2.7, 1e9}) check_optimal(problem, set, on_the_walk(set, map, t).weights);
  Random random(3);
  for (int draw = 0; draw < 50; ++draw) {
    const double u = random.uniform(-1.5, 1.5), v = random.uniform(-1.5, 1.5);
    const OptimalPlace place = at_the_place(set, map, u, v);
    check_optimal(problem, set, place.weights);
    CHECK(std::hypot(place.u, place.v) <= std::hypot(u, v) + 1e-12);
    const OptimalPlace near = at_the_place(set, map, u + 1e-9, v);
    CHECK((near.weights - place.weights).norm() <= 1e-6 * (1 + place.weights.norm()));
  }
}

TEST_CASE("in more dimensions, random data have one optimal network or many, each proven",
          "[landscape][optimal-set][property]") {
  const int seed = GENERATE(range(1, 9));
  const Index d = GENERATE(1, 3, 4);
  const double lambda = GENERATE(1e-3, 1e-2, 1e-1);
  CAPTURE(seed, d, lambda);
  const Problem problem = random_problem(static_cast<std::uint64_t>(seed), 8, d, lambda);
  const OptimalSet set = optimal_set(problem, {.max_corners = 100});
  for (Index i = 0; i < set.corners.rows(); ++i) check_optimal(problem, set, set.corners.row(i).transpose());
  check_optimal(problem, set, set.interior);
}

TEST_CASE("where no network is best, the set is that one", "[landscape][optimal-set]") {
  const OptimalSet set = optimal_set(teaser(10));
  CHECK(set.dimension == 0);
  CHECK(set.corners.rows() == 1);
  CHECK(set.corners.cols() == 0);
  CHECK(output_range(set, along(-1, 1, 5)).difference == 0);
  CHECK(on_the_walk(set, set.map, 0).network.width() == 0);
}

TEST_CASE("bad input is refused by name", "[landscape][optimal-set][refusal]") {
  CHECK(refusal([] { optimal_set(teaser(0)); }).substr(0, 42) == "lambda is 0, expected a number > 0: withou");
  CHECK(refusal([] { optimal_set(teaser(1e-4), {.max_corners = 0}); }) ==
        "maxCorners is 0, expected a whole number from 1 to 100000");
  CHECK(refusal([] { optimal_set(teaser(1e-4), {.touching = 1}); }) ==
        "touching is 1, expected a number between 0 and 1");
  CHECK(refusal([] { optimal_set(random_problem(1, 100, 10, 1)); }) ==
        "X is 100 x 10 (bias included): there may be more than 20000 activation patterns, too many to find every "
        "direction "
        "that touches");
  const OptimalSet set = optimal_set(teaser(1e-4));
  CHECK(refusal([&] { optimal_network(set, Vector::Ones(3)); }) == "c has 3 values, expected 16 (directions of set)");
  CHECK(refusal([&] { optimal_network(set, Vector::Constant(16, -1)); }) ==
        "c[0] is -1, expected a finite number >= 0");
  CHECK(refusal([&] { optimal_network(set, Vector::Ones(16)); }).substr(0, 36) ==
        "the network of c is not optimal: its");
  CHECK(refusal([&] { output_range(set, Matrix::Ones(2, 3)); }) ==
        "X has 3 columns (bias included), expected 2 (columns of the set's directions)");
}
