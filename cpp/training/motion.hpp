/// How neurons move: by turning, which is the alignment phase of a small start, or by growing, which is the fitting phase.
#pragma once

#include "network/network.hpp"

namespace hcx {

struct Motion {
  Vector angle;     ///< m: radians between w_i then and now; 0 where either is zero
  Vector growth;    ///< m: ln of ||w_i|| now over then; 0 where either is zero
  double turning;   ///< mean of angle
  double growing;   ///< mean of |growth|
  double distance;  ///< ||theta_now - theta_then|| / ||theta_then|| over all weights: small in the lazy regime

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("angle", s.angle);
    visit("growth", s.growth);
    visit("turning", s.turning);
    visit("growing", s.growing);
    visit("distance", s.distance);
  }
};

/// Between two networks of one shape. Throws InvalidArgument when their shapes differ. O(m d).
Motion motion_between(const Network& then, const Network& now);

}  // namespace hcx
