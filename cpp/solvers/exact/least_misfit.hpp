/// The least misfit in the plane, written down: without weight decay nothing has to be searched for.
#pragma once

#include <vector>

#include "patterns/circle.hpp"
#include "solvers/exact/circle_face.hpp"

namespace hcx::exact {

/// Of the points x = rho t on line k: the parts of sum rho^2 on either side of the origin.
struct Sides {
  double plus, minus;
  bool both() const { return plus > 0 && minus > 0; }
};
Sides sides(const Matrix& X, const Circle& circle, Index k);

/// Neurons whose outputs are as near to given labels as any network's. A point x = rho t on a line of the circle, t its unit
/// vector, sees of neurons with weights w and masses alpha
///
///     f(x) = |rho| q + rho (t . v) / 2,    q = 1/2 sum alpha |t . w|,    v = sum alpha w.
///
/// So each line has one number q of its own, which any value can be given, and all share v: a least-squares problem in two
/// unknowns. Between neighbouring lines q is a sinusoid of the angle, so that the mass which a line's two rays must carry is
/// what its slope changes by there; how it is divided between the two gives v. O(n).
class LeastMisfit {
 public:
  /// A weight on the face it belongs to.
  struct Neuron {
    int sign;
    CircleFace face;
    Point u;
  };

  /// X: n x 2, kept by reference, and its circle.
  LeastMisfit(const Matrix& X, const Circle& circle);

  /// Adds the neurons that fit y, n labels or what others have left of them.
  void add(const Vector& y);
  /// At most n neurons, with the same outputs: where no line has points on both sides of the origin, v can be chosen.
  void thin();
  std::vector<Neuron> neurons() const;

 private:
  struct Targets {
    Vector q;  ///< one a line
    Point v;
  };

  Targets targets(const Vector& y) const;
  Vector along_lines(const Vector& y, const Point& v) const;  ///< the best q for this v
  Vector masses(const Vector& q) const;                       ///< one a line, on its two rays together
  Vector placed(Vector mass, const Point& v) const;           ///< one a ray
  Vector carried_by(const Targets& targets) const;            ///< the same for what is to be fitted
  Point direction(Index ray) const;                           ///< of the neurons on this ray
  Point line(Index k) const { return turned(circle_.ray(k)); }

  const Matrix& X_;
  const Circle& circle_;
  Index lines_;
  std::vector<Sides> sides_;  ///< one a line
  std::vector<Point> free_;   ///< a basis of the changes of v that the q can make up for
  Vector mass_;               ///< alpha of the unit neuron on each ray
};

}  // namespace hcx::exact
