#include "landscape/optima/touching.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/invalid_argument.hpp"
#include "patterns/circle.hpp"
#include "patterns/count.hpp"
#include "patterns/enumerate.hpp"
#include "programme/scaled_problem.hpp"
#include "response/cone_projection.hpp"
#include "solvers/exact/pricing.hpp"

namespace hcx {
namespace {

constexpr double kMostPatterns = 20'000;  // a second's work
constexpr double kNear = 0.9;             // of the level: maxima below it are far from touching

struct Maximum {
  Vector w;
  int sign;
  double value;
};

std::vector<Maximum> maxima_in_the_plane(const Matrix& X, Index d, const Vector& theta, double above) {
  const Circle circle(X);
  exact::Pricing pricing(X, circle);
  pricing.price(theta);
  std::vector<Maximum> maxima;
  for (const exact::Candidate& c : pricing.candidates(above)) maxima.push_back({c.w.head(d), c.sign, c.value});
  return maxima;
}

/// Of every cone whose pattern's gradient is long enough; one on a wall is found from both sides.
std::vector<Maximum> maxima_in_space(const Matrix& X, const Vector& theta, double above) {
  Eigen::MatrixXd rows = X;
  for (Index j = 0; j < X.rows(); ++j)
    if (const double length = X.row(j).norm(); length > 0) rows.row(j) /= length;
  ConeProjection cone(X.cols());
  std::vector<Maximum> maxima;
  for (const Cell& cell : enumerate_cells(X)) {
    Vector side(X.rows()), g = Vector::Zero(X.cols());
    for (Index j = 0; j < X.rows(); ++j) {
      side[j] = cell.pattern[j] ? 1 : -1;
      if (cell.pattern[j]) g += theta[j] * X.row(j).transpose();
    }
    if (!(g.norm() > above)) continue;
    for (const int sign : {1, -1}) {
      const Vector p = sign * g;
      cone.forget();
      cone.project(rows, side.data(), p.data());
      if (const double value = cone.w().norm(); value > above) maxima.push_back({cone.w() / value, sign, value});
    }
  }
  return maxima;
}

class Collector {
 public:
  Collector(const ScaledProblem& scaled, const Vector& theta, double tolerance)
      : scaled_(scaled), theta_(theta), tolerance_(tolerance) {}

  void take_neurons(const Network& network) {
    const Directions given = hcx::directions(network);
    for (Index i = 0; i < network.width(); ++i) {
      if (!(given.weight[i] > 0)) continue;
      const Vector w = given.direction.row(i).transpose();
      const int sign = network.alpha[i] > 0 ? 1 : -1;
      const Index known = index_of(w, sign);
      if (known < 0)
        take(w, sign, given.weight[i]);
      else
        weights_[static_cast<std::size_t>(known)] += given.weight[i];
    }
  }

  void take_maxima(const std::vector<Maximum>& maxima) {
    for (const Maximum& m : maxima) {
      if (index_of(m.w, m.sign) >= 0) continue;
      const double slack = 1 - m.value / scaled_.b;
      if (slack <= tolerance_)
        take(m.w, m.sign, 0);
      else
        nearest_miss_ = std::min(nearest_miss_, slack);
    }
  }

  Touching result(double resolution) const {
    const Index k = static_cast<Index>(found_.size()), d = scaled_.X.cols();
    Touching touching{Matrix(k, d), {}, Vector(k), Vector(k), nearest_miss_, resolution};
    for (Index i = 0; i < k; ++i) {
      const auto& [w, sign, value] = found_[static_cast<std::size_t>(i)];
      touching.directions.row(i) = w.transpose();
      touching.signs.push_back(static_cast<signed char>(sign));
      touching.slack[i] = 1 - value / scaled_.b;
      touching.weights[i] = weights_[static_cast<std::size_t>(i)];
    }
    return touching;
  }

 private:
  Index index_of(const Vector& w, int sign) const {
    for (std::size_t i = 0; i < found_.size(); ++i)
      if (found_[i].sign == sign && (found_[i].w - w).squaredNorm() <= 2 * tolerance_) return static_cast<Index>(i);
    return -1;
  }
  void take(const Vector& w, int sign, double weight) {
    found_.push_back({w, sign, sign * theta_.dot((scaled_.X * w).cwiseMax(0))});
    weights_.push_back(weight);
  }

  const ScaledProblem& scaled_;
  const Vector& theta_;
  double tolerance_, nearest_miss_ = INFINITY;
  std::vector<Maximum> found_;
  std::vector<double> weights_;
};

}  // namespace

void require_few_patterns(const Problem& problem) {
  const Index n = problem.X.rows(), d = problem.X.cols();
  if (d <= 2 || (n <= 2000 && cover_count(n, d).approximate() <= kMostPatterns)) return;
  throw InvalidArgument("X is " + std::to_string(n) + " x " + std::to_string(d) +
                        " (bias included): there may be more than 20000 activation patterns, too many to find every "
                        "direction that touches");
}

Touching touching_directions(const Problem& problem, const Solution& solution, double tolerance) {
  require_few_patterns(problem);
  const ScaledProblem scaled(problem);
  const Vector theta = solution.dual / scaled.y_unit;
  const Index d = problem.X.cols();
  const double above = kNear * scaled.b;
  Collector collector(scaled, theta, tolerance);
  collector.take_neurons(solution.network);
  collector.take_maxima(d <= 2 ? maxima_in_the_plane(in_the_plane(scaled.X, "optimalSet"), d, theta, above)
                               : maxima_in_space(scaled.X, theta, above));
  // Both the misfit and the dual objective are strongly convex, with modulus 1 on the canonical scale.
  const double gap = solution.certificate.gap() / scaled.caller_value(1);
  Touching touching = collector.result(0);
  for (Index i = 0; i < touching.directions.rows(); ++i) {
    const double length = (scaled.X * touching.directions.row(i).transpose()).cwiseMax(0).norm();
    touching.resolution = std::max(touching.resolution, std::sqrt(2 * gap) * length / scaled.b);
  }
  return touching;
}

}  // namespace hcx
