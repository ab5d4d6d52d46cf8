#include "answer.hpp"

#include <algorithm>

namespace hcx::bench {

double violation(const Problem& problem, const std::vector<Block>& blocks) {
  double largest = 0.0;
  for (const Block& block : blocks) largest = std::max(largest, block.u.norm());
  double worst = 0.0;
  for (const Block& block : blocks) {
    const Vector response = problem.X * block.u;
    for (Index j = 0; j < response.size(); ++j) {
      const double outside = block.pattern[j] ? -response[j] : response[j];
      if (outside > 0) worst = std::max(worst, outside / (problem.X.row(j).norm() * largest));
    }
  }
  return worst;
}

}  // namespace hcx::bench
