/// All optimal networks at once: a polytope. Mishkin, Pilanci (2023).
#pragma once

#include <optional>
#include <vector>

#include "certificate/certificate.hpp"
#include "core/problem.hpp"
#include "core/shaped.hpp"
#include "core/status.hpp"
#include "network/network.hpp"
#include "run/settings.hpp"

namespace hcx {

/// The outputs on the data and with them the dual optimum theta are the same for every optimal network. With w_k the directions that touch
/// (see Touching), s_k their signs and Phi = [s_k max(0, X w_k)], the optimal networks are
///     {c >= 0 : Phi c = f},   w = sqrt(c_k) w_k, alpha = s_k sqrt(c_k),
/// but for neurons split in two along one direction. They have the same sum of c: b sum c = theta . Phi c = theta . f.
struct OptimalPolytope {
  Matrix directions;               ///< k x d, unit
  std::vector<signed char> signs;  ///< k
  Matrix features;                 ///< Phi, n x k
  Vector outputs;                  ///< f, n
  Matrix corners;                  ///< each a row of k weights; the first is the solver's network

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("directions", s.directions);
    visit("signs", s.signs);
    visit("features", s.features);
    visit("outputs", s.outputs);
    visit("corners", s.corners);
  }
};

/// The polytope seen from the side from which its corners lie furthest apart.
struct CornerMap {
  Matrix places;  ///< a row (u, v) for each corner, the furthest at distance 1 of (0, 0), which is their mean
  Vector hull;    ///< numbers of corners, counterclockwise: the outline
  Matrix edges;   ///< pairs of numbers of corners, one a row
  Vector walk;    ///< numbers of corners, each joined to the next by an edge, all of them visited; begins with corner 0

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("places", s.places);
    visit("hull", s.hull);
    visit("edges", s.edges);
    visit("walk", s.walk);
  }
};

struct OptimalSet : OptimalPolytope {
  CornerMap map;
  Status
      status;  ///< of the solve: where a limit stopped it the network is no optimum, and this is not the set of the optima
  Certificate certificate;
  double level;         ///< |2 k (y - f) . max(0, X w)| of the directions that touch: 2 lambda
  Vector slack;         ///< k, how far each direction is from touching, relative to the level
  double nearest_miss;  ///< the same of the nearest direction that was not taken; infinity when none is near
  double resolution;    ///< the slack below which the gap cannot tell whether a direction touches
  Index rank;           ///< of Phi: the neurons that a corner has at most
  Index dimension;      ///< k - rank; 0: one network
  bool complete;        ///< whether these are all corners of the set of the optima
  Vector interior;      ///< the mean of the corners, k

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("status", s.status);
    Certificate::fields(s.certificate, visit);
    visit("directions", Shaped{s.directions});
    visit("signs", s.signs);
    visit("features", Shaped{s.features});
    visit("outputs", s.outputs);
    visit("corners", Shaped{s.corners});
    visit("places", Shaped{s.map.places});
    visit("hull", s.map.hull);
    visit("edges", Shaped{s.map.edges});
    visit("walk", s.map.walk);
    visit("level", s.level);
    visit("slack", s.slack);
    visit("nearestMiss", s.nearest_miss);
    visit("resolution", s.resolution);
    visit("rank", s.rank);
    visit("dimension", s.dimension);
    visit("complete", s.complete);
    visit("interior", s.interior);
  }
};

struct OptimalSetSettings {
  double tolerance = 1e-13;  ///< of the optimum; where rounding allows no such gap, the smallest that it does allow
  double touching = 1e-9;    ///< the slack at which a direction counts as touching, in (0, 1)
  int max_corners = 2000;    ///< 1 .. 10^5
  double max_seconds = kUnlimited;  ///< for the optimum and then for the corners, > 0
  std::optional<Network> warm_start = std::nullopt;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("tolerance", s.tolerance);
    visit("touching", s.touching);
    visit("maxCorners", s.max_corners);
    visit("maxSeconds", s.max_seconds);
    visit("warmStart", s.warm_start);
  }
};

/// Solves the problem, then finds the directions that touch and the corners. Throws InvalidArgument on bad input, when lambda = 0
/// (neurons that no data point sees are then free, and those that are seen need not touch anything: no such polytope), or as touching_directions.
OptimalSet optimal_set(const Problem& problem, const OptimalSetSettings& settings = {});

/// Throws InvalidArgument, naming the field, when sizes disagree, a value is not finite or the first corner is not one of the set's.
void validate(const OptimalPolytope& set);

/// The balanced network with these weights; directions of weight 0 give no neuron. Throws InvalidArgument when c has not a weight for each
/// direction, a weight is negative or the outputs on the data are not those of the optimum, to 1e-9 of them.
Network optimal_network(const OptimalPolytope& set, const Vector& c);

}  // namespace hcx
