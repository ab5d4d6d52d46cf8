#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "landscape/critical/critical_sets.hpp"
#include "network/objective.hpp"

namespace hcx {
namespace {

/// (w, alpha) -> L of one neuron: with p = w alpha, S p^2 - 2 T p + lambda (w^2 + alpha^2) + const on each side of w = 0.
class OneNeuron {
 public:
  explicit OneNeuron(const Problem& problem) : problem_(problem), data_(problem) {}

  std::vector<CriticalSet> sets() && {
    for (const int sign : {1, -1}) problem_.lambda > 0 ? add_minimum(sign) : add_valley(sign);
    if (problem_.lambda == 0)
      for (const double direction : {1.0, -1.0}) add_silent(direction);
    add_origin();
    return std::move(sets_);
  }

 private:
  void add(CriticalSet set, const Surroundings& around, int sign, double step_size) {
    const Vector at = interior_point(set);
    set.signs = {static_cast<signed char>(sign)};
    set.kind = kind_of(around);
    set.loss = evaluate(problem_, {Matrix{{at[0]}}, Vector{{at[1]}}}).objective;
    if (around.minimum) set.stable_step_size = step_size;
    sets_.push_back(std::move(set));
  }

  /// lambda > 0: stationary points have |w| = |alpha|, so that p = T / S soft-thresholded; none when |T| <= lambda.
  void add_minimum(int sign) {
    const DataSide& side = data_.of(sign);
    const double lambda = problem_.lambda;
    if (!(std::abs(side.T) > lambda)) return;
    const double p = (side.T - std::copysign(lambda, side.T)) / side.S, root = std::sqrt(std::abs(p));
    // The Hessian's eigenvalues are 4 S |p| along (w, alpha) and 4 lambda across.
    const double step_size = 0.5 / std::max(side.S * std::abs(p), lambda);
    add(set_at(Vector{{sign * root, sign * std::copysign(root, p)}}), {true, false}, sign, step_size);
  }

  /// lambda = 0: p = T / S is a branch of a hyperbola, its asymptote alpha = 0 when T = 0; nothing matters when S = 0.
  void add_valley(int sign) {
    const DataSide& side = data_.of(sign);
    const Vector w_axis{{static_cast<double>(sign), 0}}, alpha_axis{{0, 1}};
    CriticalSet set = set_at(Vector::Zero(2));
    if (side.S == 0) {
      add_ray(set, w_axis), add_ray(set, alpha_axis), add_ray(set, -alpha_axis);
      return add(std::move(set), {true, true}, sign, std::numeric_limits<double>::infinity());
    }
    if (side.T == 0) {
      add_ray(set, w_axis);
      return add(std::move(set), {true, false}, sign, std::numeric_limits<double>::quiet_NaN());
    }
    const double p = side.T / side.S, root = std::sqrt(std::abs(p)), alpha = sign * std::copysign(root, p);
    set = set_at(Vector{{sign * root, alpha}});
    add_ray(set, w_axis), add_ray(set, std::copysign(1.0, alpha) * alpha_axis);
    set.shape = CriticalShape::Hyperbola, set.product = p;
    add(std::move(set), {true, false}, sign, 0.5 / (side.S * std::abs(p)));
  }

  /// w = 0 and lambda = 0: the output is 0 whatever alpha is; w leaves at slopes -2 T alpha.
  void add_silent(double direction) {
    const double right = -data_.right.T * direction, left = -data_.left.T * direction;
    if (right * left > 0) return;
    const auto never_rises = [](const DataSide& side, double rise) { return rise < 0 || (rise == 0 && side.S == 0); };
    CriticalSet ray = set_at(Vector::Zero(2));
    add_ray(ray, Vector{{0, direction}});
    add(std::move(ray), {right >= 0 && left <= 0, never_rises(data_.right, right) && never_rises(data_.left, -left)}, 0,
        std::numeric_limits<double>::quiet_NaN());
  }

  /// Always stationary: -2 T w alpha + lambda (w^2 + alpha^2) to second order.
  void add_origin() {
    const double largest = std::max(std::abs(data_.right.T), std::abs(data_.left.T)), lambda = problem_.lambda;
    const bool constant = lambda == 0 && data_.right.S == 0 && data_.left.S == 0;
    const double step_size = lambda > 0 ? 1 / (lambda + largest) : std::numeric_limits<double>::infinity();
    add(set_at(Vector::Zero(2)), {lambda >= largest, constant}, 0, step_size);
  }

  const Problem& problem_;
  DataSides data_;
  std::vector<CriticalSet> sets_;
};

}  // namespace

std::vector<CriticalSet> critical_one_neuron(const Problem& problem) {
  return listed(OneNeuron(problem).sets(), 1e-13 * problem.misfit_factor() * problem.y.squaredNorm());
}

}  // namespace hcx
