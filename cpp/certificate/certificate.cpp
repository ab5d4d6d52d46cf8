#include "certificate/certificate.hpp"

#include <cmath>

#include "certificate/column_units.hpp"
#include "certificate/dual_bound.hpp"
#include "core/checks.hpp"
#include "network/objective.hpp"
#include "programme/scaled_problem.hpp"
#include "response/responses.hpp"

namespace hcx {
namespace {

constexpr double kSearchedEnough = 1e-11;  // of the loss: a gap below it is not worth another search
constexpr double kSweptEnough = 1e-12;     // the same where another sweep costs next to nothing
constexpr double kNoise = 1e-14;           // of a vector: a part of it that is rounding

/// Tries base + t (theta - base), where base is the part of theta to which nothing responds but by rounding, and multiples of
/// base. Returns where theta responds most strongly.
Vector try_direction(DualBound& bound, const ScaledProblem& p, const Responses& responses, const Vector& theta) {
  Vector base = responses.unfittable(theta);
  if (base.norm() <= kNoise * theta.norm()) base.setZero();
  double base_peak = 0;
  if (p.b > 0 && !base.isZero(0)) {
    base_peak = responses.peak(base, 0).bound;
    bound.take_multiple(base, base_peak, base_peak);
  }
  const Vector unit = unit_direction(theta - base);
  if (unit.size() == 0) return Vector();
  if (base_peak >= p.b) return responses.peak(unit, 0).w;
  const DualBound::Multiples multiples = bound.multiples(base, base_peak, unit);
  const Responses::Peak peak = responses.peak(unit, multiples.enough);
  bound.take(multiples, peak.bound);
  return peak.w;
}

/// Tries the multiples of theta.
void try_multiples(DualBound& bound, const Responses& responses, const Vector& theta) {
  const Vector unit = unit_direction(theta);
  if (unit.size() == 0) return;
  const double peak = responses.peak(unit, 0).bound;
  bound.take_multiple(unit, peak, peak);
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
  if (const auto units = ColumnUnits::of(problem))
    return units->callers(certify(units->measured(problem), units->measured(network), dual, max_nodes));
  const Index d = problem.X.cols();
  const bool plane = d <= 2;
  const ScaledProblem p = plane ? scaled_in_the_plane(problem, "the circle of directions") : ScaledProblem(problem);
  const Responses responses =
      plane ? responses_on_circle(p.X, d) : responses_by_search(p.X, network, p.b > 0 ? max_nodes : 1);
  const Vector r = (problem.y - evaluation.predictions) / p.y_unit;

  DualBound bound(p);
  if (p.b == 0) bound.take(responses.unfittable(r));
  Vector worst = try_direction(bound, p, responses, r);
  if (worst.size() == 0) worst.setZero(d);
  const auto open = [&] {
    return p.caller_value(bound.best()) < (1 - (plane ? kSweptEnough : kSearchedEnough)) * evaluation.objective;
  };
  if (p.b > 0) {
    // A bound's own theta is tried as it is first: parted in two it would prove the bound but for the last digits.
    if (dual && plane) try_multiples(bound, responses, *dual / p.y_unit);
    if (dual && open()) try_direction(bound, p, responses, *dual / p.y_unit);
    if (network.width() > 0 && network.width() <= p.X.rows() && open())
      try_direction(bound, p, responses, balanced_residual(p, network, r));
    if (plane) try_multiples(bound, responses, Vector(bound.theta()));  // what was parted in two may have a better one
  }
  return {evaluation.objective, p.caller_value(bound.best()), worst, p.y_unit * bound.theta()};
}

}  // namespace hcx
