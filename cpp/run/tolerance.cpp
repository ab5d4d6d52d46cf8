#include "run/tolerance.hpp"

#include <algorithm>

namespace hcx {

double Tolerance::allowed(double objective, double zero_network) const {
  return relative_ * std::max(objective, 1e-3 * zero_network);
}

double Tolerance::aimed(double objective, double zero_network) const {
  return relative_ * std::max(objective, 1e-6 * zero_network);
}

bool Tolerance::closes(double objective, double bound, double zero_network) const {
  return objective - bound <= 0.5 * aimed(objective, zero_network);
}

}  // namespace hcx
