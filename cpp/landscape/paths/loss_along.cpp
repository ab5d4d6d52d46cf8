#include "landscape/paths/loss_along.hpp"

#include <string>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "network/objective.hpp"

namespace hcx {
namespace {

template <class NetworkAt>
LossProfile sampled(const Problem& problem, int samples, const NetworkAt& at) {
  require_between(samples, 2, 1'000'000, "samples");
  LossProfile profile{Vector(samples), Vector(samples)};
  for (Index s = 0; s < samples; ++s) {
    profile.t[s] = static_cast<double>(s) / (samples - 1);
    profile.loss[s] = evaluate(problem, at(profile.t[s])).objective;
  }
  return profile;
}

}  // namespace

LossProfile loss_along(const Problem& problem, const Network& from, const Network& to, int samples) {
  validate(problem);
  validate(from, problem.X.cols()), validate(to, problem.X.cols());
  if (to.width() != from.width())
    throw InvalidArgument("to has " + counted(to.width(), "neuron") + ", expected " + std::to_string(from.width()) +
                          " (as from)");
  return sampled(problem, samples, [&](double t) {
    return Network{(1 - t) * from.W + t * to.W, (1 - t) * from.alpha + t * to.alpha};  // the ends exactly
  });
}

LossProfile loss_along(const Problem& problem, const DescentPath& path, int samples) {
  return sampled(problem, samples, [&](double t) { return network_at(path, t); });
}

LossProfile loss_along(const Problem& problem, const Way& way, int samples) {
  if (const auto* line = std::get_if<StraightWay>(&way)) return loss_along(problem, line->from, line->to, samples);
  return loss_along(problem, std::get<DescentPath>(way), samples);
}

}  // namespace hcx
