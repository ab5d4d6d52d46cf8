/// From a direction to a local maximum of the response.
#pragma once

#include "response/nearest_combination.hpp"
#include "response/response_terms.hpp"

namespace hcx {

/// Replaces each convex term of the response by its tangent at w and maximises the rest exactly, until the tangents stay: a
/// few NearestCombination, each warm from the last.
class ResponseClimb {
 public:
  /// normals: d x planes, which outlive this.
  explicit ResponseClimb(const Eigen::MatrixXd& normals) : normals_(normals), nearest_(normals) {}

  /// Climbs from w. Returns false when it ends where nothing responds by more than `nothing`.
  bool climb(const ResponseTerms& terms, const Vector& w, double nothing);

  const Vector& w() const { return w_; }  ///< unit, d
  double value() const { return value_; }

 private:
  const Eigen::MatrixXd& normals_;
  NearestCombination nearest_;
  Vector w_, slopes_, before_;
  double value_ = 0;
};

}  // namespace hcx
