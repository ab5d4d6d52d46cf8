/// How large the gap between a network's loss and the bound on every network's may be.
#pragma once

namespace hcx {

/// An answer is optimal when  gap <= tolerance * max(objective, 0.001 * loss of the zero network).  The second term keeps a
/// loss that is nearly zero from asking for more digits than there are. All losses on one scale, whichever it is.
class Tolerance {
 public:
  explicit Tolerance(double relative) : relative_(relative) {}

  /// The gap with which a network of that loss counts as optimal.
  double allowed(double objective, double zero_network) const;
  /// The gap that a method works for: a millionth stands in place of the thousandth, so that the objective too has the digits
  /// asked for where weight decay is next to nothing. Where rounding keeps a method from it, what is allowed still counts.
  double aimed(double objective, double zero_network) const;
  /// Whether a method may stop at a bound of its own. It must close half of the gap aimed at and more, because the certificate
  /// will charge for rounding, which the method's own bound does not.
  bool closes(double objective, double bound, double zero_network) const;

 private:
  double relative_;
};

}  // namespace hcx
