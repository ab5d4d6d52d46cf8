/// Initial weights, drawn from a seed.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/types.hpp"
#include "network/network.hpp"

namespace hcx {

enum class Initialization {
  Normal,    ///< N(0, 1)
  He,        ///< N(0, 2 / fan-in): variance 2/d in the first layer, 2/m in the second
  Torch,     ///< uniform on +-1 / sqrt(fan-in), the default of PyTorch's nn.Linear
  Balanced,  ///< w as Normal, alpha = +-||w|| with a random sign: the layers stay in balance under small steps
};

constexpr std::string_view to_string(Initialization initialization) {
  switch (initialization) {  // no default: a new enumerator is a warning here
    case Initialization::Normal: return "normal";
    case Initialization::He: return "he";
    case Initialization::Torch: return "torch";
    case Initialization::Balanced: return "balanced";
  }
  return "";
}

/// m neurons in dimension d, every weight multiplied by scale; W row by row, then alpha.
/// The same seed gives the same weights on every platform, bit for bit.
Network initial_network(Index m, Index d, Initialization initialization, double scale, std::uint64_t seed);

}  // namespace hcx
