#include "data/dataset.hpp"

#include <emscripten/bind.h>

#include "bindings/envelope.hpp"
#include "bindings/read.hpp"
#include "bindings/write.hpp"
#include "core/checks.hpp"

namespace {

using namespace hcx;
using emscripten::val;

val named_dataset(val name, val seed) {
  return wasm::envelope([&] {
    std::string text;
    std::int64_t number = 0;
    wasm::read(name, "name", text);
    if (!seed.isUndefined()) wasm::read(seed, "seed", number);
    require_between(number, 0, (1LL << 53) - 1, "seed");
    const Dataset data = dataset(text, static_cast<std::uint64_t>(number));
    val X = val::object();
    X.set("data", wasm::to_js(data.X));
    X.set("rows", static_cast<double>(data.X.rows()));
    X.set("cols", static_cast<double>(data.X.cols()));
    val out = val::object();
    out.set("name", data.name);
    out.set("X", X);
    out.set("y", wasm::to_js(data.y));
    out.set("bias", data.bias);
    return out;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(hcx_dataset) { emscripten::function("dataset", &named_dataset); }
