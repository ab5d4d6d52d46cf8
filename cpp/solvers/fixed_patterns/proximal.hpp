/// The proximal map of the penalty and the cones, for all blocks at once.
#pragma once

#include <vector>

#include "response/cone_projection.hpp"
#include "solvers/fixed_patterns/cones.hpp"

namespace hcx::fixed_patterns {

/// A face of a block's cone: the walls on which the block lies.
struct ConeFace {
  Index block;
  double shrink;              ///< what the proximal map leaves of a change across the block: (||w|| - sigma b) / ||w||
  ColumnQR walls;             ///< of their inward normals
  std::vector<Index> points;  ///< whose walls they are
};

/// The projections w_k of vectors p_k on the cones, d x K, and their multipliers zeta >= 0, n x K: p_k = w_k - G_k' zeta_k.
struct Projections {
  Eigen::MatrixXd w, zeta;
};

/// prox of sigma (b ||u|| + [u in K_k]) at p is the projection w of p on K_k, shortened by sigma b, or 0 when it is shorter
/// than that. Projections start from the walls of the last call, and blocks that are zero are mostly seen to be so from ||p||.
class Proximal {
 public:
  explicit Proximal(const Cones& cones);

  /// The walls to start block k's next projection from, most likely ones first.
  void seed(Index k, const std::vector<Index>& walls);

  /// At p_k = u_k + sigma s_k X' D_k theta for every block. O(n d (P + blocks alive)).
  void evaluate(const Eigen::MatrixXd& U, double sigma, const Vector& theta);
  const Eigen::MatrixXd& next() const { return next_; }       ///< d x K: the map's values
  const std::vector<Index>& alive() const { return alive_; }  ///< blocks whose value is not zero
  void faces(std::vector<ConeFace>& faces) const;             ///< those of the blocks alive
  /// Projects u on the cone of block k from nearby: what has come from far away lies in it only roughly. O(n d).
  void bring_inside(Index k, Eigen::Ref<Vector> u);

  /// max_k ||Proj_{K_k}(s_k X' D_k theta)||: theta is dual feasible when it is <= b. Only values above `floor` are exact.
  double peak(const Vector& theta, double floor);
  /// Whether that is above `limit`: one block that is settles it.
  bool exceeds(const Vector& theta, double limit);
  /// The projections of s_k X' D_k theta for every block.
  Projections project_responses(const Vector& theta);

 private:
  const Cones& cones_;
  std::vector<ConeProjection> projections_;
  Eigen::MatrixXd responses_, points_, candidates_, along_walls_;
  Eigen::MatrixXd next_;
  Vector lengths_;
  std::vector<Index> alive_;
  ConeProjection inside_;  ///< of bring_inside, which leaves alone where the projections of the points begin
  /// Projects column k of points_ for every k in `which`; norms in lengths_, from above where they are not more than `enough`.
  void project(const std::vector<Index>& which, double enough);
};

}  // namespace hcx::fixed_patterns
