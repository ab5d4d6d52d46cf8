#include "patterns/pattern_set.hpp"

#include <string>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"

namespace hcx {

void validate(const PatternSet& set, Index n) {
  for (std::size_t k = 0; k < set.patterns.size(); ++k)
    if (set.patterns[k].size() != n)  // names are only made for messages: there may be hundreds of patterns
      require_length(set.patterns[k].size(), n, "patterns[" + std::to_string(k) + "]", "rows of X");
  if (set.signs.empty()) return;
  require_length(static_cast<Index>(set.signs.size()), static_cast<Index>(set.patterns.size()), "signs",
                 "number of patterns");
  for (std::size_t k = 0; k < set.signs.size(); ++k)
    if (set.signs[k] != 1 && set.signs[k] != -1)
      throw InvalidArgument("signs[" + std::to_string(k) + "] is " + std::to_string(set.signs[k]) +
                            ", expected 1 or -1");
}

}  // namespace hcx
