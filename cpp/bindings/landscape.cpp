#include <emscripten/bind.h>

#include "bindings/envelope.hpp"
#include "bindings/read.hpp"
#include "bindings/write.hpp"
#include "core/checks.hpp"
#include "landscape/critical/critical_points.hpp"
#include "landscape/loss/sharpness.hpp"
#include "landscape/paths/descent_path.hpp"
#include "landscape/paths/loss_along.hpp"
#include "network/objective.hpp"
#include "programme/network_reduction.hpp"
#include "solvers/exact/exact.hpp"

namespace {

using namespace hcx;
using emscripten::val;

struct PathOptions {
  std::optional<Network> target = std::nullopt;  ///< default: the exact solver's
  int samples = 0;                               ///< of the loss along the path, none or at least 2

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("target", s.target);
    visit("samples", s.samples);
  }
};

val to_js(const KeyFrame& frame) {
  val out = wasm::to_js(frame.network);
  out.set("stage", std::string(to_string(frame.stage)));
  out.set("t", frame.t);
  out.set("loss", frame.loss);
  return out;
}

val to_js(const LossProfile& profile) {
  val out = val::object();
  out.set("t", wasm::to_js(profile.t));
  out.set("loss", wasm::to_js(profile.loss));
  return out;
}

val path_to_optimum(val problem, val network, val options) {
  return wasm::envelope([&] {
    Network start;
    const Problem p = wasm::problem_from(problem);
    wasm::read(network, "network", start);
    const auto o = wasm::settings_from<PathOptions>(options, "options");
    if (o.samples != 0) require_between(o.samples, 2, 1'000'000, "samples");
    const Network target = o.target ? *o.target : exact::solve(p, {.tolerance = 1e-13}).network;
    const DescentPath path = descent_path(p, start, target);
    val frames = val::array();
    for (const KeyFrame& frame : path.frames) frames.call<void>("push", to_js(frame));
    val out = val::object();
    out.set("keyFrames", frames);
    out.set("reached", path.reached);
    out.set("width", static_cast<double>(start.width()));
    out.set("dimension", static_cast<double>(p.X.cols()));
    if (o.samples > 0) out.set("samples", to_js(loss_along(p, path, o.samples)));
    return out;
  });
}

KeyFrame key_frame_from(const val& value, const std::string& name) {
  KeyFrame frame{};
  wasm::read(value, name, frame.network);
  wasm::read(value["stage"], name + ".stage", frame.stage);
  wasm::read(value["t"], name + ".t", frame.t);
  return frame;
}

/// Of the path's frames only those around t are read.
val network_on_path(val path, val at) {
  return wasm::envelope([&] {
    double t = 0;
    wasm::require_object(path, "path");
    wasm::read(at, "t", t);
    const val frames = path["keyFrames"];
    if (!frames.isArray()) throw InvalidArgument("path.keyFrames is " + wasm::kind_of(frames) + ", expected an array");
    DescentPath around{{}, true};
    const auto count = frames["length"].as<unsigned>();
    for (unsigned i = 0; i < count; ++i) {
      const std::string name = "path.keyFrames[" + std::to_string(i) + "]";
      double place = 0;
      wasm::require_object(frames[i], name);
      wasm::read(frames[i]["t"], name + ".t", place);
      if (place < t && i + 1 < count) continue;
      if (i > 0)
        around.frames.push_back(key_frame_from(frames[i - 1], "path.keyFrames[" + std::to_string(i - 1) + "]"));
      around.frames.push_back(key_frame_from(frames[i], name));
      break;
    }
    return wasm::to_js(network_at(around, t));
  });
}

DescentPath path_from(const val& frames) {
  if (!frames.isArray()) throw InvalidArgument("way.keyFrames is " + wasm::kind_of(frames) + ", expected an array");
  DescentPath path{{}, true};
  const auto count = frames["length"].as<unsigned>();
  for (unsigned i = 0; i < count; ++i) {
    const std::string name = "way.keyFrames[" + std::to_string(i) + "]";
    wasm::require_object(frames[i], name);
    path.frames.push_back(key_frame_from(frames[i], name));
  }
  return path;
}

/// Along a path, or straight from one network to another.
val profile_along(val problem, val way, val samples) {
  return wasm::envelope([&] {
    const Problem p = wasm::problem_from(problem);
    int count = 101;
    if (!samples.isUndefined()) wasm::read(samples, "samples", count);
    wasm::require_object(way, "way");
    if (const val frames = way["keyFrames"]; !frames.isUndefined())
      return to_js(loss_along(p, path_from(frames), count));
    Network from, to;
    wasm::read(way["from"], "way.from", from);
    wasm::read(way["to"], "way.to", to);
    return to_js(loss_along(p, from, to, count));
  });
}

val sharpness_of(val problem, val network, val settings) {
  return wasm::envelope([&] {
    Network weights;
    const Problem p = wasm::problem_from(problem);
    wasm::read(network, "network", weights);
    const Sharpness s = sharpness(p, weights, wasm::settings_from<SharpnessSettings>(settings, "settings"));
    val out = val::object();
    out.set("sharpness", s.largest);
    out.set("stableStepSize", s.stable_step_size);
    out.set("kinks", s.kinks);
    out.set("sides", wasm::to_js(Vector(Eigen::Map<const Vector>(s.sides.data(), static_cast<Index>(s.sides.size())))));
    out.set("allSides", s.all_sides);
    out.set("gradientNorm", s.gradient_norm);
    return out;
  });
}

val reduce_network(val problem, val network) {
  return wasm::envelope([&] {
    Network weights;
    const Problem p = wasm::problem_from(problem);
    wasm::read(network, "network", weights);
    return wasm::to_js(reduce(p.X, weights));
  });
}

val rows_of(const Matrix& matrix) {
  val rows = val::array();
  for (Index i = 0; i < matrix.rows(); ++i) rows.call<void>("push", wasm::to_js(Vector(matrix.row(i).transpose())));
  return rows;
}

val to_js(const CriticalSet& set) {
  val out = val::object();
  out.set("shape", std::string(to_string(set.shape)));
  out.set("kind", std::string(to_string(set.kind)));
  out.set("loss", set.loss);
  out.set("vertices", rows_of(set.vertices));
  out.set("rays", rows_of(set.rays));
  out.set("signs", wasm::to_js(set.signs));
  out.set("product", set.product);
  out.set("stableStepSize", set.stable_step_size);
  return out;
}

val critical_sets(val problem, val settings) {
  return wasm::envelope([&] {
    const Problem p = wasm::problem_from(problem);
    val list = val::array();
    for (const CriticalSet& set : critical_points(p, wasm::settings_from<CriticalSettings>(settings, "settings")))
      list.call<void>("push", to_js(set));
    return list;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(hcx_landscape) {
  emscripten::function("descentPath", &path_to_optimum);
  emscripten::function("networkOnPath", &network_on_path);
  emscripten::function("reduce", &reduce_network);
  emscripten::function("criticalPoints", &critical_sets);
  emscripten::function("lossAlong", &profile_along);
  emscripten::function("sharpness", &sharpness_of);
}
