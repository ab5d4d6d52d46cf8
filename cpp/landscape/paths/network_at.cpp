#include "landscape/paths/network_at.hpp"

#include <algorithm>
#include <cmath>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"

namespace hcx {
namespace {

/// u = |alpha| w moves straight; the neuron stays balanced. A neuron that is 0 at one end has the other end's sign.
Network straight(const Network& from, const Network& to, double s) {
  Network network{Matrix::Zero(from.W.rows(), from.W.cols()), Vector::Zero(from.width())};
  for (Index i = 0; i < from.width(); ++i) {
    const double a = from.alpha[i], b = to.alpha[i];
    const Vector u = (1 - s) * std::abs(a) * from.W.row(i) + s * std::abs(b) * to.W.row(i);
    const double root = std::sqrt(u.stableNorm());
    if (root == 0) continue;
    network.W.row(i) = u.transpose() / root;
    network.alpha[i] = std::copysign(root, a != 0 ? a : b);
  }
  return network;
}

/// Every neuron keeps w alpha, its size moving geometrically between the layers; one that ends at 0 shrinks.
Network rebalanced(const Network& from, const Network& to, double s) {
  Network network = from;
  for (Index i = 0; i < from.width(); ++i) {
    const bool vanishes = to.alpha[i] == 0;
    const double ratio = vanishes ? 1 - s : std::pow(to.alpha[i] / from.alpha[i], s);
    network.W.row(i) *= vanishes ? ratio : 1 / ratio;
    network.alpha[i] *= ratio;
  }
  return network;
}

/// Paths may come from outside.
void require_neighbours(const KeyFrame& before, const KeyFrame& next) {
  if (!(before.t < next.t))
    throw InvalidArgument("key frames are at t = " + to_text(before.t) + " and then " + to_text(next.t) +
                          ", expected rising t");
  validate(before.network, before.network.W.cols());
  validate(next.network, before.network.W.cols());
  require_length(next.network.width(), before.network.width(), "alpha of a key frame", "as in the key frame before");
}

}  // namespace

Network between(const Network& from, const Network& to, PathStage stage, double s) {
  if (s <= 0) return from;
  if (s >= 1) return to;
  return stage == PathStage::Balance ? rebalanced(from, to, s) : straight(from, to, s);
}

Index frame_at(const Vector& places, double t) {
  if (!(t >= 0 && t <= 1)) throw InvalidArgument("t is " + to_text(t) + ", expected a number from 0 to 1");
  if (places.size() == 0) throw InvalidArgument("the path has 0 key frames, expected at least 1");
  Index k = 0;
  while (k + 1 < places.size() && !(places[k] >= t)) ++k;
  return k;
}

Network network_at(const DescentPath& path, double t) {
  Vector places(static_cast<Index>(path.frames.size()));
  for (Index k = 0; k < places.size(); ++k) places[k] = path.frames[static_cast<std::size_t>(k)].t;
  const Index k = frame_at(places, t);
  const KeyFrame& next = path.frames[static_cast<std::size_t>(k)];
  if (k == 0 || !(next.t >= t)) return next.network;
  const KeyFrame& before = path.frames[static_cast<std::size_t>(k - 1)];
  require_neighbours(before, next);
  return between(before.network, next.network, next.stage, (t - before.t) / (next.t - before.t));
}

}  // namespace hcx
