#include <emscripten/bind.h>

#include <memory>

#include "bindings/envelope.hpp"
#include "bindings/read.hpp"
#include "bindings/write.hpp"
#include "core/checks.hpp"
#include "landscape/paths/regularization_path.hpp"
#include "programme/largest_lambda.hpp"

namespace {

using namespace hcx;
using emscripten::val;

val to_js(const std::vector<NamedNetwork::Event>& events) {
  val list = val::array();
  for (const auto& [kind, id] : events) {
    val event = val::object();
    event.set("kind", std::string(to_string(kind)));
    event.set("id", id);
    list.call<void>("push", event);
  }
  return list;
}

val to_js(const RegularizationPoint& point) {
  val out = wasm::to_js(point.neurons.network);
  out.set("lambda", point.lambda);
  out.set("objective", point.objective);
  out.set("dataLoss", point.data_loss);
  out.set("penalty", point.penalty);
  out.set("lowerBound", point.lower_bound);
  out.set("gap", point.gap());
  out.set("status", std::string(to_string(point.status)));
  out.set("ids", wasm::to_js(point.neurons.ids));
  out.set("atPoint", wasm::to_js(point.neurons.at_point));
  out.set("events", to_js(point.neurons.events));
  out.set("newtonSteps", point.newton_steps);
  return out;
}

val to_js(const RegularizationPath& path) {
  val points = val::array();
  for (const RegularizationPoint& point : path.points) points.call<void>("push", to_js(point));
  val out = val::object();
  out.set("lambdaMax", path.lambda_max);
  out.set("points", points);
  out.set("status", std::string(to_string(path.status)));
  return out;
}

RegularizationSettings settings_from(const val& options) {
  return wasm::settings_from<RegularizationSettings>(options, "options");
}

val whole_path(val problem, val options) {
  return wasm::envelope([&] {
    const Problem p = wasm::problem_from(problem);
    return to_js(regularization_path(p, settings_from(options)));
  });
}

/// A path as JavaScript holds it while it is traced; delete() frees it.
class Tracer {
 public:
  Tracer(const Problem& problem, const RegularizationSettings& settings) : tracer_(problem, settings) {}

  val advance(val seconds) {
    return wasm::envelope([&] {
      double limit = 0;
      wasm::read(seconds, "seconds", limit);
      if (!(limit > 0)) throw InvalidArgument("seconds is " + to_text(limit) + ", expected a number > 0");
      tracer_.advance(limit);
      return val::undefined();
    });
  }
  val result() const {
    return wasm::envelope([&] { return to_js(tracer_.result()); });
  }
  bool finished() const { return tracer_.finished(); }

 private:
  RegularizationTracer tracer_;
};

val create_tracer(val problem, val options) {
  return wasm::envelope([&] {
    const Problem p = wasm::problem_from(problem);
    return val(std::make_shared<Tracer>(p, settings_from(options)));
  });
}

val largest(val problem) {
  return wasm::envelope([&] { return val(largest_lambda(wasm::problem_from(problem))); });
}

}  // namespace

EMSCRIPTEN_BINDINGS(hcx_regularization) {
  emscripten::class_<Tracer>("RegularizationTracer")
      .smart_ptr<std::shared_ptr<Tracer>>("RegularizationTracerPointer")
      .function("advance", &Tracer::advance)
      .function("result", &Tracer::result)
      .function("finished", &Tracer::finished);
  emscripten::function("regularizationPath", &whole_path);
  emscripten::function("createRegularizationPath", &create_tracer);
  emscripten::function("largestLambda", &largest);
}
