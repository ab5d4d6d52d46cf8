#include "training/motion.hpp"

#include <algorithm>
#include <cmath>

#include "core/checks.hpp"

namespace hcx {
namespace {

/// Between unit vectors; exact for small angles, where acos of their product is not.
double angle_between(const Eigen::RowVectorXd& a, const Eigen::RowVectorXd& b) {
  return 2 * std::atan2((a - b).norm(), (a + b).norm());
}

}  // namespace

Motion motion_between(const Network& then, const Network& now) {
  validate(then, then.W.cols());
  require_length(now.width(), then.width(), "alpha", "neurons of the earlier network");
  validate(now, then.W.cols());
  const Index m = then.width();
  Motion motion{Vector::Zero(m), Vector::Zero(m), 0, 0, 0};
  for (Index i = 0; i < m; ++i) {
    const double before = then.W.row(i).norm(), after = now.W.row(i).norm();
    if (before == 0 || after == 0) continue;
    motion.angle[i] = angle_between(then.W.row(i) / before, now.W.row(i) / after);
    motion.growth[i] = std::log(after / before);
  }
  if (m == 0) return motion;
  motion.turning = motion.angle.mean();
  motion.growing = motion.growth.cwiseAbs().mean();
  const double size = std::hypot(then.W.norm(), then.alpha.norm());
  const double moved = std::hypot((now.W - then.W).norm(), (now.alpha - then.alpha).norm());
  motion.distance = size > 0 ? moved / size : 0;
  return motion;
}

}  // namespace hcx
