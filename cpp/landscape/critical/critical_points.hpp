/// Every critical point of the smallest landscapes, in closed form: 1-D inputs without bias, one or two neurons.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/problem.hpp"
#include "core/shaped.hpp"

namespace hcx {

enum class CriticalShape {
  Single,     ///< a point: 1 vertex
  Segment,    ///< between 2 vertices
  Ray,        ///< from 1 vertex along 1 ray
  Region,     ///< 1 vertex, and all that its rays span: L is constant there
  Hyperbola,  ///< a branch of w alpha = product: its apex and the directions of its asymptotes
};
constexpr std::string_view to_string(CriticalShape shape) {
  switch (shape) {  // no default: a new enumerator is a warning here
    case CriticalShape::Single: return "point";
    case CriticalShape::Segment: return "segment";
    case CriticalShape::Ray: return "ray";
    case CriticalShape::Region: return "region";
    case CriticalShape::Hyperbola: return "hyperbola";
  }
  return "";
}

enum class CriticalKind {
  GlobalMinimum,
  LocalMinimum,  ///< no network nearby is better
  Saddle,        ///< some are better and some are worse
  LocalMaximum,  ///< no network nearby is worse
  Flat,          ///< all nearby are equal, and elsewhere there are better ones: the neurons see no data
};
constexpr std::string_view to_string(CriticalKind kind) {
  switch (kind) {  // no default: a new enumerator is a warning here
    case CriticalKind::GlobalMinimum: return "global-minimum";
    case CriticalKind::LocalMinimum: return "local-minimum";
    case CriticalKind::Saddle: return "saddle";
    case CriticalKind::LocalMaximum: return "local-maximum";
    case CriticalKind::Flat: return "flat";
  }
  return "";
}

/// A convex set of critical points (or a branch of a hyperbola), conv(vertices) + cone(rays). Kind and loss hold for its
/// relative interior, and for its border as far as no set of its own says otherwise: where a neuron is 0 it may leave for the
/// other side, so that the end of a segment of minima need not be a minimum.
struct CriticalSet {
  CriticalShape shape;
  CriticalKind kind;
  double loss;
  Matrix vertices;                 ///< points (w_1, ..., w_m), or (w, alpha) when both layers are trained, one a row
  Matrix rays;                     ///< directions, one a row
  std::vector<signed char> signs;  ///< of each w in the relative interior: -1, 0, 1; one a neuron
  double product;                  ///< of a hyperbola; NaN otherwise
  /// Gradient descent near a minimum is stable for step sizes below 2 / (largest eigenvalue of the Hessian); infinity where L
  /// is constant. On a hyperbola it is that of the apex, the largest. NaN where it is not defined: on a kink, on rays along
  /// which it varies, and for what is no minimum.
  double stable_step_size;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("shape", s.shape);
    visit("kind", s.kind);
    visit("loss", s.loss);
    visit("vertices", rows_of(s.vertices));
    visit("rays", rows_of(s.rays));
    visit("signs", s.signs);
    visit("product", s.product);
    visit("stableStepSize", s.stable_step_size);
  }
};

enum class TrainedLayers {
  First,  ///< w -> L(w; alpha): the output weights are fixed
  Both,   ///< (w, alpha) -> L: one neuron only
};
constexpr std::string_view to_string(TrainedLayers layers) {
  switch (layers) {  // no default: a new enumerator is a warning here
    case TrainedLayers::First: return "first";
    case TrainedLayers::Both: return "both";
  }
  return "";
}

struct CriticalSettings {
  int width = 1;  ///< m, 1 or 2
  TrainedLayers layers = TrainedLayers::First;
  std::optional<Vector> alpha = std::nullopt;  ///< m output weights, none 0; default 1. Not with Both

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("width", s.width);
    visit("layers", s.layers);
    visit("alpha", s.alpha);
  }
};

/// All points at which 0 is a (Clarke) subgradient, best loss first. With S = k sum x_j^2 and T = k sum x_j y_j over the
/// points on one side of 0 and p = sum alpha_i w_i over the neurons that see it,
///     L = sum over both sides (S p^2 - 2 T p) + lambda (||w||^2 + ||alpha||^2) + const,
/// a convex quadratic on every orthant of w. The penalty of a fixed alpha counts, as in `evaluate`.
/// Throws InvalidArgument on a bad problem or setting, or when X has not one column. O(n).
std::vector<CriticalSet> critical_points(const Problem& problem, const CriticalSettings& settings = {});

}  // namespace hcx
