/// From any network down to the global optimum on a path along which the loss never rises.
#pragma once

#include <string_view>
#include <vector>

#include "core/problem.hpp"
#include "network/network.hpp"

namespace hcx {

/// How a piece of the path is walked. Neurons are written u = |alpha| w; after Balance ||w|| = |alpha| throughout.
enum class PathStage {
  Start,  ///< the given network
  Balance,  ///< (g w, alpha / g), g -> sqrt(|alpha| / ||w||): output constant, penalty falls; neurons without effect shrink
  Merge,        ///< one pattern and sign: u_1 + t (u_2 + ...), (1 - t) u_2, ...: output constant, penalty does not rise
  Reduce,       ///< amounts move along a dependency of the outputs until a neuron is gone: output constant
  Pivot,        ///< along an edge of the polytope of networks with this output, to a cheaper corner
  Interpolate,  ///< the output moves straight to the target's: the loss is convex in t, its minimum at the end
};

constexpr std::string_view to_string(PathStage stage) {
  switch (stage) {  // no default: a new enumerator is a warning here
    case PathStage::Start: return "start";
    case PathStage::Balance: return "balance";
    case PathStage::Merge: return "merge";
    case PathStage::Reduce: return "reduce";
    case PathStage::Pivot: return "pivot";
    case PathStage::Interpolate: return "interpolate";
  }
  return "";
}

struct KeyFrame {
  Network
      network;  ///< width m; a neuron keeps its row from frame to frame until it is 0, and its row is then free for another
  PathStage stage;  ///< how this frame is reached from the one before
  double t;         ///< place on the path, 0 .. 1: the share of its length in the weights
  double loss;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit(s.network);
    visit("stage", s.stage);
    visit("t", s.t);
    visit("loss", s.loss);
  }
};

struct DescentPath {
  std::vector<KeyFrame> frames;  ///< the first is the given network; at least one
  /// It ends at the target's loss, to 8 digits. Otherwise the target is no optimum: it ends where the loss would rise.
  bool reached;
};

/// The path of non-increasing loss from `start` to a network with the loss of `target`, a global optimum. By stages: balance,
/// merge, reduce to at most rank <= n neurons; then, as soon as the target's neurons (reduced as well) find room beside them,
/// straight in the space of measures; until then neuron by neuron, by the simplex method: first to the cheapest network of
/// the present output, then along the cheapest networks of the outputs (1 - t) f + t f_target. Their cost v(t) is convex, so
/// k ||f_t - y||^2 + 2 lambda v(t) is convex and falls to its minimum at t = 1.
///
/// Width n + 1 always suffices, rank + 1 too, where rank is that of the outputs of both networks' neurons.
/// Throws InvalidArgument on a bad problem or network, or when the width is less. O(n^2 N^2) or so for N neurons in both.
DescentPath descent_path(const Problem& problem, const Network& start, const Network& target);

/// Of key frames at these places the first one at t or behind, or the last one: the network at t lies between the frame before
/// it and itself. Throws InvalidArgument unless 0 <= t <= 1 and there is a frame. O(frames).
Index frame_at(const Vector& places, double t);

/// The network at t, between the frames before and after it. Throws InvalidArgument unless 0 <= t <= 1, the path has a frame
/// and those two frames are in order, of one shape and finite. O(m d).
Network network_at(const DescentPath& path, double t);

/// The same between two frames, at the share s of the way, 0 <= s <= 1; `stage` is the second frame's.
Network between(const Network& from, const Network& to, PathStage stage, double s);

}  // namespace hcx
