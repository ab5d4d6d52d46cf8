#include <emscripten/bind.h>

#include "convex/certificate.hpp"
#include "convex/mapping.hpp"
#include "wasm/envelope.hpp"
#include "wasm/read.hpp"
#include "wasm/write.hpp"

namespace {

using namespace hcx;
using emscripten::val;

val certify_network(val problem, val network, val dual) {
  return wasm::envelope([&] {
    Network weights;
    const Problem p = wasm::problem_from(problem);
    wasm::read(network, "network", weights);
    val out = val::object();
    std::optional<Vector> theta;
    if (!dual.isUndefined()) wasm::read(dual, "dual", theta.emplace());
    const Certificate c = certify(p, weights, theta);
    out.set("objective", c.objective);
    out.set("lowerBound", c.lower_bound);
    out.set("gap", c.gap());
    out.set("worstNeuron", wasm::to_js(c.worst_neuron));
    return out;
  });
}

val merge_network(val problem, val network) {
  return wasm::envelope([&] {
    Network weights;
    const Problem p = wasm::problem_from(problem);
    wasm::read(network, "network", weights);
    return wasm::to_js(merge(p.X, weights));
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(hcx_convex) {
  emscripten::function("certify", &certify_network);
  emscripten::function("merge", &merge_network);
}
