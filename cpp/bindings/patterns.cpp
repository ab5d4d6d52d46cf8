#include <emscripten/bind.h>

#include "bindings/envelope.hpp"
#include "bindings/read.hpp"
#include "bindings/write.hpp"
#include "core/checks.hpp"
#include "core/problem.hpp"
#include "patterns/count.hpp"
#include "patterns/enumerate.hpp"
#include "patterns/sample.hpp"

namespace {

using namespace hcx;
using emscripten::val;

struct Options {
  bool bias = false;
  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("bias", s.bias);
  }
};

void set_arcs(val& out, const std::vector<Arc>& arcs) {
  Vector from(static_cast<Index>(arcs.size())), to(from.size());
  for (Index k = 0; k < from.size(); ++k)
    from[k] = arcs[static_cast<std::size_t>(k)].from, to[k] = arcs[static_cast<std::size_t>(k)].to;
  val both = val::object();
  both.set("from", wasm::to_js(from));
  both.set("to", wasm::to_js(to));
  out.set("arcs", both);
}

val enumerate(val X, val options) {
  return wasm::envelope([&] {
    Matrix points;
    wasm::read(X, "X", points);
    require_nonempty(points, "X");
    if (wasm::settings_from<Options>(options, "options").bias) points = with_bias(points);
    const std::vector<Cell> cells = enumerate_cells(points);
    std::vector<Pattern> patterns;
    Matrix directions(static_cast<Index>(cells.size()), points.cols());
    for (const Cell& cell : cells) {
      directions.row(static_cast<Index>(patterns.size())) = cell.w.transpose();
      patterns.push_back(cell.pattern);
    }
    val out = val::object();
    out.set("count", static_cast<double>(patterns.size()));
    out.set("coverCount", cover_count(points.rows(), std::max<Index>(1, rank(points))).decimal());
    out.set("patterns", wasm::to_js(patterns));
    out.set("directions", wasm::to_js(directions));
    if (points.cols() == 2) set_arcs(out, arcs(points));
    return out;
  });
}

struct SampleOptions : Options {
  std::int64_t count = 500, seed = 0;
  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    Options::fields(s, visit);
    visit("count", s.count);
    visit("seed", s.seed);
  }
};

val sample(val X, val options) {
  return wasm::envelope([&] {
    Matrix points;
    wasm::read(X, "X", points);
    require_nonempty(points, "X");
    const auto chosen = wasm::settings_from<SampleOptions>(options, "options");
    require_between(chosen.seed, 0, (std::int64_t{1} << 53) - 1, "seed");
    if (chosen.bias) points = with_bias(points);
    return wasm::to_js(sample_patterns(points, chosen.count, static_cast<std::uint64_t>(chosen.seed)));
  });
}

val count(val n, val d) {
  return wasm::envelope([&] {
    std::int64_t points = 0, dimension = 0;
    wasm::read(n, "n", points);
    wasm::read(d, "d", dimension);
    return val(cover_count(points, dimension).decimal());
  });
}

val growth(val most, val d) {
  return wasm::envelope([&] {
    std::int64_t points = 0, dimension = 0;
    wasm::read(most, "n", points);
    wasm::read(d, "d", dimension);
    const PatternGrowth g = pattern_growth(points, dimension);
    val out = val::object();
    out.set("count", wasm::to_js(g.count));
    out.set("bound", wasm::to_js(g.bound));
    out.set("all", wasm::to_js(g.all));
    return out;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(hcx_patterns) {
  emscripten::function("enumeratePatterns", &enumerate);
  emscripten::function("samplePatterns", &sample);
  emscripten::function("countPatterns", &count);
  emscripten::function("patternGrowth", &growth);
}
