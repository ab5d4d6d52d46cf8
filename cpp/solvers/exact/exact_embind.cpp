#include <emscripten/bind.h>

#include <memory>

#include "core/checks.hpp"
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

val to_js(const exact::Result& result) {
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
}

val solve_problem(val problem, val options) {
  return wasm::envelope([&] {
    const Problem p = wasm::problem_from(problem);
    return to_js(exact::solve(p, wasm::settings_from<Options>(options, "options")));
  });
}

/// A solve as JavaScript holds it; delete() frees it.
class Solver {
 public:
  Solver(const Problem& problem, const exact::Settings& settings) : solver_(problem, settings) {}

  val advance(val seconds) {
    return wasm::envelope([&] {
      double limit = 0;
      wasm::read(seconds, "seconds", limit);
      if (!(limit > 0)) throw InvalidArgument("seconds is " + to_text(limit) + ", expected a number > 0");
      solver_.advance(limit);
      return to_js(solver_.result());
    });
  }
  bool finished() const { return solver_.finished(); }

 private:
  exact::Solver solver_;
};

val create_solver(val problem, val options) {
  return wasm::envelope([&] {
    const Problem p = wasm::problem_from(problem);
    return val(std::make_shared<Solver>(p, wasm::settings_from<Options>(options, "options")));
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(hcx_exact) {
  emscripten::class_<Solver>("Solver")
      .smart_ptr<std::shared_ptr<Solver>>("SolverPointer")
      .function("advance", &Solver::advance)
      .function("finished", &Solver::finished);
  emscripten::function("solve", &solve_problem);
  emscripten::function("createSolver", &create_solver);
}
