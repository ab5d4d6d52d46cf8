#include <emscripten/bind.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "bindings/envelope.hpp"
#include "bindings/read.hpp"
#include "bindings/write.hpp"
#include "core/checks.hpp"
#include "core/ordered.hpp"
#include "network/objective.hpp"
#include "patterns/pattern.hpp"
#include "training/session.hpp"

namespace {

using namespace hcx;
using emscripten::val;

/// A training session as JavaScript holds it; delete() frees it.
class Trainer {
 public:
  Trainer(TrainingSession session, val bias) : session_(std::move(session)), bias_(std::move(bias)) {}

  val step(val count) {
    return wasm::envelope([&] {
      std::int64_t k = 0;
      wasm::read(count, "k", k);
      session_.step(k);
      return val(session_.loss());
    });
  }
  val step_for(val milliseconds, val most) {
    return wasm::envelope([&] {
      double time = 0;
      std::int64_t steps = std::numeric_limits<std::int64_t>::max();
      wasm::read(milliseconds, "milliseconds", time);
      require_at_least(time, 0, "milliseconds");
      if (!most.isUndefined()) wasm::read(most, "maxSteps", steps);
      session_.step_for(time / 1000, steps);
      return val(session_.loss());
    });
  }
  val seek(val steps) {
    return wasm::envelope([&] {
      std::int64_t to = 0;
      wasm::read(steps, "steps", to);
      session_.seek(to);
      return val(session_.loss());
    });
  }
  val set_problem(val problem) {
    return wasm::envelope([&] {
      session_.set_problem(wasm::problem_from(problem));
      bias_ = problem["bias"];
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
      if (const val v = snapshot["velocity"]; !v.isUndefined()) wasm::read(v, "velocity", to.velocity);
      if (const val s = snapshot["squares"]; !s.isUndefined()) wasm::read(s, "squares", to.squares);
      session_.restore(to);
      return val::undefined();
    });
  }
  val snapshot() const {
    return wasm::envelope([&] {
      const TrainingSnapshot now = session_.snapshot();
      val out = wasm::to_js(now.network);
      out.set("steps", static_cast<double>(now.steps));
      if (now.velocity.width() > 0) out.set("velocity", wasm::to_js(now.velocity));
      if (now.squares.width() > 0) out.set("squares", wasm::to_js(now.squares));
      return out;
    });
  }
  val predict(val X) const {
    return wasm::envelope([&] {
      const Network network = session_.network();
      return wasm::to_js(hcx::predict(network, wasm::inputs_from(X, "X", bias_, network.W.cols())));
    });
  }
  val patterns() const {
    return wasm::envelope([&] { return wasm::to_js(session_.patterns()); });
  }
  val unique_patterns() const {
    return wasm::envelope([&] {
      const std::vector<Pattern> patterns = session_.patterns();
      const auto pattern = [&](Index i) -> const Pattern& { return patterns[static_cast<std::size_t>(i)]; };
      const auto before = [&](Index i, Index k) { return pattern(i) < pattern(k); };
      Index last = -1;
      double count = 0;
      for (const Index i : ordered(patterns.size(), before)) {
        if (last < 0 || before(last, i)) ++count;
        last = i;
      }
      return val(count);
    });
  }
  val evaluation() const {
    return wasm::envelope([&] {
      const Evaluation e = session_.evaluation();
      val out = val::object();
      out.set("objective", e.objective);
      out.set("dataLoss", e.data_loss);
      out.set("penalty", e.penalty);
      out.set("predictions", wasm::to_js(e.predictions));
      return out;
    });
  }
  /// Those from number `from` on, as four arrays; kinds by their number.
  val events(val from) const {
    return wasm::envelope([&] {
      std::int64_t first = 0;
      if (!from.isUndefined()) wasm::read(from, "from", first);
      require_between(first, 0, std::int64_t{1} << 53, "from");
      const auto& all = session_.events().events();
      const auto begin = std::min(static_cast<std::size_t>(first), all.size());
      val out = val::array();
      for (std::size_t k = begin; k < all.size(); ++k) {
        val event = val::object();
        event.set("step", static_cast<double>(all[k].step));
        event.set("kind", std::string(to_string(all[k].kind)));
        event.set("neuron", static_cast<double>(all[k].neuron));
        if (all[k].other >= 0) event.set("other", static_cast<double>(all[k].other));
        out.call<void>("push", event);
      }
      return out;
    });
  }
  double event_count() const { return static_cast<double>(session_.events().count()); }
  double first_step() const { return static_cast<double>(session_.first_step()); }
  bool diverged() const { return session_.diverged(); }
  std::string status_message() const { return session_.status_message(); }
  std::string status() const { return std::string(to_string(session_.status())); }
  double steps() const { return static_cast<double>(session_.steps()); }
  double loss() const { return session_.loss(); }
  val weights() const { return wasm::to_js(session_.network()); }

 private:
  TrainingSession session_;
  val bias_;  ///< whether the caller's inputs lack the column of ones, as the caller said it
};

val create_trainer(val problem, val settings) {
  return wasm::envelope([&] {
    Problem p = wasm::problem_from(problem);
    const auto s = wasm::settings_from<TrainingSettings>(settings, "settings");
    return val(std::make_shared<Trainer>(TrainingSession(std::move(p), s), problem["bias"]));
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(hcx_training) {
  emscripten::class_<Trainer>("Trainer")
      .smart_ptr<std::shared_ptr<Trainer>>("TrainerPointer")
      .function("step", &Trainer::step)
      .function("stepFor", &Trainer::step_for)
      .function("seek", &Trainer::seek)
      .function("firstStep", &Trainer::first_step)
      .function("diverged", &Trainer::diverged)
      .function("statusMessage", &Trainer::status_message)
      .function("snapshot", &Trainer::snapshot)
      .function("uniquePatterns", &Trainer::unique_patterns)
      .function("evaluation", &Trainer::evaluation)
      .function("events", &Trainer::events)
      .function("eventCount", &Trainer::event_count)
      .function("setProblem", &Trainer::set_problem)
      .function("setStepSize", &Trainer::set_step_size)
      .function("restore", &Trainer::restore)
      .function("predict", &Trainer::predict)
      .function("patterns", &Trainer::patterns)
      .function("status", &Trainer::status)
      .function("steps", &Trainer::steps)
      .function("loss", &Trainer::loss)
      .function("weights", &Trainer::weights);
  emscripten::function("createTrainer", &create_trainer);
}
