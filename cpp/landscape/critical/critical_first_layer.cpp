#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "landscape/critical/critical_sets.hpp"
#include "network/objective.hpp"

namespace hcx {
namespace {

using Signs = std::vector<signed char>;

/// w -> L(w; alpha), one face of the arrangement of orthants at a time: w_i > 0, = 0 or < 0.
class FirstLayer {
 public:
  FirstLayer(const Problem& problem, const Vector& alpha) : problem_(problem), alpha_(alpha), data_(problem) {}

  /// The critical points in the face, if any; a convex set.
  std::optional<CriticalSet> on_face(const Signs& signs) const {
    std::optional<CriticalSet> set = stationary(signs);
    if (!set) return set;
    const Vector w = interior_point(*set);
    if (!leaves_no_slope(signs, w)) return std::nullopt;
    set->signs = signs;
    const Surroundings around = surroundings(signs, w);
    set->kind = kind_of(around);
    set->loss = evaluate(problem_, {Matrix(w), alpha_}).objective;
    if (around.minimum) set->stable_step_size = stable_step_size(signs);
    return set;
  }

 private:
  static Index index(std::size_t i) { return static_cast<Index>(i); }
  Vector axis(std::size_t i, double length) const { return length * Vector::Unit(alpha_.size(), index(i)); }
  double square(std::size_t i) const { return alpha_[index(i)] * alpha_[index(i)]; }

  /// Where the derivatives in the nonzero coordinates vanish.
  std::optional<CriticalSet> stationary(const Signs& signs) const {
    if (signs.size() == 2 && signs[0] == signs[1] && signs[0] != 0) return stationary_together(signs[0]);
    CriticalSet set = set_at(Vector::Zero(alpha_.size()));
    for (std::size_t i = 0; i < signs.size(); ++i) {
      if (signs[i] == 0) continue;
      const DataSide& side = data_.of(signs[i]);
      const double curvature = side.S * square(i) + problem_.lambda;
      if (curvature == 0) {  // nothing depends on w_i here
        add_ray(set, axis(i, signs[i]));
        continue;
      }
      const double w = side.T * alpha_[index(i)] / curvature;
      if (!(w * signs[i] > 0)) return std::nullopt;
      set.vertices(0, index(i)) = w;
    }
    return set;
  }

  /// Both neurons see the same side: only p = alpha . w counts there, beside the penalty.
  std::optional<CriticalSet> stationary_together(int sign) const {
    const DataSide& side = data_.of(sign);
    const double a = alpha_[0], b = alpha_[1];
    if (problem_.lambda > 0) {
      const Vector w = side.T / (side.S * alpha_.squaredNorm() + problem_.lambda) * alpha_;
      return (sign * w.array() > 0).all() ? std::optional(set_at(w)) : std::nullopt;
    }
    if (side.S == 0) {
      CriticalSet quadrant = set_at(Vector::Zero(2));
      add_ray(quadrant, axis(0, sign)), add_ray(quadrant, axis(1, sign));
      return quadrant;
    }
    // The line alpha . w = p, cut by the quadrant.
    const double p = side.T / side.S;
    const Vector on_first = axis(0, p / a), on_second = axis(1, p / b);
    const bool first = sign * p / a > 0, second = sign * p / b > 0;
    if (a * b < 0) {
      CriticalSet ray = set_at(first ? on_first : second ? on_second : Vector::Zero(2));
      add_ray(ray, sign * Vector{{std::abs(b), std::abs(a)}}.normalized());
      return ray;
    }
    if (!first) return std::nullopt;
    CriticalSet segment = set_at(on_first);
    segment.shape = CriticalShape::Segment;
    segment.vertices.conservativeResize(2, Eigen::NoChange);
    segment.vertices.row(1) = on_second.transpose();
    return segment;
  }

  /// dL/dw_i of a neuron at 0 that leaves to the side of that sign.
  double slope(std::size_t i, int sign, const Vector& w) const {
    double p = 0;
    for (Index j = 0; j < w.size(); ++j)
      if (sign * w[j] > 0) p += alpha_[j] * w[j];
    return 2 * alpha_[index(i)] * data_.of(sign).excess(p);
  }

  /// 0 is between the one-sided slopes of every neuron at 0.
  bool leaves_no_slope(const Signs& signs, const Vector& w) const {
    for (std::size_t i = 0; i < signs.size(); ++i)
      if (signs[i] == 0 && slope(i, 1, w) * slope(i, -1, w) > 0) return false;
    return true;
  }

  /// L is a convex quadratic on every orthant around, so that slopes decide; it does not rise only where it does not bend.
  Surroundings surroundings(const Signs& signs, const Vector& w) const {
    Surroundings around{true, true};
    const auto bends = [&](int sign) { return problem_.lambda > 0 || data_.of(sign).S > 0; };
    for (std::size_t i = 0; i < signs.size(); ++i)
      for (const int sign : {1, -1}) {
        if (signs[i] == -sign) continue;
        const double rise = signs[i] == 0 ? sign * slope(i, sign, w) : 0;
        if (rise < 0) around.minimum = false;
        if (rise > 0 || (rise == 0 && bends(sign))) around.maximum = false;
      }
    return around;
  }

  double stable_step_size(const Signs& signs) const {
    double largest = 0;
    for (const int sign : {1, -1}) {
      double squares = 0;  // of the alphas that see this side
      for (std::size_t i = 0; i < signs.size(); ++i)
        if (signs[i] == sign) squares += square(i);
      largest = std::max(largest, 2 * data_.of(sign).S * squares + 2 * problem_.lambda);
    }
    const bool kink = std::find(signs.begin(), signs.end(), 0) != signs.end();
    return kink ? std::numeric_limits<double>::quiet_NaN() : 2 / largest;
  }

  const Problem& problem_;
  const Vector& alpha_;
  DataSides data_;
};

}  // namespace

std::vector<CriticalSet> critical_first_layer(const Problem& problem, const Vector& alpha) {
  const FirstLayer layer(problem, alpha);
  std::vector<CriticalSet> sets;
  const auto visit = [&](const Signs& signs) {
    if (auto set = layer.on_face(signs)) sets.push_back(std::move(*set));
  };
  static constexpr signed char kSides[] = {1, 0, -1};
  for (const signed char first : kSides) {
    if (alpha.size() == 1)
      visit({first});
    else
      for (const signed char second : kSides) visit({first, second});
  }
  return listed(std::move(sets), 1e-13 * problem.misfit_factor() * problem.y.squaredNorm());
}

}  // namespace hcx
