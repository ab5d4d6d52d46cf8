#include "convex/certificate.hpp"

#include <cmath>
#include <functional>
#include <memory>
#include <vector>

#include "convex/dual_bound.hpp"
#include "convex/peak_response.hpp"
#include "convex/response_search.hpp"
#include "convex/scaled_problem.hpp"
#include "core/checks.hpp"
#include "core/pivoted_qr.hpp"
#include "network/objective.hpp"
#include "patterns/circle.hpp"

namespace hcx {
namespace {

constexpr double kDependent = 1e-13;  // pivots of this size, relative to the largest, are rounding

constexpr double kClosed = 1e-11;  // of the loss: a gap below it is not worth another search

using Lines = std::vector<std::vector<Index>>;  ///< the points on each line, or hyperplane

/// v less its part along the changes from one side of a line to the other: on each line, the lengths of its points.
Vector without_crossings(const Matrix& X, const Lines& lines, Vector v) {
  for (const std::vector<Index>& line : lines) {
    double along = 0, square = 0;
    for (const Index j : line) {
      const double length = X.row(j).norm();
      along += length * v[j], square += length * length;
    }
    for (const Index j : line) v[j] -= square > 0 ? along / square * X.row(j).norm() : 0.0;
  }
  return v;
}

/// The part of r orthogonal to max(0, X w) for every w. Those vectors span the crossings of the lines, which are orthogonal
/// to each other, and the columns of D X for one cell, `on`. Zero unless points share a line.
Vector unreachable_part(const Matrix& X, const Lines& lines, const Pattern& on, const Vector& r) {
  if (lines.empty()) return r;
  Eigen::MatrixXd columns = Eigen::MatrixXd::Zero(X.rows(), X.cols());
  for (Index j = 0; j < X.rows(); ++j)
    if (on[j]) columns.row(j) = X.row(j);
  for (Index k = 0; k < X.cols(); ++k) {
    const double before = columns.col(k).norm();
    columns.col(k) = without_crossings(X, lines, columns.col(k));
    if (columns.col(k).norm() <= kDependent * before) columns.col(k).setZero();
  }
  const Vector rest = without_crossings(X, lines, r);
  return columns.isZero(0) ? rest : PivotedQR(columns, kDependent).orthogonal_part(rest);
}

/// How strongly a single neuron can respond to a direction of either sign, and the part of a vector to which none does.
struct Responses {
  struct Peak {
    double bound;
    Vector w;
  };
  std::function<Peak(const Vector& v, double enough)> peak;
  std::function<Vector(const Vector& r)> unreachable;
};

Responses on_the_circle(const Matrix& X, Index d) {
  const auto circle = std::make_shared<Circle>(X);
  Lines lines;
  for (Index k = 0; k < circle->rays() / 2; ++k) lines.emplace_back(circle->line(k).begin(), circle->line(k).end());
  const Pattern on = lines.empty() ? Pattern(X.rows()) : circle->sector_pattern(0);
  return {[&X, d, circle](const Vector& v, double) -> Responses::Peak {
            const PeakResponse up = peak_response(X, *circle, v), down = peak_response(X, *circle, -v);
            return {std::max(up.bound, down.bound), (up.value >= down.value ? up.w : down.w).head(d)};
          },
          [&X, lines, on](const Vector& r) { return unreachable_part(X, lines, on, r); }};
}

Responses by_search(const Matrix& X, const Network& network, long long max_nodes) {
  const auto search = std::make_shared<ResponseSearch>(X);
  Lines lines;
  for (const Hyperplane& plane : search->planes()) {
    lines.emplace_back();
    for (const auto& [j, side] : plane.points) lines.back().push_back(j);
  }
  const Matrix starts = starting_directions(network, X.cols());
  const Pattern on = pattern_of(X, starts.row(0).transpose());
  const auto nodes = std::make_shared<long long>(max_nodes);
  return {[search, starts, nodes](const Vector& v, double enough) -> Responses::Peak {
            const ResponsePeak peak = search->peak(v, starts, {.enough = enough, .max_nodes = *nodes});
            if (!peak.complete) *nodes /= 4;  // other directions will be as hard and little better
            return {peak.bound, peak.w};
          },
          [&X, lines, on](const Vector& r) { return unreachable_part(X, lines, on, r); }};
}

/// Tries the multiples of theta. Returns where theta responds most strongly.
Vector try_multiples(DualBound& bound, const ScaledProblem& p, const Responses& responses, const Vector& theta) {
  const Vector unit = unit_direction(theta);
  if (unit.size() == 0) return Vector();
  // A peak below this leaves the best multiple feasible: how far below does not matter.
  const double enough = p.b * unit.squaredNorm() / std::max(std::abs(unit.dot(p.y)), unit.squaredNorm());
  const Responses::Peak peak = responses.peak(unit, enough);
  bound.take_multiple(unit, peak.bound, peak.bound);
  return peak.w;
}

}  // namespace

Certificate certify(const Problem& problem, const Network& network, const std::optional<Vector>& dual,
                    long long max_nodes) {
  if (dual) {
    require_length(dual->size(), problem.X.rows(), "dual", "rows of X");
    require_finite(*dual, "dual");
  }
  require_between(max_nodes, 1, 1'000'000'000, "maxNodes");
  const Evaluation evaluation = evaluate(problem, network);
  const Index d = problem.X.cols();
  const bool plane = d <= 2;
  const ScaledProblem p = plane ? scaled_in_the_plane(problem, "the circle of directions") : ScaledProblem(problem);
  const Responses responses = plane ? on_the_circle(p.X, d) : by_search(p.X, network, p.b > 0 ? max_nodes : 1);
  const Vector r = (problem.y - evaluation.predictions) / p.y_unit;

  DualBound bound(p);
  Vector worst = try_multiples(bound, p, responses, r);
  if (worst.size() == 0) worst.setZero(d);
  const auto open = [&] { return plane || p.caller_value(bound.best()) < (1 - kClosed) * evaluation.objective; };
  const Vector unreachable = responses.unreachable(r);
  if (p.b == 0) {
    bound.take(unreachable);
  } else {
    if (open()) try_multiples(bound, p, responses, unreachable);
    if (dual && open()) try_multiples(bound, p, responses, *dual / p.y_unit);
    if (network.width() > 0 && network.width() <= p.X.rows() && open())
      try_multiples(bound, p, responses, balanced_residual(p, network, r));
  }
  return {evaluation.objective, p.caller_value(bound.best()), worst};
}

}  // namespace hcx
