/// How strongly one neuron of given activation patterns can correlate with a vector.
#pragma once

#include <vector>

#include "core/types.hpp"
#include "network/network.hpp"
#include "patterns/pattern_set.hpp"
#include "response/cone_projection.hpp"

namespace hcx {

/// The signed blocks of a pattern set on data X: block (D, s) has the cone K = {w : (2 D - I) X w >= 0}, whether or not a
/// direction lies inside, and its neurons output D X w with sign s. Repeated blocks and blocks that output nothing are left
/// out; zero rows of X play no part.
///
/// A unit w in K responds to v with s v . D X w <= ||Proj_K(s X' D v)||, and some w reaches that.
class BlockResponse {
 public:
  /// X: n x d with entries of size about 1; `set` is valid for it.
  BlockResponse(const Matrix& X, const PatternSet& set);

  struct Peak {
    double value = 0;  ///< the largest response, >= 0, to rounding; 0 when it is not above `enough`
    double bound = 0;  ///< a number >= every block's response in exact arithmetic, and >= `enough`
    Vector w;          ///< the unit direction of that response, d; 0 when the value is 0
  };
  /// The largest response of any block to v. Only what exceeds `enough` is looked for: blocks with ||X' D v|| <= enough
  /// (the gated bound) are not projected, nor projected further than needed. For the zeta >= 0 that a projection finds,
  /// ||s X' D v + G' zeta|| is an upper bound whatever its accuracy. O(n d) a pattern and a few O(n d) a block projected.
  Peak peak(const Vector& v, double enough = 0);

  /// The neurons that are to respond most strongly: their blocks come first, and projections on their cones start from the
  /// walls they lie on. Only the cost depends on it, not what is found. W: m x d or fewer columns. O(n d m) and a few operations
  /// for each block and neuron.
  void expect(const Network& network);

  Index patterns() const { return masks_.cols(); }
  bool both_signs() const;  ///< of every pattern

  /// What is left of v beside the columns of all D X: orthogonal to everything that the blocks with both their signs can
  /// output. O(n^2 d patterns).
  Vector unfittable_part(const Vector& v) const;

  /// A part of v to which hardly any block responds: what the blocks can fit of v along the faces on which they respond to it by
  /// more than `level` is taken out, and again along those of blocks that respond to the rest by more than `level`. Where v is a
  /// dual optimum for next to no penalty, that is the one for none, to rounding. O(n d) a block and O(n^2 d faces), a few times.
  Vector unresponsive_part(Vector v, double level);

 private:
  struct Signs {
    bool plus = false, minus = false;
  };

  template <class Each>
  void each_response(const Vector& v, double level, Each&& each);
  Eigen::MatrixXd moves_along_face(Index pattern) const;

  Eigen::MatrixXd points_;  ///< d x n, unit columns x_j / ||x_j|| or 0
  Eigen::MatrixXd rows_;    ///< n x d: its transpose
  Vector lengths_;          ///< ||x_j||, n
  Eigen::MatrixXd masks_;   ///< n x patterns, 1 where on, else 0
  Eigen::MatrixXd sides_;   ///< 2 masks - 1
  std::vector<Signs> signs_;
  std::vector<std::vector<Index>> walls_;  ///< 2 patterns: where the projections of a pattern with + and with - start
  std::vector<bool> expected_;             ///< patterns with such a neuron, whose blocks go first
  Eigen::MatrixXd weighted_, gradients_;   ///< masks times v, n x patterns; X' D v, d x patterns
  ConeProjection projection_;
};

}  // namespace hcx
