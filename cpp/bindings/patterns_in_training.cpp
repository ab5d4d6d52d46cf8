// A training run beside the convex programmes of its patterns.
#include "landscape/patterns/patterns_in_training.hpp"

#include "bindings/expose_sliced.hpp"

EMSCRIPTEN_BINDINGS(hcx_patterns_in_training) {
  using namespace hcx;
  using namespace hcx::wasm;
  expose_sliced<PatternsInTrainingRun, Problem, PatternsInTrainingSettings>(
      "createPatternsInTraining", "PatternsInTrainingRun", "problem", "settings");
}
