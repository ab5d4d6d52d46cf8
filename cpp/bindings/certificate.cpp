#include "certificate/certificate.hpp"

#include <emscripten/bind.h>

#include "bindings/envelope.hpp"
#include "bindings/read.hpp"
#include "bindings/write.hpp"
#include "certificate/pattern_certificate.hpp"

namespace {

using namespace hcx;
using emscripten::val;

/// What certify may be told besides the network.
struct Options {
  std::optional<Vector> dual = std::nullopt;
  PatternChoice patterns = {};
  SignChoice signs = {};

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("dual", s.dual);
    visit("patterns", s.patterns);
    visit("signs", s.signs);
  }
};

Certificate certified(const Problem& problem, const Network& network, const Options& options) {
  validate(options.patterns, options.signs);
  if (options.patterns.from == PatternChoice::From::Sampled)
    throw InvalidArgument("patterns is \"sampled\", expected \"all\" or an array of patterns");
  if (options.patterns.from == PatternChoice::From::Given)
    return certify(problem, network, PatternSet{options.patterns.given, options.signs.given}, options.dual);
  return certify(problem, network, options.dual);
}

val certify_network(val problem, val network, val options) {
  return wasm::envelope([&] {
    Network weights;
    const Problem p = wasm::problem_from(problem);
    wasm::read(network, "network", weights);
    val out = val::object();
    Options chosen;
    if (wasm::is_list(options))
      wasm::read(options, "dual", chosen.dual.emplace());  // the dual point alone
    else
      chosen = wasm::settings_from<Options>(options, "options");
    const Certificate c = certified(p, weights, chosen);
    out.set("objective", c.objective);
    out.set("lowerBound", c.lower_bound);
    out.set("gap", c.gap());
    out.set("worstNeuron", wasm::to_js(c.worst_neuron));
    return out;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(hcx_certificate) { emscripten::function("certify", &certify_network); }
