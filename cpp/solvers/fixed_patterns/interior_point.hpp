/// Primal-dual interior point on the block structure: a few digits of the optimum, from nothing, however the cones lie.
#pragma once

#include "solvers/fixed_patterns/cones.hpp"
#include "solvers/fixed_patterns/proximal.hpp"
#include "solvers/fixed_patterns/schur.hpp"

namespace hcx::fixed_patterns {

/// minimise 1/2 ||sum s D X u - y||^2 + b sum t   subject to  S = (2 D - I) X u >= 0,  ||u|| <= t
/// with multipliers Z >= 0 of the walls and (zt, zu) of the second-order cones. Nesterov-Todd scaling, Mehrotra's predictor
/// and corrector, then Gondzio's corrector of centrality, weighted by what it is good for; started infeasible. b > 0 may be
/// larger than the programme's. A step costs O(n K d^2 + sum_p a_p^2 d + n^3 / 3), a_p points on in pattern p.
class InteriorPoint {
 public:
  InteriorPoint(const Cones& cones, double b);

  /// Starts near blocks U != 0 in their cones and near a dual point, whose responses' projections are given, instead: every pair
  /// of slack and multiplier on the central path where it is nearest to what it was, so that feasibility is left to regain.
  void start_near(const Eigen::MatrixXd& U, const Projections& dual);

  /// One step along the corrected direction; false when rounding allows none.
  bool step();

  /// Relative duality gap of the present point, up to its infeasibility(): 1 - D / P.
  double gap() const { return gap_; }
  /// Largest violation of S = (2 D - I) X u.
  double infeasibility() const { return infeasibility_; }
  const Eigen::MatrixXd& U() const { return U_; }  ///< d x K
  Vector theta() const { return cones_.y - f_; }   ///< the residual, n
  /// The walls of block k that the point leans on: multiplier above slack, most pressed first.
  std::vector<Index> pressed_walls(Index k) const;
  /// Of the faces that these walls and the blocks longer than `vanished` times the longest name, in all.
  Index dimensions(double vanished) const;

 private:
  struct Direction {
    Eigen::MatrixXd U, S, Z, s, z;
    Vector t;
  };

  void centre_cone(Index k, const double* w, double scale, double mu);
  void measure();
  bool factor();
  void scale(Index k);  ///< the scaling of block k's second-order cone, and H_k
  void predict();
  void correct();
  double centre(double t);  ///< returns the length of the step along the direction it leaves
  /// What the direction so far would make of the complementarity after a longer step, clipped to near the aim, into the targets.
  void clip_products(double t);
  /// The direction for walls_target_ (what S dZ + Z dS misses, over S) and cone_target_ (the same in scaled cones).
  void solve_direction();
  void right_hand_sides();
  /// The longest step within the cones, at most 1e30, along part of the way from the former direction to the present one.
  double reach(double part = 1) const;
  double step_length(double part = 1) const;
  void blend(double part);
  void move(double t);

  const Cones& cones_;
  Schur schur_;
  Index n_, d_, K_;
  double b_;
  Eigen::MatrixXd products_;  ///< d(d+1)/2 x n: x_i x_j of every unit point

  Eigen::MatrixXd U_, S_, Z_, slack_error_;  ///< d x K, n x K, n x K, n x K: S - (2 D - I) X U
  Eigen::MatrixXd s_, z_;                    ///< (d + 1) x K: the cones' points (t, u) and multipliers
  Vector t_, f_;                             ///< K; n: the output
  Eigen::MatrixXd pull_;                     ///< d x P: X' D (f - y)
  double mu_ = 1, aim_ = 1, gap_ = 1, infeasibility_ = 1;

  Eigen::MatrixXd over_S_, over_Z_, omega_;  ///< n x K: 1 / S, 1 / Z, Z / S
  Eigen::MatrixXd w_, lambda_, Qtu_;         ///< scalings, scaled points, the column of W^-2 that couples t and u
  Vector eta_, Qtt_;
  Eigen::MatrixXd walls_target_, cone_target_;  ///< n x K, (d + 1) x K
  Direction step_, former_;
  Eigen::MatrixXd signed_, XdU_, hessians_, pressure_, h_;
};

}  // namespace hcx::fixed_patterns
