// A training run that JavaScript holds.
#include <algorithm>
#include <limits>

#include "bindings/expose.hpp"
#include "bindings/inputs.hpp"
#include "core/checks.hpp"
#include "training/session.hpp"

namespace hcx::wasm {
namespace {

struct Trainer {
  Trainer(const StatedProblem& problem, const TrainingSettings& settings)
      : session(problem, settings), bias(problem.bias) {}

  TrainingSession session;
  Ones bias;  ///< whether the caller's inputs lack the column of ones
};

double step_for(Trainer& trainer, double milliseconds, const std::optional<std::int64_t>& most) {
  require_at_least(milliseconds, 0, "milliseconds");
  trainer.session.step_for(milliseconds / 1000, most.value_or(std::numeric_limits<std::int64_t>::max()));
  return trainer.session.loss();
}

void set_problem(Trainer& trainer, const StatedProblem& problem) {
  trainer.session.set_problem(problem);
  trainer.bias = problem.bias;
}

}  // namespace

template <>
struct ReadArgument<TrainingSnapshot> {
  static TrainingSnapshot from(const val& value, const std::string& name) {
    TrainingSnapshot snapshot{};
    require_object(value, name);
    read(value["steps"], "steps", snapshot.steps);
    read(value, name, snapshot.network);
    if (const val v = value["velocity"]; !v.isUndefined()) read(v, "velocity", snapshot.velocity);
    if (const val s = value["squares"]; !s.isUndefined()) read(s, "squares", snapshot.squares);
    return snapshot;
  }
};

}  // namespace hcx::wasm

EMSCRIPTEN_BINDINGS(hcx_training) {
  using namespace hcx;
  using namespace hcx::wasm;
  ExposedClass<Trainer>("Trainer")
      .method<[](Trainer& t, std::int64_t k) { return t.session.step(k), t.session.loss(); }>("step", "k")
      .method<step_for>("stepFor", "milliseconds", "maxSteps")
      .method<[](Trainer& t, std::int64_t steps) { return t.session.seek(steps), t.session.loss(); }>("seek", "steps")
      .method<set_problem>("setProblem", "problem")
      .method<[](Trainer& t, double size) { t.session.set_step_size(size); }>("setStepSize", "stepSize")
      .method<[](Trainer& t, const TrainingSnapshot& snapshot) { t.session.restore(snapshot); }>("restore", "snapshot")
      .method<[](const Trainer& t) { return t.session.snapshot(); }>("snapshot")
      .method<[](const Trainer& t, const Matrix& X) {
        const Network network = t.session.network();
        return predict(network, inputs(X, t.bias, network.W.cols()));
      }>("predict", "X")
      .method<[](const Trainer& t) { return t.session.patterns(); }>("patterns")
      .method<[](const Trainer& t) { return t.session.unique_patterns(); }>("uniquePatterns")
      .method<[](const Trainer& t) { return t.session.evaluation(); }>("evaluation")
      .method<[](const Trainer& t, const std::optional<std::int64_t>& from) {
        return t.session.events().from(from.value_or(0));
      }>("events", "from")
      .value<[](const Trainer& t) { return static_cast<double>(t.session.events().count()); }>("eventCount")
      .value<[](const Trainer& t) { return static_cast<double>(t.session.first_step()); }>("firstStep")
      .value<[](const Trainer& t) { return t.session.diverged(); }>("diverged")
      .value<[](const Trainer& t) { return t.session.status_message(); }>("statusMessage")
      .value<[](const Trainer& t) { return std::string(to_string(t.session.status())); }>("status")
      .value<[](const Trainer& t) { return static_cast<double>(t.session.steps()); }>("steps")
      .value<[](const Trainer& t) { return t.session.loss(); }>("loss")
      .value<[](const Trainer& t) { return to_js(t.session.network()); }>("weights");
  expose<[](const StatedProblem& problem, const TrainingSettings& settings) {
    return val(std::make_shared<Trainer>(problem, settings));
  }>("createTrainer", "problem", "settings");
}
