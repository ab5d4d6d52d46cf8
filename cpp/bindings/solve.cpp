#include "solvers/solve.hpp"

#include <emscripten/bind.h>

#include <memory>

#include "bindings/envelope.hpp"
#include "bindings/read.hpp"
#include "bindings/write.hpp"
#include "core/checks.hpp"

namespace {

using namespace hcx;
using emscripten::val;

val to_js(const SolveResult& result) {
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
  out.set("solver", result.solver);
  out.set("certifiedFor", result.all_patterns ? "all-patterns" : "given-patterns");
  return out;
}

val solve_problem(val problem, val options) {
  return wasm::envelope([&] {
    const Problem p = wasm::problem_from(problem);
    return to_js(solve(p, wasm::settings_from<SolveSettings>(options, "options")));
  });
}

/// A solve as JavaScript holds it; delete() frees it.
class Solver {
 public:
  Solver(const Problem& problem, const SolveSettings& settings) : solver_(problem, settings) {}

  val advance(val seconds) {
    return wasm::envelope([&] {
      double limit = 0;
      wasm::read(seconds, "seconds", limit);
      if (!(limit > 0)) throw InvalidArgument("seconds is " + to_text(limit) + ", expected a number > 0");
      solver_.advance(limit);
      return val::undefined();
    });
  }
  val result() const {
    return wasm::envelope([&] { return to_js(solver_.result()); });
  }
  bool finished() const { return solver_.finished(); }

 private:
  SolveRun solver_;
};

val create_solver(val problem, val options) {
  return wasm::envelope([&] {
    const Problem p = wasm::problem_from(problem);
    return val(std::make_shared<Solver>(p, wasm::settings_from<SolveSettings>(options, "options")));
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(hcx_solve) {
  emscripten::class_<Solver>("Solver")
      .smart_ptr<std::shared_ptr<Solver>>("SolverPointer")
      .function("advance", &Solver::advance)
      .function("result", &Solver::result)
      .function("finished", &Solver::finished);
  emscripten::function("solve", &solve_problem);
  emscripten::function("createSolver", &create_solver);
}
