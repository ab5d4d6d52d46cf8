#include <emscripten/bind.h>

#include "bindings/envelope.hpp"
#include "bindings/read.hpp"
#include "bindings/write.hpp"
#include "network/objective.hpp"

namespace {

using namespace hcx;
using emscripten::val;

val evaluate_network(val problem, val network) {
  return wasm::envelope([&] {
    Network weights;
    const Problem p = wasm::problem_from(problem);
    wasm::read(network, "network", weights);
    const Evaluation e = evaluate(p, weights);
    val out = val::object();
    out.set("objective", e.objective);
    out.set("dataLoss", e.data_loss);
    out.set("penalty", e.penalty);
    out.set("predictions", wasm::to_js(e.predictions));
    return out;
  });
}

val curve(val network, val range) {
  return wasm::envelope([&] {
    Network weights;
    double from = 0, to = 0;
    wasm::read(network, "network", weights);
    wasm::require_object(range, "range");
    wasm::read(range["from"], "range.from", from);
    wasm::read(range["to"], "range.to", to);
    const OutputCurve c = output_curve(weights, from, to);
    val out = val::object();
    out.set("x", wasm::to_js(c.x));
    out.set("y", wasm::to_js(c.y));
    return out;
  });
}

val points(val network) {
  return wasm::envelope([&] {
    Network weights;
    wasm::read(network, "network", weights);
    const ActivationPoints a = activation_points(weights);
    val out = val::object();
    out.set("position", wasm::to_js(a.position));
    out.set("side", wasm::to_js(a.side));
    out.set("slope", wasm::to_js(a.slope));
    out.set("weight", wasm::to_js(a.weight));
    return out;
  });
}

val predictions(val network, val X, val options) {
  return wasm::envelope([&] {
    Network weights;
    wasm::read(network, "network", weights);
    if (!options.isUndefined()) wasm::require_object(options, "options");
    const val bias = options.isUndefined() ? options : options["bias"];
    return wasm::to_js(predict(weights, wasm::inputs_from(X, "X", bias, weights.W.cols())));
  });
}

val neuron_directions(val network) {
  return wasm::envelope([&] {
    Network weights;
    wasm::read(network, "network", weights);
    const Directions d = directions(weights);
    val out = val::object();
    out.set("direction", wasm::to_js(d.direction));
    out.set("norm", wasm::to_js(d.norm));
    out.set("weight", wasm::to_js(d.weight));
    out.set("angle", wasm::to_js(d.angle));
    return out;
  });
}

val from_angles(val angle, val weight) {
  return wasm::envelope([&] {
    Vector angles, weights;
    wasm::read(angle, "angle", angles);
    wasm::read(weight, "weight", weights);
    return wasm::to_js(network_of_angles(angles, weights));
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(hcx_network) {
  emscripten::function("evaluate", &evaluate_network);
  emscripten::function("predict", &predictions);
  emscripten::function("directions", &neuron_directions);
  emscripten::function("networkOfAngles", &from_angles);
  emscripten::function("outputCurve", &curve);
  emscripten::function("activationPoints", &points);
}
