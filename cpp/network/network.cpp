#include "network/network.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "core/matrix_vector.hpp"
#include "core/ordered.hpp"

namespace hcx {
namespace {

void require_line(const Network& network) {
  if (network.width() > 0 && network.W.cols() != 2)
    throw InvalidArgument("W has " + counted(network.W.cols(), "column") + ", expected 2 (one input and the bias)");
}

}  // namespace

void validate(const Network& network, Index d) {
  if (network.W.rows() != network.width())
    throw InvalidArgument("W has " + counted(network.W.rows(), "row") + ", expected " +
                          std::to_string(network.width()) + " (length of alpha)");
  if (network.width() > 0 && network.W.cols() != d)
    throw InvalidArgument("W has " + counted(network.W.cols(), "column") + ", expected " + std::to_string(d) +
                          " (columns of X, bias included)");
  require_finite(network.W, "W");
  require_finite(network.alpha, "alpha");
}

Vector predict(const Network& network, const Matrix& X) {
  Vector f = Vector::Zero(X.rows());
  for (Index i = 0; i < network.width(); ++i) {
    if (network.alpha[i] == 0) continue;
    const Vector z = times(X, network.W.row(i).transpose());
    for (Index j = 0; j < z.size(); ++j) f[j] += network.alpha[i] * std::max(z[j], 0.0);
  }
  return f;
}

Directions directions(const Network& network) {
  validate(network, network.W.cols());
  const Index m = network.width(), inputs = network.W.cols();
  Directions d{network.W, Vector(m), Vector(m), Vector(m)};
  for (Index i = 0; i < m; ++i) {
    d.norm[i] = network.W.row(i).norm();
    for (Index k = 0; k < inputs; ++k)
      if (d.norm[i] > 0) d.direction(i, k) /= d.norm[i];
    d.weight[i] = d.norm[i] * std::abs(network.alpha[i]);
    d.angle[i] = inputs == 2 ? std::atan2(network.W(i, 1), network.W(i, 0)) : std::nan("");
  }
  return d;
}

Network network_of_angles(const Vector& angle, const Vector& weight) {
  require_finite(angle, "angle");
  require_finite(weight, "weight");
  require_length(weight.size(), angle.size(), "weight", "length of angle");
  Network network{Matrix(angle.size(), 2), Vector(angle.size())};
  for (Index i = 0; i < angle.size(); ++i) {
    const double size = std::sqrt(std::abs(weight[i]));
    network.W.row(i) << size * std::cos(angle[i]), size * std::sin(angle[i]);
    network.alpha[i] = std::copysign(size, weight[i]);
  }
  return network;
}

ActivationPoints activation_points(const Network& network) {
  require_line(network);
  const Index m = network.width();
  ActivationPoints points{Vector(m), {}, Vector(m), Vector(m)};
  for (Index i = 0; i < m; ++i) {
    const double slope = network.W(i, 0), position = -network.W(i, 1) / slope;
    points.position[i] = std::isnan(position) ? INFINITY : position;  // w = 0: no kink anywhere
    points.slope[i] = std::abs(slope) * network.alpha[i];
    points.weight[i] = network.W.row(i).norm() * std::abs(network.alpha[i]);
    points.side.push_back(slope >= 0 ? 1 : -1);
  }
  return points;
}

OutputCurve output_curve(const Network& network, double from, double to) {
  require_line(network);
  if (!(from < to) || !std::isfinite(from) || !std::isfinite(to))
    throw InvalidArgument("range is from " + to_text(from) + " to " + to_text(to) + ", expected finite from < to");

  // Sweep to the right: the output is an affine function that changes where a neuron switches on or off.
  struct Kink {
    double x, slope, offset;
  };
  std::vector<Kink> kinks;
  double slope = 0, offset = 0;
  for (Index i = 0; i < network.width(); ++i) {
    const double w = network.W(i, 0), bias = network.W(i, 1);
    const double a = network.alpha[i] * w, c = network.alpha[i] * bias;
    const double x = -bias / w, direction = w > 0 ? 1 : -1;
    const bool on_at_start = w > 0 ? x <= from : w < 0 ? x > from : bias > 0;
    if (on_at_start) slope += a, offset += c;
    if (x > from && x < to) kinks.push_back({x, direction * a, direction * c});
  }
  const auto kink_at = [&](Index i) -> const Kink& { return kinks[static_cast<std::size_t>(i)]; };

  OutputCurve curve{Vector(kinks.size() + 2), Vector(kinks.size() + 2)};
  Index at = 0;
  const auto vertex = [&](double x) { curve.x[at] = x, curve.y[at++] = slope * x + offset; };
  vertex(from);
  for (const Index i : ordered(kinks.size(), [&](Index p, Index q) { return kink_at(p).x < kink_at(q).x; })) {
    vertex(kink_at(i).x);
    slope += kink_at(i).slope, offset += kink_at(i).offset;
  }
  vertex(to);
  require_finite(curve.y, "the output of the network");
  return curve;
}

}  // namespace hcx
