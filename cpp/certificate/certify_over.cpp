#include "certificate/certify_over.hpp"

#include "certificate/pattern_certificate.hpp"

namespace hcx {

Certificate certify_over(const Problem& problem, const Network& network, const CertifySettings& settings) {
  const auto& [dual, patterns, signs] = settings;
  validate(patterns, signs);
  refuse_sampled(patterns);
  if (patterns.from == PatternChoice::From::All) return certify(problem, network, dual);
  return certify(problem, network, PatternSet{patterns.given, signs.given}, dual);
}

}  // namespace hcx
