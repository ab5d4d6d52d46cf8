#include "training/kernels/update_rule.hpp"

#include <cmath>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"

namespace hcx {
namespace {

void require_fraction(double value, std::string_view name) {
  if (!(value >= 0 && value < 1))
    throw InvalidArgument(std::string(name) + " is " + to_text(value) + ", expected a number from 0 to below 1");
}

/// b^t by squaring: the same product on every platform, unlike std::pow.
double power(double b, std::int64_t t) {
  double result = 1;
  for (; t > 0; t /= 2, b *= b)
    if (t % 2) result *= b;
  return result;
}

}  // namespace

void validate(const RuleSettings& settings) {
  require_fraction(settings.momentum, "momentum");
  require_fraction(settings.beta1, "beta1");
  require_fraction(settings.beta2, "beta2");
  require_fraction(settings.smoothing, "smoothing");
  if (settings.epsilon) require_positive(*settings.epsilon, "epsilon");
}

UpdateRule::UpdateRule(const RuleSettings& settings)
    : settings_(settings),
      epsilon_(settings.epsilon.value_or(settings.optimizer == Optimizer::Adagrad ? 1e-10 : 1e-8)) {}

bool UpdateRule::keeps_velocity() const {
  const Optimizer o = settings_.optimizer;
  return o == Optimizer::Momentum || o == Optimizer::Nesterov || o == Optimizer::Adam;
}

bool UpdateRule::keeps_squares() const {
  const Optimizer o = settings_.optimizer;
  return o == Optimizer::Adam || o == Optimizer::Adagrad || o == Optimizer::RmsProp;
}

void UpdateRule::prepare(std::int64_t t, double step_size) {
  step_size_ = step_size;
  if (settings_.optimizer != Optimizer::Adam) return;
  step_size_ = step_size / (1 - power(settings_.beta1, t));
  correction_ = std::sqrt(1 - power(settings_.beta2, t));
}

void UpdateRule::apply(double rate, Lane* w, const Lane* g, Lane* v, Lane* s, Index count) const {
  const Lane step = both(rate * step_size_), mu = both(settings_.momentum), tiny = both(epsilon_);
  switch (settings_.optimizer) {
    case Optimizer::GradientDescent:
    case Optimizer::Stochastic:
      for (Index k = 0; k < count; ++k) w[k] -= step * g[k];
      return;
    case Optimizer::Momentum:
      for (Index k = 0; k < count; ++k) {
        v[k] = mu * v[k] + g[k];
        w[k] -= step * v[k];
      }
      return;
    case Optimizer::Nesterov:
      for (Index k = 0; k < count; ++k) {
        v[k] = mu * v[k] + g[k];
        w[k] -= step * (g[k] + mu * v[k]);
      }
      return;
    case Optimizer::Adam: {
      const Lane b1 = both(settings_.beta1), c1 = both(1 - settings_.beta1), b2 = both(settings_.beta2),
                 c2 = both(1 - settings_.beta2), correction = both(correction_);
      for (Index k = 0; k < count; ++k) {
        v[k] = b1 * v[k] + c1 * g[k];
        s[k] = b2 * s[k] + c2 * g[k] * g[k];
        w[k] -= step * (v[k] / (square_root(s[k]) / correction + tiny));
      }
      return;
    }
    case Optimizer::Adagrad:
      for (Index k = 0; k < count; ++k) {
        s[k] += g[k] * g[k];
        w[k] -= step * (g[k] / (square_root(s[k]) + tiny));
      }
      return;
    case Optimizer::RmsProp: {
      const Lane rho = both(settings_.smoothing), rest = both(1 - settings_.smoothing);
      for (Index k = 0; k < count; ++k) {
        s[k] = rho * s[k] + rest * g[k] * g[k];
        w[k] -= step * (g[k] / (square_root(s[k]) + tiny));
      }
      return;
    }
  }
}

}  // namespace hcx
