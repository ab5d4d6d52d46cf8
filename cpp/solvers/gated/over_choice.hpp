/// The gated relaxation over the patterns that a caller names.
#pragma once

#include <optional>

#include "certificate/gated_certificate.hpp"
#include "patterns/choice.hpp"
#include "solvers/gated/gated.hpp"

namespace hcx::gated {

struct ChoiceSettings {
  PatternChoice patterns = {};
  std::int64_t count = 500, seed = 0;  ///< directions drawn when patterns are sampled, and the seed of the draw
  Settings solver = {};

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("patterns", s.patterns);
    visit("count", s.count);
    visit("seed", s.seed);
    Settings::fields(s.solver, visit);
  }
};

struct ChoiceResult {
  Result solved;
  bool all_patterns;  ///< the lower bound then holds for every ReLU network
  std::optional<ConeDecomposition>
      relu;  ///< a ReLU network with the same outputs, when every gate in use is realisable

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    GatedCertificate::fields(s.solved.certificate, visit);
    visit("status", s.solved.status);
    visit("V", s.solved.network.V);
    visit("gates", s.solved.network.gates);
    visit("iterations", s.solved.iterations);
    visit("seconds", s.solved.seconds);
    visit("certifiedFor", s.all_patterns ? "all-patterns" : "given-patterns");
    visit("relu", s.relu);
  }
};

/// Chooses the gates, solves and decomposes. Throws InvalidArgument as solve and chosen_patterns do.
ChoiceResult solve_over(const Problem& problem, const ChoiceSettings& settings);

struct CertifySettings {
  std::optional<Vector> dual = std::nullopt;  ///< a dual point to try as well, n values
  PatternChoice patterns = {};                ///< all, or those listed

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("dual", s.dual);
    visit("patterns", s.patterns);
  }
};

/// The gated certificate over all patterns or the listed ones. Throws InvalidArgument as certify does, and for sampled ones.
GatedCertificate certify_over(const Problem& problem, const GatedNetwork& network, const CertifySettings& settings);

}  // namespace hcx::gated
