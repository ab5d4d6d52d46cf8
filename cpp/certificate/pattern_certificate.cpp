#include "certificate/pattern_certificate.hpp"

#include <algorithm>
#include <cmath>

#include "certificate/column_units.hpp"
#include "certificate/dual_bound.hpp"
#include "core/checks.hpp"
#include "network/objective.hpp"
#include "programme/scaled_problem.hpp"
#include "response/block_response.hpp"

namespace hcx {
namespace {

constexpr double kLeastSize = 100;         // in those units: a network that fits is hardly larger
constexpr double kClosed = 3e-11;          // of the objective: a gap that rounding leaves
constexpr double kFraction = 0.01;         // of b: a response that is to be taken out of a dual point
constexpr double kHardlyPenalised = 1e-8;  // of the units of X and y: rounding of r may then exceed b

/// Tries the multiples of theta of the sign with theta . y > 0: the others bound nothing.
class Trial {
 public:
  /// size: sum ||w_i|| |alpha_i| of the networks compared with, in the units of p.
  Trial(const ScaledProblem& p, BlockResponse& blocks, double size) : p_(p), blocks_(blocks), size_(size), bound(p) {}

  void multiples_of(const Vector& theta) {
    Vector unit = unit_direction(theta);
    if (unit.size() == 0) return;
    const double along = unit.dot(p_.y);
    if (along < 0) unit = -unit;
    // A peak below this leaves the best multiple feasible: how far below does not matter.
    if (along != 0) take(unit, blocks_.peak(unit, p_.b * unit.squaredNorm() / std::abs(along)).bound);
  }
  /// Returns where theta responds most strongly, 0 when nowhere.
  Vector residual(const Vector& theta) {
    const Vector unit = unit_direction(theta);
    if (unit.size() == 0) return Vector::Zero(p_.X.cols());
    const BlockResponse::Peak peak = blocks_.peak(unit);
    unit.dot(p_.y) > 0 ? take(unit, peak.bound) : multiples_of(unit);
    return peak.w;
  }

 private:
  void take(const Vector& unit, double peak) {
    if (p_.b > 0) {
      bound.take_multiple(unit, peak, peak);
    } else {
      bound.take_unpenalised(unit, peak, size_);
    }
  }

  const ScaledProblem& p_;
  BlockResponse& blocks_;
  double size_;

 public:
  DualBound bound;
};

}  // namespace

Certificate certify(const Problem& problem, const Network& network, const PatternSet& patterns,
                    const std::optional<Vector>& dual) {
  if (dual) {
    require_length(dual->size(), problem.X.rows(), "dual", "rows of X");
    require_finite(*dual, "dual");
  }
  const Evaluation evaluation = evaluate(problem, network);
  validate(patterns, problem.X.rows());
  if (const auto units = ColumnUnits::of(problem))
    return units->callers(certify(units->measured(problem), units->measured(network), patterns, dual));
  const ScaledProblem p(problem);
  BlockResponse blocks(p.X, patterns);
  blocks.expect(network);  // at an optimum its neurons respond most strongly to the residual
  const Vector r = (problem.y - evaluation.predictions) / p.y_unit;

  const double own = network.W.rowwise().norm().dot(network.alpha.cwiseAbs()) * (p.x_unit / p.y_unit);
  const double size = std::max(own, kLeastSize);
  Trial trial(p, blocks, size);
  Vector worst;
  if (dual) worst = trial.residual(*dual / p.y_unit);
  // A dual point that closes the gap leaves nothing for the residual to prove, which would point to the same neuron.
  const double left = evaluation.objective - p.caller_value(trial.bound.best());
  if (!dual || left > kClosed * evaluation.objective) worst = trial.residual(r);
  if (!dual && p.b > 0 && network.width() > 0 && network.width() <= p.X.rows())
    trial.multiples_of(balanced_residual(p, network, r));
  if (p.b <= kHardlyPenalised) {
    const Vector unfittable = blocks.unfittable_part(r);
    p.b > 0 ? trial.multiples_of(unfittable) : trial.bound.take(unfittable);
    // Rounding of r may respond by as much as b. To its part beside all that the blocks can fit nothing responds but by rounding.
    if (p.b > 0 && evaluation.objective - p.caller_value(trial.bound.best()) > kClosed * evaluation.objective)
      trial.multiples_of(blocks.unresponsive_part(r, kFraction * p.b));
  }
  return {evaluation.objective, p.caller_value(trial.bound.best()), worst, p.y_unit * trial.bound.theta()};
}

}  // namespace hcx
