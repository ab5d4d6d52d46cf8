/// The nearest point of an activation pattern's cone.
#pragma once

#include <vector>

#include "core/kernels/column_qr.hpp"
#include "core/types.hpp"

namespace hcx {

/// Whether side_j along_j >= -rounding for all j < n: along = X w of a w in the cone, whose walls it may lie on.
bool in_cone(const double* side, const double* along, Index n, double rounding);

/// w = argmin ||w - p|| over K = {w : g_j . w >= 0}, where g_j = side_j x_j. By Moreau p = w - G' zeta with zeta >= 0, and
/// ||w|| is the largest correlation p . v that a unit v in K can have: what pricing and certificates ask for.
///
/// The multipliers solve min ||p + G' zeta||, zeta >= 0: Lawson and Hanson's active set method (1974) on a QR factorisation
/// that is updated. It starts from the active set of the previous call, so that a small change of p costs one check, O(n d).
class ConeProjection {
 public:
  explicit ConeProjection(Index d);

  /// rows: n x d, unit rows x_j' or zero rows, which are ignored; side: n values +-1; p: d.
  /// Stops early where ||w|| <= enough: then ||Proj p|| <= ||w||, because p = w - G' zeta with zeta >= 0 throughout.
  void project(const Eigen::MatrixXd& rows, const double* side, const double* p, double enough = 0);

  const Vector& w() const { return w_; }                        ///< the projection, d
  const std::vector<Index>& active() const { return active_; }  ///< the j with zeta_j > 0: g_j . w = 0, independent
  const Vector& multipliers() const { return zeta_; }  ///< zeta of `active`, in its order (the first active().size())
  const ColumnQR& active_rows() const { return qr_; }  ///< of the g_j in `active`

  /// Only the part of project() that needs no other points: w and zeta for the present active set, columns of negative
  /// multipliers dropped. Whether it is the projection is then for the caller to check (g_j . w >= 0 for all j).
  void restart(const double* p);
  /// Goes on from restart(): adds violated points until none is left. Returns at once when there is none. along: rows w(), if known.
  void finish(const Eigen::MatrixXd& rows, const double* side, const double* p, double enough = 0,
              const double* along = nullptr);

  /// The next projection starts from no wall.
  void forget();
  /// Replaces the active set by those of `walls` that are independent, in this order.
  void seed(const Eigen::MatrixXd& rows, const double* side, const std::vector<Index>& walls);

 private:
  void fit(const double* p);  ///< w_ and trial_ for the present active set
  void drop(Index i);
  bool add(const Eigen::MatrixXd& rows, const double* side, Index j);

  Vector w_, zeta_, trial_, row_, inside_;
  std::vector<Index> active_;
  ColumnQR qr_;
};

}  // namespace hcx
