/// A path through networks, by its key frames.
#pragma once

#include <string_view>
#include <vector>

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

}  // namespace hcx
