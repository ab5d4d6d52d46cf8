/// How a gradient becomes a step: the rules of the optimisers, weight by weight.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/types.hpp"
#include "training/kernels/lane.hpp"

namespace hcx {

/// g = dL/dw, t = 1, 2, ... the step, gamma the step size; the formulas are PyTorch's.
enum class Optimizer {
  GradientDescent,  ///< w <- w - gamma g
  Momentum,         ///< v <- mu v + g;  w <- w - gamma v                                   (Polyak 1964)
  Nesterov,         ///< v <- mu v + g;  w <- w - gamma (g + mu v)                           (Nesterov 1983)
  Adam,             ///< v <- b1 v + (1 - b1) g;  s <- b2 s + (1 - b2) g^2;                  (Kingma, Ba 2015)
                    ///< w <- w - gamma v / (1 - b1^t) / (sqrt(s / (1 - b2^t)) + epsilon)
  Adagrad,          ///< s <- s + g^2;  w <- w - gamma g / (sqrt(s) + epsilon)               (Duchi et al. 2011)
  RmsProp,          ///< s <- rho s + (1 - rho) g^2;  w <- w - gamma g / (sqrt(s) + epsilon) (Hinton 2012)
  Stochastic,       ///< gradient descent on a few data points at a time                     (Robbins, Monro 1951)
};

constexpr std::string_view to_string(Optimizer optimizer) {
  switch (optimizer) {  // no default: a new enumerator is a warning here
    case Optimizer::GradientDescent: return "gd";
    case Optimizer::Momentum: return "momentum";
    case Optimizer::Nesterov: return "nesterov";
    case Optimizer::Adam: return "adam";
    case Optimizer::Adagrad: return "adagrad";
    case Optimizer::RmsProp: return "rmsprop";
    case Optimizer::Stochastic: return "sgd";
  }
  return "";
}

/// The numbers in the rules. Each is read only by the optimisers named.
struct RuleSettings {
  Optimizer optimizer = Optimizer::GradientDescent;
  double momentum = 0.9;                         ///< mu of momentum and nesterov, in [0, 1)
  double beta1 = 0.9;                            ///< b1 of adam, in [0, 1)
  double beta2 = 0.999;                          ///< b2 of adam, in [0, 1)
  double smoothing = 0.99;                       ///< rho of rmsprop, in [0, 1)
  std::optional<double> epsilon = std::nullopt;  ///< > 0; if not given 1e-8, adagrad 1e-10
};

/// Throws InvalidArgument, naming the setting.
void validate(const RuleSettings& settings);

/// One optimiser at one step. Only correctly rounded operations in a fixed order, so that every platform steps alike.
class UpdateRule {
 public:
  explicit UpdateRule(const RuleSettings& settings);

  /// Whether v and s are kept beside each weight.
  bool keeps_velocity() const;
  bool keeps_squares() const;

  /// The step about to be made: t >= 1.
  void prepare(std::int64_t t, double step_size);
  /// Moves `count` lanes of weights; `rate` multiplies the step size. v and s: theirs, or null where not kept.
  void apply(double rate, Lane* w, const Lane* g, Lane* v, Lane* s, Index count) const;

 private:
  RuleSettings settings_;
  double epsilon_;
  double step_size_ = 0;   ///< gamma, for Adam gamma / (1 - b1^t)
  double correction_ = 1;  ///< sqrt(1 - b2^t)
};

}  // namespace hcx
