#include "landscape/critical/critical_points.hpp"

#include <string>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "landscape/critical/critical_sets.hpp"

namespace hcx {
namespace {

Vector fixed_alpha(const CriticalSettings& s) {
  const Vector alpha = s.alpha.value_or(Vector::Ones(s.width));
  require_length(alpha.size(), s.width, "alpha", "width");
  require_finite(alpha, "alpha");
  for (Index i = 0; i < alpha.size(); ++i)
    if (alpha[i] == 0) throw InvalidArgument("alpha[" + std::to_string(i) + "] is 0, expected a number other than 0");
  return alpha;
}

}  // namespace

std::vector<CriticalSet> critical_points(const Problem& problem, const CriticalSettings& settings) {
  validate(problem);
  if (problem.X.cols() != 1)
    throw InvalidArgument("X has " + counted(problem.X.cols(), "column") +
                          " (bias included), expected 1 for listing critical points");
  require_between(settings.width, 1, 2, "width");
  if (settings.layers == TrainedLayers::First) return critical_first_layer(problem, fixed_alpha(settings));
  if (settings.width != 1)
    throw InvalidArgument("width is " + std::to_string(settings.width) + ", expected 1 when both layers are trained");
  if (settings.alpha) throw InvalidArgument("alpha is given, expected none when both layers are trained");
  return critical_one_neuron(problem);
}

}  // namespace hcx
