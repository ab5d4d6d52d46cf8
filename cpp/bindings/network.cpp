// The network: its loss, its outputs, its neurons; and the data sets to try it on.
#include "network/network.hpp"

#include "bindings/expose.hpp"
#include "bindings/inputs.hpp"
#include "data/dataset.hpp"
#include "network/objective.hpp"

namespace hcx::wasm {
namespace {

/// An interval of inputs.
struct Range {
  double from, to;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("from", s.from);
    visit("to", s.to);
  }
};

}  // namespace

template <>
inline constexpr bool is_record<Range> = true;

}  // namespace hcx::wasm

EMSCRIPTEN_BINDINGS(hcx_network) {
  using namespace hcx;
  using namespace hcx::wasm;
  expose<evaluate>("evaluate", "problem", "network");
  expose<[](const Network& network, const Matrix& X, const Ones& bias) {
    return predict(network, inputs(X, bias, network.W.cols()));
  }>("predict", "network", "X", "options");
  expose<directions>("directions", "network");
  expose<network_of_angles>("networkOfAngles", "angle", "weight");
  expose<[](const Network& network, const Range& range) { return output_curve(network, range.from, range.to); }>(
      "outputCurve", "network", "range");
  expose<activation_points>("activationPoints", "network");
  expose<[](const std::string& name, const std::optional<std::uint64_t>& seed) {
    return dataset(name, seed.value_or(0));
  }>("dataset", "name", "seed");
}
