// Solving the convex programme, and proving how good a network is.
#include "solvers/solve.hpp"

#include "bindings/expose_sliced.hpp"
#include "certificate/certify_over.hpp"

namespace hcx::wasm {

/// A dual point alone does for the settings.
template <>
struct ReadArgument<CertifySettings> {
  static CertifySettings from(const val& value, const std::string& name) {
    CertifySettings settings;
    if (is_list(value))
      read(value, "dual", settings.dual.emplace());
    else
      read(value, name, settings);
    return settings;
  }
};

}  // namespace hcx::wasm

EMSCRIPTEN_BINDINGS(hcx_solve) {
  using namespace hcx;
  using namespace hcx::wasm;
  expose_sliced<SolveRun, Problem, SolveSettings>("createSolver", "Solver", "problem", "options");
  expose<certify_over>("certify", "problem", "network", "options");
}
