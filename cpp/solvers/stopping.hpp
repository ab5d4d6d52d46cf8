/// When a solver may stop: what its settings allow, and what they may be.
#pragma once

namespace hcx {

/// What the gap may be at an objective of `value`: the tolerance is relative to it, but never to less than a thousandth of
/// the zero network's loss.
double allowed_gap(double tolerance, double value, double zero_network);

/// What a solver aims at: the same with a millionth, so that the tolerance is that of the objective as well where weight
/// decay is next to nothing. Not reached, as rounding may have it, what is allowed still counts.
double aimed_gap(double tolerance, double value, double zero_network);

/// Throws InvalidArgument unless tolerance is in (0, 1), max_iterations in 1 .. 10^6 and max_seconds > 0.
void validate_stopping(double tolerance, int max_iterations, double max_seconds);

}  // namespace hcx
