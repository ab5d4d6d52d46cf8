#include "programme/programme.hpp"

namespace hcx {

double programme_value(const Problem& problem, const std::vector<Block>& blocks) {
  const auto [b, factor] = canonical_scale(problem);
  Vector residual = problem.y;
  double norms = 0;
  for (const Block& block : blocks) {
    for (Index j = 0; j < problem.X.rows(); ++j)
      if (block.pattern[j]) residual[j] -= block.sign * problem.X.row(j).dot(block.u);
    norms += block.u.norm();
  }
  return factor * (0.5 * residual.squaredNorm() + b * norms);
}

}  // namespace hcx
