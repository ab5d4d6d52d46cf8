/// How sharply the loss bends at a network, and so which step sizes gradient descent bears there.
#pragma once

#include <vector>

#include "core/problem.hpp"
#include "landscape/critical/critical_points.hpp"
#include "network/network.hpp"

namespace hcx {

struct SharpnessSettings {
  TrainedLayers layers = TrainedLayers::Both;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("layers", s.layers);
  }
};

struct Sharpness {
  double largest;  ///< eigenvalue of the Hessian, on the sharpest side
  /// 2 / largest: gradient descent with a larger step leaves the neighbourhood of this minimum; infinity unless largest > 0.
  double stable_step_size;
  /// (neuron, data point) pairs at which a neuron switches just there, |x_j . w_i| <= 1e-12 ||x_j|| ||w_i||.
  int kinks;
  std::vector<double>
      sides;             ///< the largest eigenvalue of every smooth piece that meets here, ascending; one without kinks
  bool all_sides;        ///< otherwise there are too many: `sides` are those of some
  double gradient_norm;  ///< of the trained layers; 0 at a minimum that is no kink

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("sharpness", s.largest);
    visit("stableStepSize", s.stable_step_size);
    visit("kinks", s.kinks);
    visit("sides", s.sides);
    visit("allSides", s.all_sides);
    visit("gradientNorm", s.gradient_norm);
  }
};

/// The largest eigenvalue of the Hessian of the smooth piece of L that the network lies in; at a kink, of every piece around it
/// (at most 64, of more than 400 weights at most 8). With J_jp = df_j / dtheta_p, r = f - y:  H = 2 k (J'J + sum_j r_j d^2 f_j) + 2 lambda I.
/// By Lanczos' method with full reorthogonalisation, H never formed: to the end for up to 400 weights, else until the value
/// stands still to rounding. Cost: O(n m d + steps p) a step for p weights.
/// Throws InvalidArgument on a bad problem or network, one without neurons or with more than 1e5 weights.
Sharpness sharpness(const Problem& problem, const Network& network, const SharpnessSettings& settings = {});

}  // namespace hcx
