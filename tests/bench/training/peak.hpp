/// What the machine can do in doubles at most: the measure of a training step.
#pragma once

/// `rounds` rounds of 7 additions and 7 multiplications of registers of two doubles, none fused, none waiting for another.
/// Compiled natively and to WebAssembly alike. Returns something that depends on all of them.
extern "C" double hcx_peak(int rounds);

/// Operations in one round.
constexpr int hcx_peak_operations = 2 * (7 + 7);
