#include "landscape/optima/optimal_set.hpp"

#include <cmath>
#include <string>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "landscape/optima/corner_map.hpp"
#include "landscape/optima/corners.hpp"
#include "landscape/optima/touching.hpp"
#include "programme/network_reduction.hpp"
#include "solvers/exact/exact.hpp"

namespace hcx {
namespace {

constexpr int kRounds = 1000;          // of pricing
constexpr double kSameOutputs = 1e-9;  // of the largest output on the data
constexpr double kOwnOutputs = 1e-6;   // the same of a corner: where columns differ much in size rounding leaves more

void require_settings(const Problem& problem, const OptimalSetSettings& s) {
  validate(problem);
  if (problem.lambda == 0)
    throw InvalidArgument(
        "lambda is 0, expected a number > 0: without weight decay neurons that no data point sees are free, and the "
        "optimal "
        "networks are no polytope");
  require_few_patterns(problem);
  require_between(s.max_corners, 1, 100'000, "maxCorners");
  if (!(s.touching > 0 && s.touching < 1))
    throw InvalidArgument("touching is " + to_text(s.touching) + ", expected a number between 0 and 1");
}

/// The certified optimum as a corner: its neurons' outputs are independent.
Solution optimum(const Problem& problem, const OptimalSetSettings& s) {
  Solution solution = exact::solve(problem, {s.tolerance, kRounds, s.max_seconds, s.warm_start});
  solution.network = reduce(problem.X, solution.network);
  solution.certificate = certify(problem, solution.network, solution.dual);
  return solution;
}

Matrix features_of(const Matrix& X, const Touching& touching) {
  Matrix features = (X * touching.directions.transpose()).cwiseMax(0);
  for (Index k = 0; k < features.cols(); ++k) features.col(k) *= touching.signs[static_cast<std::size_t>(k)];
  return features;
}

Matrix rows(const std::vector<Vector>& vectors, Index width) {
  Matrix matrix(static_cast<Index>(vectors.size()), width);
  for (std::size_t i = 0; i < vectors.size(); ++i) matrix.row(static_cast<Index>(i)) = vectors[i].transpose();
  return matrix;
}

}  // namespace

OptimalSet optimal_set(const Problem& problem, const OptimalSetSettings& settings) {
  require_settings(problem, settings);
  const Solution solution = optimum(problem, settings);
  Touching touching = touching_directions(problem, solution, settings.touching);

  const Matrix features = features_of(problem.X, touching);
  const Vector f = features * touching.weights;
  const Equations system = equations(features, f, touching.weights);
  const Corners found = corners_of(features, f, system, settings.max_corners, Slice(settings.max_seconds));
  const Index k = features.cols();
  const Matrix corners = rows(found.weights, k);
  const bool solved = solution.status != Status::TimeLimit && solution.status != Status::IterationLimit;
  return {{std::move(touching.directions), std::move(touching.signs), features, f, corners},
          corner_map(corners, found.edges),
          solution.status,
          solution.certificate,
          2 * problem.lambda,
          touching.slack,
          touching.nearest_miss,
          touching.resolution,
          system.rank(),
          k - system.rank(),
          found.complete && solved,
          corners.colwise().mean().transpose()};
}

void validate(const OptimalPolytope& set) {
  const Index k = set.directions.rows();
  if (set.directions.cols() == 0) throw InvalidArgument("set.directions has 0 columns, expected at least 1");
  require_length(static_cast<Index>(set.signs.size()), k, "set.signs", "rows of set.directions");
  require_length(set.features.cols(), k, "a row of set.features", "rows of set.directions");
  require_length(set.features.rows(), set.outputs.size(), "a column of set.features", "length of set.outputs");
  if (set.outputs.size() == 0) throw InvalidArgument("set.outputs has 0 values, expected one for each data point");
  require_length(set.corners.cols(), k, "a row of set.corners", "rows of set.directions");
  if (set.corners.rows() == 0) throw InvalidArgument("set.corners is empty, expected at least one corner");
  require_finite(set.directions, "set.directions");
  require_finite(set.features, "set.features");
  require_finite(set.outputs, "set.outputs");
  require_finite(set.corners, "set.corners");
  const double off = (set.features * set.corners.row(0).transpose() - set.outputs).cwiseAbs().maxCoeff();
  if (!(off <= kOwnOutputs * set.outputs.cwiseAbs().maxCoeff()))
    throw InvalidArgument("set.corners[0] is not one of the set: set.features times it is off set.outputs by " +
                          to_text(off));
}

Network optimal_network(const OptimalPolytope& set, const Vector& c) {
  validate(set);
  require_length(c.size(), set.directions.rows(), "c", "directions of set");
  require_finite(c, "c");
  for (Index k = 0; k < c.size(); ++k) require_at_least(c[k], 0, "c[" + std::to_string(k) + "]");
  const double off = (set.features * c - set.outputs).cwiseAbs().maxCoeff();
  if (!(off <= kSameOutputs * set.outputs.cwiseAbs().maxCoeff()))
    throw InvalidArgument("the network of c is not optimal: its outputs on the data are off by " + to_text(off));
  std::vector<Index> used;
  for (Index k = 0; k < c.size(); ++k)
    if (c[k] > 0) used.push_back(k);
  Network network{Matrix(static_cast<Index>(used.size()), set.directions.cols()),
                  Vector(static_cast<Index>(used.size()))};
  for (Index i = 0; i < network.width(); ++i) {
    const Index k = used[static_cast<std::size_t>(i)];
    network.W.row(i) = std::sqrt(c[k]) * set.directions.row(k);
    network.alpha[i] = set.signs[static_cast<std::size_t>(k)] * std::sqrt(c[k]);
  }
  return network;
}

}  // namespace hcx
