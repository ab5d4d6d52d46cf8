#include "solvers/gated/gated.hpp"

#include <emscripten/bind.h>

#include "bindings/envelope.hpp"
#include "bindings/read.hpp"
#include "bindings/write.hpp"
#include "core/checks.hpp"

namespace {

using namespace hcx;
using emscripten::val;

struct SolveOptions {
  PatternChoice patterns = {};
  std::int64_t count = 500, seed = 0;
  gated::Settings settings = {};

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("patterns", s.patterns);
    visit("count", s.count);
    visit("seed", s.seed);
    gated::Settings::fields(s.settings, visit);
  }
};

struct CertifyOptions {
  std::optional<Vector> dual = std::nullopt;
  PatternChoice patterns = {};

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("dual", s.dual);
    visit("patterns", s.patterns);
  }
};

void write(const GatedCertificate& certificate, val& out) {
  out.set("objective", certificate.objective);
  out.set("lowerBound", certificate.lower_bound);
  out.set("gap", certificate.gap());
}

val to_js(const ConeDecomposition& decomposition) {
  val out = wasm::to_js(decomposition.network);
  out.set("objective", decomposition.objective);
  out.set("bound", decomposition.bound);
  return out;
}

val to_js(const gated::Result& result, bool all_patterns) {
  val out = val::object();
  write(result.certificate, out);
  out.set("status", std::string(to_string(result.status)));
  out.set("V", wasm::to_js(result.network.V));
  out.set("gates", wasm::to_js(result.network.gates));
  out.set("dual", wasm::to_js(result.dual));
  out.set("iterations", result.iterations);
  out.set("seconds", result.seconds);
  out.set("certifiedFor", all_patterns ? "all-patterns" : "given-patterns");
  return out;
}

val solve_gated(val problem, val options) {
  return wasm::envelope([&] {
    const Problem p = wasm::problem_from(problem);
    const auto chosen = wasm::settings_from<SolveOptions>(options, "options");
    gated::validate(p, chosen.settings);
    const auto patterns = chosen_patterns(p.X, chosen.patterns, chosen.count, chosen.seed);
    const gated::Result result = gated::solve(p, patterns, chosen.settings);
    val out = to_js(result, chosen.patterns.from == PatternChoice::From::All);
    if (const auto relu = decompose(p, result.network)) out.set("relu", to_js(*relu));
    return out;
  });
}

GatedNetwork network_from(const val& value) {
  wasm::require_object(value, "network");
  GatedNetwork network;
  wasm::read(value["gates"], "gates", network.gates);
  network.V = wasm::rows_from(value["V"], "V", static_cast<Index>(network.gates.size()), "number of gates");
  return network;
}

val certify_gated(val problem, val network, val options) {
  return wasm::envelope([&] {
    const Problem p = wasm::problem_from(problem);
    const GatedNetwork weights = network_from(network);
    const auto chosen = wasm::settings_from<CertifyOptions>(options, "options");
    if (chosen.patterns.from == PatternChoice::From::Sampled)
      throw InvalidArgument("patterns is \"sampled\", expected \"all\" or an array of patterns");
    val out = val::object();
    write(certify(p, weights, chosen_patterns(p.X, chosen.patterns, 1, 0), chosen.dual), out);
    return out;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(hcx_gated) {
  emscripten::function("solveGated", &solve_gated);
  emscripten::function("certifyGated", &certify_gated);
}
