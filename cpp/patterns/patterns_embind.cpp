#include <emscripten/bind.h>

#include "core/checks.hpp"
#include "core/problem.hpp"
#include "patterns/count.hpp"
#include "patterns/enumerate.hpp"
#include "patterns/sample.hpp"
#include "wasm/envelope.hpp"
#include "wasm/read.hpp"
#include "wasm/write.hpp"

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

val enumerate(val X, val options) {
  return wasm::envelope([&] {
    Matrix points;
    wasm::read(X, "X", points);
    require_nonempty(points, "X");
    if (wasm::settings_from<Options>(options, "options").bias) points = with_bias(points);
    const auto patterns = enumerate_patterns(points);
    val out = val::object();
    out.set("count", static_cast<double>(patterns.size()));
    out.set("coverCount", cover_count(points.rows(), std::max<Index>(1, rank(points))).decimal());
    out.set("patterns", wasm::to_js(patterns));
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

}  // namespace

EMSCRIPTEN_BINDINGS(hcx_patterns) {
  emscripten::function("enumeratePatterns", &enumerate);
  emscripten::function("samplePatterns", &sample);
  emscripten::function("countPatterns", &count);
}
