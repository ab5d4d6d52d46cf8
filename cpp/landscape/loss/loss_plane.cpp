#include "landscape/loss/loss_plane.hpp"

#include <cmath>
#include <string>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "core/random.hpp"

namespace hcx {
namespace {

constexpr double kDependent = 1e-12;

std::string shape(Index m, Index d) { return std::to_string(m) + " x " + std::to_string(d); }

void require_shape(const Network& network, Index m, Index d, const std::string& name, const std::string& whose) {
  if (network.W.rows() != m || network.W.cols() != d)
    throw InvalidArgument(name + ".W is " + shape(network.W.rows(), network.W.cols()) + ", expected " + shape(m, d) +
                          " (" + whose + ")");
  require_length(network.alpha.size(), m, name + ".alpha", whose);
  require_finite(network.W, name + ".W");
  require_finite(network.alpha, name + ".alpha");
}

void require_number(double value, const std::string& name) {
  if (!std::isfinite(value)) throw InvalidArgument(name + " is " + to_text(value) + ", expected a finite number");
}

void require_neurons(const Network& network, const std::string& name) {
  if (network.width() == 0) throw InvalidArgument(name + ".alpha has 0 values, expected at least 1 neuron");
}

void require_there(const Parameter& parameter, const Network& network, const std::string& name) {
  require_between(parameter.neuron, 0, network.width() - 1, name + ".neuron");
  require_between(parameter.input, 0, network.W.cols() - 1, name + ".input");
}

double& weight(Network& network, const Parameter& p) {
  return p.layer == Layer::First ? network.W(p.neuron, p.input) : network.alpha[p.neuron];
}

Network zeros_like(const Network& network) {
  return {Matrix::Zero(network.W.rows(), network.W.cols()), Vector::Zero(network.width())};
}

Network normal_like(const Network& network, Random& random) {
  Network direction = zeros_like(network);
  for (Index i = 0; i < direction.W.size(); ++i) direction.W.data()[i] = random.normal();
  for (double& a : direction.alpha) a = random.normal();
  return direction;
}

// Sums in order, not Eigen's: the same plane natively and in WebAssembly.
double norm_of_row(const Matrix& W, Index i) {
  double sum = 0;
  for (Index k = 0; k < W.cols(); ++k) sum += W(i, k) * W(i, k);
  return std::sqrt(sum);
}

void normalize_filters(Network& direction, const Network& network) {
  for (Index i = 0; i < network.width(); ++i) {
    const double ratio = norm_of_row(network.W, i) / norm_of_row(direction.W, i);
    for (Index k = 0; k < direction.W.cols(); ++k) direction.W(i, k) *= ratio;
    direction.alpha[i] = std::copysign(network.alpha[i], direction.alpha[i]);
  }
}

Network difference(const Network& a, const Network& b) { return {a.W - b.W, a.alpha - b.alpha}; }

double dot(const Network& a, const Network& b) { return a.W.cwiseProduct(b.W).sum() + a.alpha.dot(b.alpha); }

void subtract(Network& from, double s, const Network& direction) {
  from.W -= s * direction.W;
  from.alpha -= s * direction.alpha;
}

}  // namespace

void validate(const LossPlane& plane, Index d) {
  const Index m = plane.origin.width();
  require_neurons(plane.origin, "plane.origin");
  require_shape(plane.origin, m, d, "plane.origin", "length of its alpha x columns of X, bias included");
  require_shape(plane.u, m, d, "plane.u", "as plane.origin");
  require_shape(plane.v, m, d, "plane.v", "as plane.origin");
}

Network network_at(const LossPlane& plane, double u, double v) {
  validate(plane, plane.origin.W.cols());
  require_number(u, "u"), require_number(v, "v");
  return {plane.origin.W + u * plane.u.W + v * plane.v.W, plane.origin.alpha + u * plane.u.alpha + v * plane.v.alpha};
}

LossPlane plane_of_parameters(const Network& network, const Parameter& u, const Parameter& v) {
  require_neurons(network, "network");
  validate(network, network.W.cols());
  require_there(u, network, "u"), require_there(v, network, "v");
  if (u.layer == v.layer && u.neuron == v.neuron && (u.layer == Layer::Second || u.input == v.input))
    throw InvalidArgument("u and v are the same weight, expected two different ones");
  LossPlane plane{network, zeros_like(network), zeros_like(network)};
  weight(plane.origin, u) = weight(plane.origin, v) = 0;
  weight(plane.u, u) = weight(plane.v, v) = 1;
  return plane;
}

LossPlane random_plane(const Network& network, std::int64_t seed, Normalization normalization) {
  require_neurons(network, "network");
  validate(network, network.W.cols());
  require_between(seed, 0, kLargestInteger, "seed");
  Random random(static_cast<std::uint64_t>(seed));
  LossPlane plane{network, normal_like(network, random), normal_like(network, random)};
  if (normalization == Normalization::Filter)
    for (Network* direction : {&plane.u, &plane.v}) normalize_filters(*direction, network);
  return plane;
}

LossPlane plane_through(const std::vector<Network>& networks) {
  if (networks.size() != 3)
    throw InvalidArgument("networks has " + counted(static_cast<long long>(networks.size()), "network") +
                          ", expected 3");
  const Network& first = networks[0];
  require_neurons(first, "networks[0]");
  for (std::size_t i = 0; i < 3; ++i)
    require_shape(networks[i], first.width(), first.W.cols(), "networks[" + std::to_string(i) + "]",
                  i == 0 ? "length of its alpha" : "as networks[0]");
  return {first, difference(networks[1], first), difference(networks[2], first)};
}

PlaneCoordinates coordinates_of(const LossPlane& plane, const std::vector<Network>& networks) {
  const Index m = plane.origin.width(), d = plane.origin.W.cols(), count = static_cast<Index>(networks.size());
  validate(plane, d);
  // The part of B across A, by Gram and Schmidt.
  const double along = dot(plane.u, plane.u), share = along > 0 ? dot(plane.v, plane.u) / along : 0;
  Network across = plane.v;
  subtract(across, share, plane.u);
  const double squares = dot(across, across);
  if (!(along > 0) || !(squares > kDependent * kDependent * dot(plane.v, plane.v)))
    throw InvalidArgument("plane.u and plane.v are dependent, expected two directions that span a plane");

  PlaneCoordinates at{Vector(count), Vector(count), Vector(count)};
  for (Index i = 0; i < count; ++i) {
    const Network& network = networks[static_cast<std::size_t>(i)];
    require_shape(network, m, d, "networks[" + std::to_string(i) + "]", "as plane.origin");
    Network rest = difference(network, plane.origin);
    at.v[i] = dot(rest, across) / squares;
    subtract(rest, at.v[i], plane.v);
    at.u[i] = dot(rest, plane.u) / along;
    subtract(rest, at.u[i], plane.u);
    at.distance[i] = std::sqrt(dot(rest, rest));
  }
  return at;
}

}  // namespace hcx
