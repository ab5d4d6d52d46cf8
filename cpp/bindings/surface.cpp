#include <emscripten/bind.h>

#include <memory>

#include "bindings/envelope.hpp"
#include "bindings/read.hpp"
#include "bindings/write.hpp"
#include "core/checks.hpp"
#include "landscape/loss/basin_map.hpp"
#include "landscape/loss/loss_plane.hpp"
#include "landscape/loss/loss_surface.hpp"

namespace hcx {

/// Found by wasm::FieldReader through its argument.
static void read(const emscripten::val& value, const std::string& name, LossPlane& into) {
  wasm::require_object(value, name);
  wasm::read(value["origin"], name + ".origin", into.origin);
  wasm::read(value["u"], name + ".u", into.u);
  wasm::read(value["v"], name + ".v", into.v);
}

}  // namespace hcx

namespace {

using namespace hcx;
using emscripten::val;

template <class T>
val copied(const T* data, std::size_t size) {
  return val(emscripten::typed_memory_view(size, data)).call<val>("slice");
}

val to_js(const LossPlane& plane) {
  val out = val::object();
  out.set("origin", wasm::to_js(plane.origin));
  out.set("u", wasm::to_js(plane.u));
  out.set("v", wasm::to_js(plane.v));
  return out;
}

std::vector<Network> networks_from(const val& list, const std::string& name) {
  if (!list.isArray()) throw InvalidArgument(name + " is " + wasm::kind_of(list) + ", expected an array of networks");
  const auto count = list["length"].as<unsigned>();
  std::vector<Network> networks(count);
  for (unsigned i = 0; i < count; ++i) wasm::read(list[i], name + "[" + std::to_string(i) + "]", networks[i]);
  return networks;
}

enum class PlaneKind { Parameters, Random, Networks };
std::string_view to_string(PlaneKind kind) {
  switch (kind) {  // no default: a new enumerator is a warning here
    case PlaneKind::Parameters: return "parameters";
    case PlaneKind::Random: return "random";
    case PlaneKind::Networks: return "networks";
  }
  return "";
}

LossPlane parameter_plane(const val& spec) {
  wasm::refuse_unknown_keys(spec, "plane", {"kind", "network", "u", "v"});
  Network network;
  wasm::read(spec["network"], "network", network);
  wasm::require_object(spec["u"], "u"), wasm::require_object(spec["v"], "v");
  return plane_of_parameters(network, wasm::settings_from<Parameter>(spec["u"], "u"),
                             wasm::settings_from<Parameter>(spec["v"], "v"));
}

LossPlane plane_at_random(const val& spec) {
  wasm::refuse_unknown_keys(spec, "plane", {"kind", "network", "seed", "normalization"});
  Network network;
  std::int64_t seed = 0;
  Normalization normalization = Normalization::Filter;
  wasm::read(spec["network"], "network", network);
  if (const val given = spec["seed"]; !given.isUndefined()) wasm::read(given, "seed", seed);
  if (const val given = spec["normalization"]; !given.isUndefined()) wasm::read(given, "normalization", normalization);
  return random_plane(network, seed, normalization);
}

val plane_from(val spec) {
  return wasm::envelope([&] {
    PlaneKind kind{};
    wasm::require_object(spec, "plane");
    wasm::read(spec["kind"], "kind", kind);
    switch (kind) {
      case PlaneKind::Parameters: return to_js(parameter_plane(spec));
      case PlaneKind::Random: return to_js(plane_at_random(spec));
      case PlaneKind::Networks: break;
    }
    wasm::refuse_unknown_keys(spec, "plane", {"kind", "networks"});
    return to_js(plane_through(networks_from(spec["networks"], "networks")));
  });
}

val network_on_plane(val plane, val u, val v) {
  return wasm::envelope([&] {
    LossPlane p;
    double at_u = 0, at_v = 0;
    read(plane, "plane", p);
    wasm::read(u, "u", at_u);
    wasm::read(v, "v", at_v);
    return wasm::to_js(network_at(p, at_u, at_v));
  });
}

val coordinates(val plane, val networks) {
  return wasm::envelope([&] {
    LossPlane p;
    read(plane, "plane", p);
    const PlaneCoordinates at = coordinates_of(p, networks_from(networks, "networks"));
    val out = val::object();
    out.set("u", wasm::to_js(at.u));
    out.set("v", wasm::to_js(at.v));
    out.set("distance", wasm::to_js(at.distance));
    return out;
  });
}

template <class Settings>
Settings grid_settings(const val& options) {
  wasm::require_object(options, "options");
  wasm::require_object(options["plane"], "plane");
  return wasm::settings_from<Settings>(options, "options");
}

val grid_to_js(const PlaneGrid& grid, Index rows_done) {
  Vector u(grid.cols), v(grid.rows);
  for (Index c = 0; c < grid.cols; ++c) u[c] = grid.u_at(c);
  for (Index r = 0; r < grid.rows; ++r) v[r] = grid.v_at(r);
  val out = val::object();
  out.set("rows", grid.rows);
  out.set("cols", grid.cols);
  out.set("u", wasm::to_js(u));
  out.set("v", wasm::to_js(v));
  out.set("rowsDone", static_cast<double>(rows_done));
  return out;
}

/// Some rows of one value a point.
template <class T>
val rows_of(const std::vector<T>& values, const PlaneGrid& grid, Index first, Index rows) {
  return copied(values.data() + first * grid.cols, static_cast<std::size_t>(rows * grid.cols));
}

/// What a landscape shows of its points, and as a whole.
struct SurfaceView {
  static void set_points(val& out, const LossSurface& work, Index first, Index rows) {
    out.set("z", rows_of(work.values(), work.grid(), first, rows));
    if (!work.cells().empty()) out.set("cells", rows_of(work.cells(), work.grid(), first, rows));
  }
  static void set_summary(val& out, const LossSurface& work) {
    if (!work.cells().empty()) out.set("patterns", wasm::to_js(work.patterns()));
  }
};

struct BasinView {
  static void set_points(val& out, const BasinMap& work, Index first, Index rows) {
    out.set("loss", rows_of(work.losses(), work.grid(), first, rows));
    out.set("steps", rows_of(work.steps(), work.grid(), first, rows));
    out.set("status", rows_of(work.statuses(), work.grid(), first, rows));
  }
  static void set_summary(val& out, const BasinMap& work) {
    const Basins basins = work.basins();
    val ends = val::array();
    for (const BasinEnd& end : basins.ends) {
      val entry = val::object();
      entry.set("loss", end.loss);
      entry.set("count", static_cast<double>(end.count));
      ends.call<void>("push", entry);
    }
    out.set("ends", ends);
    out.set("end", wasm::to_js(basins.of_start));
  }
};

/// Work over a grid as JavaScript holds it; delete() frees it.
template <class Work, class View>
class OnGrid {
 public:
  template <class Settings>
  OnGrid(const Problem& problem, const Settings& settings) : work_(problem, settings) {}

  val advance(val seconds) {
    return wasm::envelope([&] {
      double limit = 0;
      wasm::read(seconds, "seconds", limit);
      if (!(limit > 0)) throw InvalidArgument("seconds is " + to_text(limit) + ", expected a number > 0");
      work_.advance(limit);
      return val::undefined();
    });
  }
  val result() const {
    return wasm::envelope([&] {
      val out = grid_to_js(work_.grid(), work_.rows_done());
      View::set_points(out, work_, 0, work_.grid().rows);
      View::set_summary(out, work_);
      return out;
    });
  }
  /// The complete rows from that one on.
  val band(val first_row) const {
    return wasm::envelope([&] {
      std::int64_t first = 0;
      wasm::read(first_row, "firstRow", first);
      const Index done = work_.rows_done();
      require_between(first, 0, done, "firstRow");
      val out = val::object();
      out.set("firstRow", static_cast<double>(first));
      out.set("rows", static_cast<double>(done - first));
      out.set("cols", work_.grid().cols);
      View::set_points(out, work_, static_cast<Index>(first), done - static_cast<Index>(first));
      return out;
    });
  }
  bool finished() const { return work_.finished(); }

 private:
  Work work_;
};
using SurfaceOnGrid = OnGrid<LossSurface, SurfaceView>;
using BasinsOnGrid = OnGrid<BasinMap, BasinView>;

template <class Held, class Settings>
val create(val problem, val options) {
  return wasm::envelope([&] {
    const Problem p = wasm::problem_from(problem);
    return val(std::make_shared<Held>(p, grid_settings<Settings>(options)));
  });
}

template <class Held>
void bind(const char* name, const char* pointer) {
  emscripten::class_<Held>(name)
      .template smart_ptr<std::shared_ptr<Held>>(pointer)
      .function("advance", &Held::advance)
      .function("result", &Held::result)
      .function("band", &Held::band)
      .function("finished", &Held::finished);
}

}  // namespace

EMSCRIPTEN_BINDINGS(hcx_surface) {
  emscripten::function("lossPlane", &plane_from);
  emscripten::function("networkOnPlane", &network_on_plane);
  emscripten::function("coordinatesOf", &coordinates);
  bind<SurfaceOnGrid>("LossSurface", "LossSurfacePointer");
  bind<BasinsOnGrid>("BasinMap", "BasinMapPointer");
  emscripten::function("createLandscape", &create<SurfaceOnGrid, SurfaceSettings>);
  emscripten::function("createBasins", &create<BasinsOnGrid, BasinSettings>);
}
