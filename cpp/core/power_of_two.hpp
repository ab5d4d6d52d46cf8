#pragma once

namespace hcx {

/// The power of two nearest to x > 0 on a logarithmic scale: a unit that costs no rounding. std::log2 and std::exp2 would
/// bring tables of kilobytes into the WebAssembly module.
double power_of_two(double x);

}  // namespace hcx
