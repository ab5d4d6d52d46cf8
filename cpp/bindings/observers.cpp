#include <emscripten/bind.h>

#include "bindings/envelope.hpp"
#include "bindings/read.hpp"
#include "bindings/write.hpp"
#include "network/network.hpp"
#include "training/alignment.hpp"
#include "training/lazy_predictor.hpp"
#include "training/motion.hpp"

namespace {

using namespace hcx;
using emscripten::val;

val motion(val then, val now) {
  return wasm::envelope([&] {
    Network before, after;
    wasm::read(then, "then", before);
    wasm::read(now, "now", after);
    const Motion m = motion_between(before, after);
    val out = val::object();
    out.set("angle", wasm::to_js(m.angle));
    out.set("growth", wasm::to_js(m.growth));
    out.set("turning", m.turning);
    out.set("growing", m.growing);
    out.set("distance", m.distance);
    return out;
  });
}

val lazy_predictions(val problem, val start, val X) {
  return wasm::envelope([&] {
    Network weights;
    const Problem p = wasm::problem_from(problem);
    wasm::read(start, "start", weights);
    const LazyPredictor predictor(p, weights);
    return wasm::to_js(predictor.predict(wasm::inputs_from(X, "X", problem["bias"], p.X.cols())));
  });
}

val potential(val problem, val directions, val network) {
  return wasm::envelope([&] {
    const Problem p = wasm::problem_from(problem);
    Matrix W;
    Network learnt{Matrix(0, 0), Vector(0)};
    wasm::read(directions, "directions", W);
    if (!network.isUndefined()) wasm::read(network, "network", learnt);
    return wasm::to_js(alignment_potential(p, W, learnt));
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(hcx_observers) {
  emscripten::function("motion", &motion);
  emscripten::function("lazyPredictions", &lazy_predictions);
  emscripten::function("alignmentPotential", &potential);
}
