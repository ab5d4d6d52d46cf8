/// The optimality condition of a network in the plane, drawn around the circle of directions.
#pragma once

#include "core/problem.hpp"
#include "network/network.hpp"

namespace hcx {

/// response(theta) = z . max(0, X w(theta)),  w(theta) = (cos theta, sin theta),  z = 2 k (y - f(X)).
/// A network is optimal over every network exactly when |response| <= level = 2 lambda for all theta and response = +-level,
/// with the sign of alpha, at each of its neurons: where the curve exceeds the level, a neuron is missing. It may touch in
/// other places too, where another optimum, with the same outputs, has neurons.
struct CertificateCurve {
  Vector
      angle;  ///< ascending in [-pi, pi]: equally spaced ones, every ray where a point switches, every local extremum
  Vector response;                       ///< as many
  double level;                          ///< 2 lambda
  Vector neuron_angle, neuron_response;  ///< m, the same at the network's neurons; NaN for a neuron without direction
  Vector extremum_angle, extremum_response;  ///< where |response| has a local maximum, by angle; exact but for rounding

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("angle", s.angle);
    visit("response", s.response);
    visit("level", s.level);
    visit("neuronAngle", s.neuron_angle);
    visit("neuronResponse", s.neuron_response);
    visit("extremumAngle", s.extremum_angle);
    visit("extremumResponse", s.extremum_response);
  }
};

/// Throws InvalidArgument unless d = 2 and `samples` is 8 .. 100,000, or on a bad problem or network.
/// O(n (samples + n + m)).
CertificateCurve certificate_curve(const Problem& problem, const Network& network, Index samples);

}  // namespace hcx
