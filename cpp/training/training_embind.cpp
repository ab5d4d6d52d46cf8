#include <emscripten/bind.h>

#include <memory>

#include "network/network.hpp"
#include "patterns/pattern.hpp"
#include "training/session.hpp"
#include "wasm/envelope.hpp"
#include "wasm/read.hpp"
#include "wasm/write.hpp"

namespace {

using namespace hcx;
using emscripten::val;

/// A training session as JavaScript holds it; delete() frees it.
class Trainer {
 public:
  explicit Trainer(TrainingSession session) : session_(std::move(session)) {}

  val step(val count) {
    return wasm::envelope([&] {
      std::int64_t k = 0;
      wasm::read(count, "k", k);
      session_.step(k);
      return val(session_.loss());
    });
  }
  val set_problem(val problem) {
    return wasm::envelope([&] {
      session_.set_problem(wasm::problem_from(problem));
      return val::undefined();
    });
  }
  val set_step_size(val step_size) {
    return wasm::envelope([&] {
      double value = 0;
      wasm::read(step_size, "stepSize", value);
      session_.set_step_size(value);
      return val::undefined();
    });
  }
  val restore(val snapshot) {
    return wasm::envelope([&] {
      TrainingSnapshot to{};
      wasm::require_object(snapshot, "snapshot");
      wasm::read(snapshot["steps"], "steps", to.steps);
      wasm::read(snapshot, "snapshot", to.network);
      session_.restore(to);
      return val::undefined();
    });
  }
  val patterns() const {
    return wasm::envelope([&] {
      const Network network = session_.network();
      std::vector<Pattern> patterns;
      for (Index i = 0; i < network.width(); ++i)
        patterns.push_back(pattern_of(session_.problem().X, network.W.row(i).transpose()));
      return wasm::to_js(patterns);
    });
  }
  std::string status() const { return std::string(to_string(session_.status())); }
  double steps() const { return static_cast<double>(session_.steps()); }
  double loss() const { return session_.loss(); }
  val weights() const { return wasm::to_js(session_.network()); }

 private:
  TrainingSession session_;
};

val create_trainer(val problem, val settings) {
  return wasm::envelope([&] {
    Problem p = wasm::problem_from(problem);
    const auto s = wasm::settings_from<TrainingSettings>(settings, "settings");
    return val(std::make_shared<Trainer>(TrainingSession(std::move(p), s)));
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(hcx_training) {
  emscripten::class_<Trainer>("Trainer")
      .smart_ptr<std::shared_ptr<Trainer>>("TrainerPointer")
      .function("step", &Trainer::step)
      .function("setProblem", &Trainer::set_problem)
      .function("setStepSize", &Trainer::set_step_size)
      .function("restore", &Trainer::restore)
      .function("patterns", &Trainer::patterns)
      .function("status", &Trainer::status)
      .function("steps", &Trainer::steps)
      .function("loss", &Trainer::loss)
      .function("weights", &Trainer::weights);
  emscripten::function("createTrainer", &create_trainer);
}
