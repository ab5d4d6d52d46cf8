/// When a solver may stop: what its settings allow, and what they may be.
#pragma once

namespace hcx {

/// What the gap may be at an objective of `value`: the tolerance is relative to it, but never to less than a thousandth of
/// the zero network's loss.
double allowed_gap(double tolerance, double value, double zero_network);

/// Throws InvalidArgument unless tolerance is in (0, 1), max_iterations in 1 .. 10^6 and max_seconds > 0.
void validate_stopping(double tolerance, int max_iterations, double max_seconds);

}  // namespace hcx
