/// Planes in the space of networks, on which a landscape of two dimensions is drawn.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "network/network.hpp"

namespace hcx {

/// N(u, v) = origin + u A + v B: every weight of both layers is affine in u and v.
struct LossPlane {
  Network origin, u, v;  ///< of one shape; u and v are the directions A and B

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("origin", s.origin);
    visit("u", s.u);
    visit("v", s.v);
  }
};

/// Throws InvalidArgument, naming the part, unless all three have one shape (d columns) and finite weights.
void validate(const LossPlane& plane, Index d);

/// N(u, v). Throws InvalidArgument on a bad plane or a u or v that is not finite. O(m d).
Network network_at(const LossPlane& plane, double u, double v);

enum class Layer { First, Second };
constexpr std::string_view to_string(Layer layer) {
  switch (layer) {  // no default: a new enumerator is a warning here
    case Layer::First: return "first";
    case Layer::Second: return "second";
  }
  return "";
}

/// One weight of a network: w_ik of the first layer, alpha_i of the second.
struct Parameter {
  Layer layer = Layer::First;
  int neuron = 0;  ///< i
  int input = 0;   ///< k; of no account in the second layer

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("layer", s.layer);
    visit("neuron", s.neuron);
    visit("input", s.input);
  }
};

/// u and v are the values of two weights, the others are those of `network`.
/// Throws InvalidArgument when a weight is not there, or both are the same.
LossPlane plane_of_parameters(const Network& network, const Parameter& u, const Parameter& v);

enum class Normalization {
  Filter,  ///< of every neuron, the direction's w_i is scaled to ||w_i|| and its alpha_i to |alpha_i| (Li et al. 2018)
  None,
};
constexpr std::string_view to_string(Normalization normalization) {
  switch (normalization) {  // no default: a new enumerator is a warning here
    case Normalization::Filter: return "filter";
    case Normalization::None: return "none";
  }
  return "";
}

/// Around `network` along two directions of independent N(0, 1) weights, the same natively and in WebAssembly.
/// Throws InvalidArgument on a bad network or a seed outside 0 .. 2^53 - 1.
LossPlane random_plane(const Network& network, std::int64_t seed, Normalization normalization = Normalization::Filter);

/// Through three networks of one shape: the first at (0, 0), the second at (1, 0), the third at (0, 1).
/// Throws InvalidArgument unless there are three, of one shape and finite.
LossPlane plane_through(const std::vector<Network>& networks);

/// Where networks lie in a plane.
struct PlaneCoordinates {
  Vector u, v;      ///< of the nearest point of the plane, in the sum of squares over all weights; one a network
  Vector distance;  ///< from it

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("u", s.u);
    visit("v", s.v);
    visit("distance", s.distance);
  }
};
/// Throws InvalidArgument on a bad plane, one whose directions are dependent, or a network of another shape. O(m d) each.
PlaneCoordinates coordinates_of(const LossPlane& plane, const std::vector<Network>& networks);

}  // namespace hcx
