#include "certificate/certificate_curve.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "patterns/circle.hpp"

namespace hcx {
namespace {

Point direction(double angle) { return {std::cos(angle), std::sin(angle)}; }
double angle_of(const Point& w) { return std::atan2(w.y(), w.x()); }

class Response {
 public:
  Response(const Matrix& X, Vector z) : X_(X), z_(std::move(z)) {}
  double operator()(double angle) const { return z_.dot((X_ * direction(angle)).cwiseMax(0)); }

  /// Where |response| has a local maximum: inside sectors where the sinusoid peaks, and on rays where both sides fall.
  std::vector<double> extrema(const Circle& circle) const {
    std::vector<double> found;
    for (Index k = 0; k < circle.rays(); ++k) {
      const Point after = slope(circle, k), before = slope(circle, circle.previous(k)), ray = circle.ray(k);
      const double value = after.dot(ray), left = cross(ray, before), right = cross(ray, after);
      if (value != 0 && left * value >= 0 && right * value <= 0 && (left != 0 || right != 0))
        found.push_back(angle_of(ray));
      for (const double sign : {1.0, -1.0}) {
        const Point peak = sign * after;
        if (cross(ray, peak) > 0 && cross(peak, circle.ray(circle.next(k))) > 0) found.push_back(angle_of(peak));
      }
    }
    return found;
  }

 private:
  /// g = X' D z of sector k: the response is g . w there.
  Point slope(const Circle& circle, Index k) const {
    const Pattern on = circle.sector_pattern(k);
    Point g = Point::Zero();
    for (Index j = 0; j < on.size(); ++j)
      if (on[j]) g += z_[j] * X_.row(j).transpose();
    return g;
  }

  const Matrix& X_;
  Vector z_;
};

Vector ordered(std::vector<double> angles) {
  std::sort(angles.begin(), angles.end());
  angles.erase(std::unique(angles.begin(), angles.end()), angles.end());
  return Eigen::Map<const Vector>(angles.data(), static_cast<Index>(angles.size()));
}

}  // namespace

CertificateCurve certificate_curve(const Problem& problem, const Network& network, Index samples) {
  validate(problem);
  validate(network, problem.X.cols());
  if (problem.X.cols() != 2)
    throw InvalidArgument("X has " + counted(problem.X.cols(), "column") +
                          " (bias included), expected 2: the curve is drawn over directions of the plane");
  require_between(samples, 8, 100'000, "samples");
  const Circle circle(problem.X);
  const Response response(problem.X, 2 * problem.misfit_factor() * (problem.y - predict(network, problem.X)));

  const std::vector<double> extrema = response.extrema(circle);
  std::vector<double> angles = extrema;
  for (Index k = 0; k < circle.rays(); ++k) angles.push_back(angle_of(circle.ray(k)));
  for (Index k = 0; k <= samples; ++k)
    angles.push_back(std::numbers::pi * (2 * static_cast<double>(k) / static_cast<double>(samples) - 1));

  CertificateCurve curve{ordered(std::move(angles)), {}, 2 * problem.lambda, {}, {}, ordered(extrema), {}};
  const auto at = [&](const Vector& where) { return Vector(where.unaryExpr(response)); };
  curve.response = at(curve.angle);
  curve.extremum_response = at(curve.extremum_angle);
  const Directions neurons = directions(network);
  curve.neuron_angle = neurons.angle;
  for (Index i = 0; i < network.width(); ++i)
    if (!(neurons.weight[i] > 0)) curve.neuron_angle[i] = std::nan("");
  curve.neuron_response = at(curve.neuron_angle);
  return curve;
}

}  // namespace hcx
