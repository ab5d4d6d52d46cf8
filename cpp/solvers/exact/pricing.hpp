/// Pricing: which neurons, of all that exist, would lower the loss most.
#pragma once

#include <vector>

#include "solvers/exact/circle_face.hpp"

namespace hcx::exact {

/// A local maximum of s r . max(0, X w) over the circle.
struct Candidate {
  CircleFace face;
  int sign;      ///< s
  Point w;       ///< unit direction
  double value;  ///< s r . max(0, X w) > 0
};

/// Sector by sector gradients of w -> r . max(0, X w), by one sweep around the circle: crossing a ray switches the points
/// of its line on or off. O(n) a call after O(n log n) once.
class Pricing {
 public:
  Pricing(const Matrix& X, const Circle& circle);

  /// Prices the residual r. The functions below speak of the last one priced.
  void price(const Vector& r);

  /// pi(+-r): the value of the best candidate of either sign, 0 when there is none.
  double peak() const { return peak_; }
  /// Every local maximum of either sign whose value exceeds `above`, best first.
  std::vector<Candidate> candidates(double above) const;
  /// Slope of r . max(0, X w(theta)) at ray k, just after it and just before it.
  double slope_after(Index k) const;
  double slope_before(Index k) const;

 private:
  struct Crossing {
    Index point;
    double switches;  ///< +1: on when entering the sector; -1: off
  };
  const Point& gradient(Index k) const { return gradients_[static_cast<std::size_t>(k)]; }
  void collect(int sign, std::vector<Candidate>& found) const;

  const Matrix& X_;
  const Circle& circle_;
  std::vector<std::vector<Crossing>> crossings_;  ///< of ray k, k < half the rays; the opposite ray switches back
  Pattern first_;                                 ///< pattern of the sector before ray 0
  std::vector<Point> gradients_;                  ///< X' D_k r, one a sector
  double peak_ = 0;
};

}  // namespace hcx::exact
