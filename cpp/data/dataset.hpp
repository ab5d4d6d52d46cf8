/// The article's data sets, by name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/shaped.hpp"
#include "core/types.hpp"

namespace hcx {

struct Dataset {
  std::string name;
  Matrix X;   ///< n x d, without a column of ones
  Vector y;   ///< n
  bool bias;  ///< whether the article appends one

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("name", s.name);
    visit("X", Shaped{s.X});
    visit("y", s.y);
    visit("bias", s.bias);
  }
};

/// teaser          10 points of a zigzag on [-1/2, 1/2], with bias: the opening figure
/// notebook        y = sin(10 x) at 10 points of [-1, 1], with bias: the original's notebook
/// two-points      (-1, 1), (1, 2), no bias: the two-neuron landscape
/// single-neuron   (-0.2, 0.5), (1, 1), with bias: one neuron learning two points
/// collinear       4 points on y = 0.7 + 0.6 x, with bias: small and large initial scale
/// linear-teacher  100 normal points in dimension 10, y = X w* scaled to mean y^2 = 1: drawn from `seed`
/// Throws InvalidArgument for another name, listing these.
Dataset dataset(std::string_view name, std::uint64_t seed = 0);

/// The names above.
const std::vector<std::string_view>& dataset_names();

}  // namespace hcx
