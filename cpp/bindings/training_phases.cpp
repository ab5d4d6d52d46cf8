// Whole runs, how neurons move in them, and what training would do in the lazy regime and at a small start.
#include "bindings/expose_sliced.hpp"
#include "bindings/inputs.hpp"
#include "training/alignment.hpp"
#include "training/lazy_predictor.hpp"
#include "training/motion.hpp"
#include "training/recording.hpp"
#include "training/step_limit.hpp"

EMSCRIPTEN_BINDINGS(hcx_training_phases) {
  using namespace hcx;
  using namespace hcx::wasm;
  expose_sliced<Recording, Problem, TrainingSettings, Vector>("createRecording", "Recording", "problem", "settings",
                                                              "at");
  expose<step_limit>("stepLimit", "problem", "settings", "options");
  expose<motion_between>("motion", "then", "now");
  expose<[](const StatedProblem& problem, const Network& start, const Matrix& X) {
    return LazyPredictor(problem, start).predict(inputs(X, problem.bias, problem.X.cols()));
  }>("lazyPredictions", "problem", "start", "X");
  expose<[](const Problem& problem, const Matrix& directions, const std::optional<Network>& learnt) {
    return alignment_potential(problem, directions, learnt.value_or(Network{Matrix(0, 0), Vector(0)}));
  }>("alignmentPotential", "problem", "directions", "network");
}
