/// Proof of how good a network is among all networks, or among those of the patterns that a caller lists.
#pragma once

#include <optional>

#include "certificate/certificate.hpp"
#include "patterns/choice.hpp"

namespace hcx {

struct CertifySettings {
  std::optional<Vector> dual = std::nullopt;  ///< a dual point to try as well, n values
  PatternChoice patterns = {};                ///< all, or those listed
  SignChoice signs = {};

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("dual", s.dual);
    visit("patterns", s.patterns);
    visit("signs", s.signs);
  }
};

/// The certificate over every pattern (certificate.hpp), or over the listed ones (pattern_certificate.hpp), with their costs.
/// Throws InvalidArgument as these do, and when the patterns are to be sampled: a bound over those speaks of nothing that the
/// caller could name.
Certificate certify_over(const Problem& problem, const Network& network, const CertifySettings& settings);

}  // namespace hcx
