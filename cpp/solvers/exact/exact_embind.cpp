#include <emscripten/bind.h>

#include "solvers/exact/exact.hpp"
#include "wasm/envelope.hpp"
#include "wasm/read.hpp"
#include "wasm/write.hpp"

namespace {

using namespace hcx;
using emscripten::val;

enum class PatternChoice { All };
constexpr std::string_view to_string(PatternChoice choice) { return choice == PatternChoice::All ? "all" : ""; }

enum class SolverChoice { Auto, Exact };
constexpr std::string_view to_string(SolverChoice choice) {
  return choice == SolverChoice::Auto ? "auto" : choice == SolverChoice::Exact ? "exact" : "";
}

/// What JavaScript's solve takes: which programme, by which solver, and that solver's settings.
struct Options : exact::Settings {
  PatternChoice patterns = PatternChoice::All;
  SolverChoice solver = SolverChoice::Auto;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("patterns", s.patterns);
    visit("solver", s.solver);
    exact::Settings::fields(s, visit);
  }
};

val solve_problem(val problem, val options) {
  return wasm::envelope([&] {
    const Problem p = wasm::problem_from(problem);
    const exact::Result result = exact::solve(p, wasm::settings_from<Options>(options, "options"));
    std::vector<Pattern> patterns;
    for (const Block& block : result.blocks) patterns.push_back(block.pattern);
    const Certificate& c = result.certificate;
    val out = wasm::to_js(result.network);
    out.set("status", std::string(to_string(result.status)));
    out.set("objective", c.objective);
    out.set("lowerBound", c.lower_bound);
    out.set("gap", c.gap());
    out.set("worstNeuron", wasm::to_js(c.worst_neuron));
    out.set("dual", wasm::to_js(result.dual));
    out.set("patterns", wasm::to_js(patterns));
    out.set("iterations", result.iterations);
    out.set("newtonSteps", result.newton_steps);
    out.set("seconds", result.seconds);
    out.set("solver", "exact");
    out.set("certifiedFor", "all-patterns");
    return out;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(hcx_exact) { emscripten::function("solve", &solve_problem); }
