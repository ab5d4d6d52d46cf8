#include <emscripten/bind.h>

#include "bindings/envelope.hpp"
#include "bindings/read.hpp"
#include "bindings/write.hpp"
#include "certificate/certificate_curve.hpp"
#include "programme/mapping.hpp"

namespace {

using namespace hcx;
using emscripten::val;

val merge_network(val problem, val network) {
  return wasm::envelope([&] {
    Network weights;
    const Problem p = wasm::problem_from(problem);
    wasm::read(network, "network", weights);
    return wasm::to_js(merge(p.X, weights));
  });
}

struct CurveOptions {
  int samples = 360;
  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("samples", s.samples);
  }
};

val curve_of_certificate(val problem, val network, val options) {
  return wasm::envelope([&] {
    Network weights;
    const Problem p = wasm::problem_from(problem);
    wasm::read(network, "network", weights);
    const auto chosen = wasm::settings_from<CurveOptions>(options, "options");
    const CertificateCurve curve = certificate_curve(p, weights, chosen.samples);
    val out = val::object();
    out.set("angle", wasm::to_js(curve.angle));
    out.set("response", wasm::to_js(curve.response));
    out.set("level", curve.level);
    out.set("neuronAngle", wasm::to_js(curve.neuron_angle));
    out.set("neuronResponse", wasm::to_js(curve.neuron_response));
    out.set("extremumAngle", wasm::to_js(curve.extremum_angle));
    out.set("extremumResponse", wasm::to_js(curve.extremum_response));
    return out;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(hcx_convex) {
  emscripten::function("certificateCurve", &curve_of_certificate);
  emscripten::function("merge", &merge_network);
}
