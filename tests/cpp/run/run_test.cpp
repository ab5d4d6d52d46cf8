#include "run/run.hpp"

#include <thread>

#include "catch.hpp"
#include "core/invalid_argument.hpp"
#include "run/conclude.hpp"
#include "run/tolerance.hpp"

using namespace hcx;

namespace {

/// Counts to a number.
class Count : public Run {
 public:
  explicit Count(int last, const Limits& limits = {}) : Run(limits), last_(last) {}
  int reached = 0, pauses = 0;

 private:
  void step(const Slice&) override {
    ++reached;
    count_iteration();
  }
  bool done() const override { return reached == last_; }
  void pause() override { ++pauses; }

  int last_;
};

struct Proof {
  double objective, lower_bound;
};

Problem problem() { return {Matrix::Ones(1, 1), Vector::Constant(1, 10.0), 1.0, Loss::Sum}; }  // zero network: 100

}  // namespace

TEST_CASE("a run without limits goes on until it is done", "[run]") {
  Count count(5);
  count.advance();
  CHECK(count.finished());
  CHECK(count.reached == 5);
  CHECK(count.iterations() == 5);
  CHECK(count.stopped_by() == Status::Stalled);
}

TEST_CASE("a slice has at least one step, however short it is", "[run]") {
  Count count(3);
  count.advance(1e-12);
  CHECK(count.reached == 1);
  CHECK_FALSE(count.finished());
  CHECK(count.stopped_by() == Status::TimeLimit);
  count.advance(Slice(0).at_most(1));
  CHECK(count.reached == 2);
  CHECK(count.pauses == 2);
}

TEST_CASE("a run stops at its limits and does nothing more", "[run]") {
  Count steps(100, {.iterations = 7});
  steps.advance();
  steps.advance();
  CHECK(steps.reached == 7);
  CHECK(steps.finished());
  CHECK(steps.stopped_by() == Status::IterationLimit);

  Count time(100, {.seconds = 1e-12});
  time.advance();
  CHECK(time.reached == 1);
  CHECK(time.finished());
  CHECK(time.stopped_by() == Status::TimeLimit);
}

TEST_CASE("a part of a slice ends with it, or before", "[run]") {
  CHECK_FALSE(Slice().over());
  CHECK_FALSE(Slice(60).at_most(kUnlimited).over());
  CHECK(Slice(60).at_most(0).over());
  CHECK(Slice(0).at_most(60).over());
}

TEST_CASE("the seconds of a run are those of its slices, not those between them", "[run]") {
  Count count(2);
  count.advance(1e-12);
  const double first = count.seconds();
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  count.advance(1e-12);
  CHECK(count.seconds() >= first);
  CHECK(count.seconds() < 0.02);
}

TEST_CASE("shared settings are checked by name", "[run]") {
  CHECK_THROWS_AS(require_tolerance(0), InvalidArgument);
  CHECK_THROWS_AS(require_tolerance(1), InvalidArgument);
  CHECK_NOTHROW(require_tolerance(1e-9));
  CHECK_THROWS_AS(require_limits({.iterations = 0}), InvalidArgument);
  CHECK_THROWS_AS(require_limits({.iterations = 1'000'001}), InvalidArgument);
  CHECK_THROWS_AS(require_limits({.seconds = 0}), InvalidArgument);
  CHECK_NOTHROW(require_limits({}));
}

TEST_CASE("a tolerance is relative to the objective, but never to next to nothing", "[run]") {
  const Tolerance tolerance(1e-3);
  CHECK(tolerance.allowed(2, 100) == Approx(2e-3));
  CHECK(tolerance.allowed(0, 100) == Approx(1e-4));
  CHECK(tolerance.aimed(0, 100) == Approx(1e-7));
  CHECK(tolerance.closes(1, 1 - 0.4e-3, 100));
  CHECK_FALSE(tolerance.closes(1, 1 - 0.6e-3, 100));
}

TEST_CASE("the verdict is the certificate's, else what stopped the run", "[run]") {
  Count stopped(5);
  stopped.advance(1e-12);
  Proof close{1, 1 - 0.5e-3}, open{1, 0.9}, rounded{1, 1 + 1e-9}, wrong{1, 1.1};
  CHECK(conclude(problem(), stopped, Tolerance(1e-3), close) == Status::Optimal);
  CHECK(conclude(problem(), stopped, Tolerance(1e-3), open) == Status::TimeLimit);
  CHECK(conclude(problem(), stopped, Tolerance(1e-3), rounded) == Status::Optimal);
  CHECK(rounded.lower_bound == 1);
  CHECK(conclude(problem(), stopped, Tolerance(1e-3), wrong) == Status::TimeLimit);
  CHECK(wrong.lower_bound == 1);
  stopped.advance();
  CHECK(conclude(problem(), stopped, Tolerance(1e-3), open) == Status::Stalled);
}
