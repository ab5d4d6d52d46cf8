/// How strongly one neuron can correlate with a vector, in any dimension: branch and bound over activation patterns.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include "core/types.hpp"
#include "network/network.hpp"
#include "patterns/hyperplanes.hpp"
#include "response/nearest_combination.hpp"
#include "response/response_terms.hpp"
#include "response/unfittable_part.hpp"

namespace hcx {

/// A direction at which s v . max(0, X w) has a local maximum on the unit sphere.
struct ResponseMaximum {
  int sign;      ///< s
  Vector w;      ///< unit, d
  double value;  ///< s v . max(0, X w)
};

struct ResponsePeak {
  double value = 0;      ///< the largest response found, >= 0: a lower bound on the peak
  double bound = 0;      ///< a number >= the peak and >= `enough`, rounding included
  int sign = 1;          ///< s of that response
  Vector w;              ///< its unit direction, d; 0 when the value is 0
  bool complete = true;  ///< bound = max(value, enough) to rounding; else a limit stopped the search
  long long nodes = 0;
  std::vector<ResponseMaximum> maxima;  ///< distinct local maxima found with values above `collect_above`, best first
};

/// Where to start climbing: random directions, at least one, and the first 32 neurons. d columns.
Matrix starting_directions(const Network& network, Index d, Index random = 4, std::uint64_t seed = 1);

/// max over s = +-1 and ||w|| <= 1 of  s v . max(0, X w).
///
/// The terms of s v with a negative factor are concave in w, so that only hyperplanes with a positive one need branching.
/// With a set A of those decided on and F off, and U not yet,
///     s v . max(0, X w) <= min over a of (sum_h a_h h) . w + sum_U kappa_h |h . w|,
/// where h runs over the unit normals and a_h over [v_h, inf) on A, (-inf, 0] on F, [v_h, 0] where v_h < 0, and is v_h / 2 on
/// U, kappa_h = v_h / 2, v_h the sum of v_j ||x_j|| on the hyperplane. The first term is at most the length of the shortest
/// combination (see NearestCombination, which a parent's solution warms), the second at most
///     min( sum_U kappa_h, sqrt(sum_U kappa_h  lambda_max(sum_U kappa_h h h')) ),
/// which depends on the depth only: hyperplanes are decided in order of kappa. Where the cone of A and F is thin, its extent
/// around one direction bounds every h . w; then hyperplanes that it does not reach are decided for it, and on the others the
/// chord of the term over that range does better than both. At a leaf the bound is the exact maximum over
/// the cells that agree with it. Best first, so that it is anytime: whenever it stops, the largest open bound is valid.
/// The same linearisation, repeated, climbs to a local maximum from anywhere: from the given starts and from the nodes.
class BranchAndBound {
 public:
  struct Limits {
    double enough = 0;                                           ///< nothing at or below this needs to be found
    double satisfied = std::numeric_limits<double>::infinity();  ///< stop as soon as a response exceeds this
    double collect_above = std::numeric_limits<double>::infinity();
    long long max_nodes = 20000;
  };

  /// X: n x d with entries of size about 1. O(n^2 d).
  explicit BranchAndBound(const Matrix& X);

  /// v: n; starts: k x d directions to climb from, for either sign. A node costs a few O(n d).
  ResponsePeak peak(const Vector& v, const Matrix& starts, const Limits& limits) const;

  /// The part of r to which no neuron responds, see unfittable.hpp.
  Vector unfittable_part(const Vector& r) const { return hcx::unfittable_part(X_, lines_, on_, r); }

 private:
  friend class BranchAndBoundRun;
  Matrix X_;
  std::vector<Hyperplane> planes_;
  Eigen::MatrixXd normals_;  ///< d x planes
  Vector lengths_;           ///< ||x_j||, n
  Lines lines_;              ///< the points on each plane
  Pattern on_;               ///< of some cell
};

/// One search, a few nodes at a time. `search` outlives it.
class BranchAndBoundRun {
 public:
  /// Climbs from the starts, then looks at the root: for the arguments see BranchAndBound::peak.
  BranchAndBoundRun(const BranchAndBound& search, const Vector& v, const Matrix& starts,
                    const BranchAndBound::Limits& limits);
  ~BranchAndBoundRun();
  BranchAndBoundRun(const BranchAndBoundRun&) = delete;
  BranchAndBoundRun& operator=(const BranchAndBoundRun&) = delete;

  /// Branches on the most promising nodes, a few of them or until there is nothing left to do: about a tenth of a millisecond.
  void step();
  bool finished() const;
  /// The peak as far as it is known.
  ResponsePeak peak() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace hcx
