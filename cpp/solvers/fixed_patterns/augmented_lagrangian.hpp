/// The last digits, and warm starts: semismooth Newton on the augmented Lagrangian of the dual, then Newton on the faces found.
#pragma once

#include "solvers/fixed_patterns/face_system.hpp"
#include "solvers/fixed_patterns/proximal.hpp"

namespace hcx::fixed_patterns {

/// The dual  max theta . y - 1/2 ||theta||^2  subject to  ||Proj_{K_k}(s_k X' D_k theta)|| <= b  has the augmented Lagrangian
///     Psi(theta) = 1/2 ||theta||^2 - theta . y + 1 / (2 sigma) sum_k ||prox(u_k + sigma s_k X' D_k theta)||^2,
/// convex and once differentiable, with the blocks u as multipliers: minimise over theta, set u to the proximal map there,
/// raise sigma. At every theta the proximal map is a feasible point of the programme, and names a face of each cone; Newton's
/// method on those faces then converges quadratically. Li, Sun, Toh (2018) for the lasso; projections on the cones are new.
class AugmentedLagrangian {
 public:
  explicit AugmentedLagrangian(const Cones& cones);

  /// Starts from blocks and a dual point. U: d x K, each block in its cone or near it; `b` > 0 sets the first sigma.
  void start(const Eigen::MatrixXd& U, const Vector& theta, double b);
  /// Takes note of a point and its bound without going there: what is known if time is up now. U is projected on the cones.
  void offer(const Eigen::MatrixXd& U, const Vector& theta);
  void offer(const Eigen::MatrixXd& U);
  void seed(Index k, const std::vector<Index>& walls) { proximal_.seed(k, walls); }

  /// From blocks near the optimum to it, as after a small change of the programme: the proximal map names the faces, Newton's
  /// method on them takes a full step, whether or not that leaves the cones, and so on: a semismooth Newton method for
  /// u = prox(u + sigma s_k X' D_k (y - f)). theta: y - f, or better what it was before the change.
  void start_turns(const Eigen::MatrixXd& U, const Vector& theta);
  /// One of these steps. False when they get nowhere, or the faces have more dimensions than the points can tell apart: only the
  /// best point and bound are kept then. One product with all blocks and one N x N system.
  bool turn();
  /// Whether faces have more dimensions than that: turns then go in circles.
  bool too_many(Index dimensions) const;
  /// The projections of s_k X' D_k theta, and whether one of them is longer than `limit`.
  Projections project_responses(const Vector& theta) { return proximal_.project_responses(theta); }
  bool exceeds(const Vector& theta, double limit) { return proximal_.exceeds(theta, limit); }

  /// Polishes from the start and comes back to it: near the optimum the faces that the start names are right already.
  void try_faces();
  /// One Newton step, or one change of the multipliers. False when rounding allows no further progress.
  bool step();

  const Eigen::MatrixXd& U() const { return best_; }   ///< the best feasible blocks so far
  const Vector& theta() const { return best_theta_; }  ///< the best dual point so far, up to scaling
  double value() const { return value_; }              ///< of U()
  double bound() const { return bound_; }              ///< proven by theta()

 private:
  void evaluate();
  void settle();   ///< what is left after a turn's Newton step, while its faces stay
  bool descend();  ///< a semismooth Newton step on theta with line search
  void update_multipliers();
  void retreat();  ///< to a smaller sigma, from where the last one ended
  void polish();   ///< Newton's method on the faces, from the present multipliers
  /// How far every u + t du stays in its cone, and what stops it: a wall of a face, or its block reaching zero.
  struct Reach {
    double t;
    std::ptrdiff_t face;  ///< -1: nothing stops it
    Index wall;           ///< a point, or -1: zero
  };
  Reach reach(const std::vector<ConeFace>& faces);
  /// How long a step from U along du, whose output is df, should be when a full one stays inside: from 1 to `farthest`.
  double stretch(double farthest, const Vector& r, const Vector& df) const;
  void stop_at(const Reach& stop, std::vector<ConeFace>& faces);
  void consider(const Eigen::MatrixXd& U, const Vector& residual);
  void price(const Vector& theta);

  const Cones& cones_;
  Proximal proximal_;
  std::vector<ConeFace> named_;  ///< the faces that the proximal map names
  FaceSystem faces_;
  double sigma_ = 1;
  Eigen::MatrixXd U_, du_, moving_, walls_moving_;  ///< moving_: blocks of faces and their steps
  Vector theta_, gradient_, delta_;
  Vector settled_;  ///< theta when the multipliers changed last
  double psi_ = 0;
  bool evaluated_ = false;          ///< the proximal map, gradient and psi are those of U_ and theta_
  int steps_ = 0;                   ///< since the multipliers changed
  int turns_ = 0, idle_turns_ = 0;  ///< idle: without a lower value than
  double lowest_turn_ = 0;
  bool settled_turn_ = false;  ///< the last turn ended where the faces' optimum is
  int fruitless_ = 0;          ///< changes of the multipliers since the gap last shrank
  Eigen::MatrixXd best_;
  Vector best_theta_;
  double value_, bound_ = 0;
};

}  // namespace hcx::fixed_patterns
