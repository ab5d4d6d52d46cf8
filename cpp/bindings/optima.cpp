// The set of optimal networks.
#include "bindings/expose.hpp"
#include "bindings/inputs.hpp"
#include "landscape/optima/corner_map.hpp"
#include "landscape/optima/output_range.hpp"

namespace hcx::wasm {

template <>
inline constexpr bool is_record<OptimalPolytope> = true;
template <>
inline constexpr bool is_record<CornerMap> = true;

}  // namespace hcx::wasm

EMSCRIPTEN_BINDINGS(hcx_optima) {
  using namespace hcx;
  using namespace hcx::wasm;
  expose<optimal_set>("optimalSet", "problem", "options");
  expose<optimal_network>("optimalNetwork", "set", "c");
  expose<[](const OptimalPolytope& set, const Matrix& X, const Ones& bias) {
    return output_range(set, bias.appended ? with_bias(X) : X);
  }>("outputRange", "set", "X", "options");
  expose<[](const val& set, double t) {
    return on_the_walk(argument<OptimalPolytope>(set, "set"), argument<CornerMap>(set, "set"), t);
  }>("optimumOnWalk", "set", "t");
  expose<[](const val& set, double u, double v) {
    return at_the_place(argument<OptimalPolytope>(set, "set"), argument<CornerMap>(set, "set"), u, v);
  }>("optimumAtPlace", "set", "u", "v");
}
