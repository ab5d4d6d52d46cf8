// The convex programme: what it makes of a network, its gated relaxation, its optima as weight decay falls.
#include "bindings/expose_sliced.hpp"
#include "certificate/certificate_curve.hpp"
#include "landscape/paths/regularization_path.hpp"
#include "programme/largest_lambda.hpp"
#include "programme/mapping.hpp"
#include "programme/network_reduction.hpp"
#include "solvers/gated/over_choice.hpp"

namespace hcx::wasm {
namespace {

struct CurveSettings {
  int samples = 360;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("samples", s.samples);
  }
};

}  // namespace

template <>
struct ReadArgument<GatedNetwork> {
  static GatedNetwork from(const val& value, const std::string& name) {
    require_object(value, name);
    GatedNetwork network;
    read(value["gates"], "gates", network.gates);
    network.V = rows_from(value["V"], "V", static_cast<Index>(network.gates.size()), "number of gates");
    return network;
  }
};

}  // namespace hcx::wasm

EMSCRIPTEN_BINDINGS(hcx_programme) {
  using namespace hcx;
  using namespace hcx::wasm;
  expose<[](const Problem& p, const Network& network) { return merge(p.X, network); }>("merge", "problem", "network");
  expose<[](const Problem& p, const Network& network) { return reduce(p.X, network); }>("reduce", "problem", "network");
  expose<[](const Problem& problem, const Network& network, const CurveSettings& curve) {
    return certificate_curve(problem, network, curve.samples);
  }>("certificateCurve", "problem", "network", "options");
  expose<gated::solve_over>("solveGated", "problem", "options");
  expose<gated::certify_over>("certifyGated", "problem", "network", "options");
  expose<largest_lambda>("largestLambda", "problem");
  expose_sliced<RegularizationTracer, Problem, RegularizationSettings>("createRegularizationPath",
                                                                       "RegularizationTracer", "problem", "options");
}
