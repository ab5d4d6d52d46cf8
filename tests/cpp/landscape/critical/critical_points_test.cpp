#include "landscape/critical/critical_points.hpp"

#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "network/objective.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"

using namespace hcx;

namespace {

Problem article(double lambda = 0) { return {Matrix{{-1}, {1}}, Vector{{1, 2}}, lambda}; }

std::vector<CriticalSet> of_kind(const std::vector<CriticalSet>& sets, CriticalKind kind) {
  std::vector<CriticalSet> chosen;
  for (const CriticalSet& set : sets)
    if (set.kind == kind) chosen.push_back(set);
  return chosen;
}

bool is_minimum(const CriticalSet& set) {
  return set.kind == CriticalKind::GlobalMinimum || set.kind == CriticalKind::LocalMinimum ||
         set.kind == CriticalKind::Flat;
}

/// Distance from a set in the plane, to first order.
double distance(const CriticalSet& set, const Vector& point) {
  const Vector start = set.vertices.row(0).transpose(), way = point - start;
  switch (set.shape) {
    case CriticalShape::Single: return way.norm();
    case CriticalShape::Hyperbola: {
      const double side = set.vertices(0, 0) * point[0];
      return side > 0 ? std::abs(point[0] * point[1] - set.product) / point.norm() : INFINITY;
    }
    case CriticalShape::Region: {
      double outside = 0;
      for (std::size_t i = 0; i < set.signs.size(); ++i)
        outside = std::max(outside, -set.signs[i] * point[static_cast<Index>(i)]);
      return outside;
    }
    case CriticalShape::Segment:
    case CriticalShape::Ray: {
      const bool bounded = set.shape == CriticalShape::Segment;
      const Vector along =
          bounded ? Vector(set.vertices.row(1).transpose() - start) : Vector(set.rays.row(0).transpose());
      const double share = std::clamp(way.dot(along) / along.squaredNorm(), 0.0, bounded ? 1.0 : INFINITY);
      return (way - share * along).norm();
    }
  }
  return INFINITY;
}

/// Points inside a set.
std::vector<Vector> samples(const CriticalSet& set) {
  std::vector<Vector> points;
  for (const double s : {0.3, 0.5, 0.9}) {
    Vector point = set.vertices.row(0).transpose();
    if (set.shape == CriticalShape::Segment) point = (1 - s) * point + s * set.vertices.row(1).transpose();
    if (set.shape == CriticalShape::Hyperbola)
      point = Vector{{point[0] * (0.5 + s), point[1] / (0.5 + s)}};
    else
      for (Index i = 0; i < set.rays.rows(); ++i)
        point += (s + 0.1 * static_cast<double>(i)) * set.rays.row(i).transpose();
    points.push_back(point);
  }
  return points;
}

/// L over the plane, by `evaluate`.
template <class ToNetwork>
void compare_with_grid(const Problem& p, const std::vector<CriticalSet>& sets, ToNetwork&& network) {
  const auto loss = [&](const Vector& at) { return evaluate(p, network(at)).objective; };
  const double noise = 1e-12 * (1 + p.y.squaredNorm());
  // What the list says of each point holds around it.
  for (const CriticalSet& set : sets)
    for (const Vector& at : samples(set)) {
      CAPTURE(to_string(set.shape), to_string(set.kind), at.transpose(), set.loss);
      CHECK(loss(at) == Approx(set.loss).epsilon(1e-12).margin(noise));
      double lowest = INFINITY, highest = -INFINITY;
      for (int k = 0; k < 64; ++k) {
        const double angle = 2 * M_PI * k / 64;
        const double value = loss(at + 1e-4 * Vector{{std::cos(angle), std::sin(angle)}}) - set.loss;
        lowest = std::min(lowest, value), highest = std::max(highest, value);
      }
      CHECK((lowest >= -noise) == is_minimum(set));
      if (set.kind == CriticalKind::Flat || set.kind == CriticalKind::LocalMaximum) CHECK(highest <= noise);
      if (set.kind == CriticalKind::Saddle) CHECK(highest > noise);
    }
  // And no minimum of a grid is far from a listed one.
  constexpr int half = 40;
  constexpr double step = 3.0 / half;
  Matrix grid(2 * half + 1, 2 * half + 1);
  const auto point = [&](Index i, Index j) {
    return Vector{{static_cast<double>(i - half) * step, static_cast<double>(j - half) * step}};
  };
  for (Index i = 0; i < grid.rows(); ++i)
    for (Index j = 0; j < grid.cols(); ++j) grid(i, j) = loss(point(i, j));
  for (Index i = 1; i + 1 < grid.rows(); ++i)
    for (Index j = 1; j + 1 < grid.cols(); ++j) {
      if (grid(i, j) > grid.block(i - 1, j - 1, 3, 3).minCoeff()) continue;
      double nearest = INFINITY;
      for (const CriticalSet& set : sets)
        if (is_minimum(set)) nearest = std::min(nearest, distance(set, point(i, j)));
      CAPTURE(point(i, j).transpose(), grid(i, j));
      CHECK(nearest <= 4 * step);
    }
  // The global minimum is where the list says.
  const auto best = of_kind(sets, CriticalKind::GlobalMinimum);
  REQUIRE_FALSE(best.empty());
  CHECK(grid.minCoeff() >= best[0].loss - noise);
}

}  // namespace

TEST_CASE("the article's two neurons: minima of 0, y1^2 and y2^2, segments whose ends are no minima",
          "[landscape][critical][golden]") {
  const auto sets = critical_points(article(), {.width = 2});
  CHECK(sets.size() == 9);
  const auto global = of_kind(sets, CriticalKind::GlobalMinimum);
  REQUIRE(global.size() == 2);
  CHECK(global[0].loss == 0);
  CHECK(global[0].vertices == Matrix{{2, -1}});
  CHECK(global[1].vertices == Matrix{{-1, 2}});
  CHECK(global[0].stable_step_size == Approx(1));

  const auto local = of_kind(sets, CriticalKind::LocalMinimum);
  REQUIRE(local.size() == 2);
  CHECK(local[0].loss == Approx(1));
  CHECK(local[0].shape == CriticalShape::Segment);
  CHECK(local[0].vertices == Matrix{{2, 0}, {0, 2}});
  CHECK(local[1].loss == Approx(4));
  CHECK(local[1].vertices == Matrix{{-1, 0}, {0, -1}});
  CHECK(local[1].stable_step_size == Approx(0.5));

  CHECK(of_kind(sets, CriticalKind::Saddle).size() == 4);  // the ends
  const auto top = of_kind(sets, CriticalKind::LocalMaximum);
  REQUIRE(top.size() == 1);
  CHECK(top[0].vertices.norm() == 0);
  CHECK(top[0].loss == Approx(5));
}

TEST_CASE("weight decay makes the segments points: three minima up to permutation", "[landscape][critical][golden]") {
  const auto sets = critical_points(article(0.05), {.width = 2});
  CHECK(of_kind(sets, CriticalKind::GlobalMinimum).size() == 2);
  const auto local = of_kind(sets, CriticalKind::LocalMinimum);
  REQUIRE(local.size() == 2);
  CHECK(local[0].shape == CriticalShape::Single);
  CHECK(local[0].vertices(0, 0) == Approx(2 / 2.05));
  CHECK(local[0].vertices(0, 1) == Approx(2 / 2.05));
}

TEST_CASE("(x y - 1)^2: two branches of a hyperbola and a saddle; with weight decay two points, then one",
          "[landscape][critical][golden]") {
  // One data point on each side, so that both branches show: w x = 1 for w > 0 and for w < 0.
  const Problem p{Matrix{{1}, {-1}}, Vector{{1, 1}}, 0};
  const auto sets = critical_points(p, {.layers = TrainedLayers::Both});
  const auto minima = of_kind(sets, CriticalKind::GlobalMinimum);
  REQUIRE(minima.size() == 2);
  CHECK(minima[0].shape == CriticalShape::Hyperbola);
  CHECK(minima[0].product == Approx(1));
  CHECK(minima[1].product == Approx(-1));
  CHECK(minima[0].loss == Approx(1));
  CHECK(minima[0].stable_step_size == Approx(0.5));

  const Problem one{Matrix{{1}}, Vector{{1}}, 0.1};  // (p - 1)^2 + 0.1 (w^2 + alpha^2)
  const auto decayed = critical_points(one, {.layers = TrainedLayers::Both});
  REQUIRE(decayed.size() == 2);
  CHECK(decayed[0].loss == Approx(0.19));
  CHECK(decayed[0].vertices(0, 0) == Approx(std::sqrt(0.9)));
  CHECK(decayed[1].kind == CriticalKind::Saddle);
  CHECK(decayed[1].loss == Approx(1));
  for (const double lambda : {1.0, 1.5}) {  // from k |T| = 1 on nothing but 0 is left
    const auto collapsed = critical_points({one.X, one.y, lambda}, {.layers = TrainedLayers::Both});
    REQUIRE(collapsed.size() == 1);
    CHECK(collapsed[0].kind == CriticalKind::GlobalMinimum);
    CHECK(collapsed[0].vertices.norm() == 0);
  }
}

TEST_CASE("a neuron without data on its side is free: a flat ray", "[landscape][critical]") {
  const Problem p{Matrix{{1}, {2}}, Vector{{1, 2}}, 0};
  const auto sets = critical_points(p);
  REQUIRE(sets.size() == 3);
  CHECK(sets[0].loss == 0);
  CHECK(sets[0].vertices == Matrix{{1}});
  CHECK(of_kind(sets, CriticalKind::Flat).size() == 1);
  CHECK(of_kind(sets, CriticalKind::Flat)[0].rays == Matrix{{-1}});
  CHECK(std::isinf(of_kind(sets, CriticalKind::Flat)[0].stable_step_size));
  CHECK(of_kind(sets, CriticalKind::LocalMaximum).size() == 1);  // its end at 0
  CHECK(critical_points(p, {.alpha = Vector{{-1}}})[0].kind == CriticalKind::GlobalMinimum);
}

TEST_CASE("the lists agree with grids", "[landscape][critical][property]") {
  const int seed = GENERATE(range(1, 9));
  const double lambda = GENERATE(0.0, 0.3);
  CAPTURE(seed, lambda);
  Problem p = random_problem(static_cast<std::uint64_t>(seed), 1 + seed % 4, 1, lambda);
  if (seed % 3 == 0) p.X = p.X.cwiseAbs().eval();  // one side only
  if (seed % 2 == 0) p.loss = Loss::Mean;
  const Vector alpha = seed % 2 == 0 ? Vector{{1, 1}} : Vector{{0.7, seed % 4 == 1 ? -1.2 : 1.2}};
  compare_with_grid(p, critical_points(p, {.width = 2, .alpha = alpha}), [&](const Vector& w) {
    return Network{Matrix(w), alpha};
  });
  compare_with_grid(p, critical_points(p, {.layers = TrainedLayers::Both}), [&](const Vector& at) {
    return Network{Matrix{{at[0]}}, Vector{{at[1]}}};
  });
}

TEST_CASE("what critical_points cannot list is refused by name", "[landscape][critical]") {
  CHECK(refusal([] { critical_points(random_problem(1, 3, 2, 0.1)); }) ==
        "X has 2 columns (bias included), expected 1 for listing critical points");
  CHECK(refusal([] { critical_points(article(), {.width = 3}); }) == "width is 3, expected a whole number from 1 to 2");
  CHECK(refusal([] { critical_points(article(), {.width = 2, .alpha = Vector{{1}}}); }) ==
        "alpha has 1 value, expected 2 (width)");
  CHECK(refusal([] { critical_points(article(), {.alpha = Vector{{0}}}); }) ==
        "alpha[0] is 0, expected a number other than 0");
  CHECK(refusal([] { critical_points(article(), {.width = 2, .layers = TrainedLayers::Both}); }) ==
        "width is 2, expected 1 when both layers are trained");
  CHECK(refusal([] { critical_points(article(), {.layers = TrainedLayers::Both, .alpha = Vector{{1}}}); }) ==
        "alpha is given, expected none when both layers are trained");
}
