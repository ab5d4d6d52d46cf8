#include "solvers/exact/shorten.hpp"

#include <limits>

namespace hcx::exact {
namespace {

constexpr double kSmallShare =
    1e-3;  // of a dependency's largest entry: dividing by less costs other dependencies digits

}  // namespace

bool shorten(Vector& lengths, std::vector<Vector> changes) {
  for (std::size_t k = 0; k < changes.size(); ++k) {
    Vector& change = changes[k];
    if (change.sum() > 0) change = -change;
    double longest = std::numeric_limits<double>::infinity();
    Index gone = -1;
    for (Index i = 0; i < lengths.size(); ++i)
      if (change[i] < 0 && -lengths[i] / change[i] < longest) longest = -lengths[i] / change[i], gone = i;
    if (gone < 0) return false;
    lengths += longest * change;
    lengths[gone] = 0;
    if (-change[gone] < kSmallShare * change.cwiseAbs().maxCoeff()) return k + 1 == changes.size();
    for (std::size_t later = k + 1; later < changes.size(); ++later) {
      changes[later] -= changes[later][gone] / change[gone] * change;
      changes[later][gone] = 0;
    }
  }
  return true;
}

}  // namespace hcx::exact
