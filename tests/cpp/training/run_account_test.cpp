#include <set>

#include "catch.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"
#include "training/session.hpp"

using namespace hcx;

TEST_CASE("unique patterns are counted once each, that of silent neurons included", "[training]") {
  TrainingSettings settings;
  settings.width = 60;
  TrainingSession session(random_problem(31, 6, 2, 0.01), settings);
  const auto patterns = session.patterns();
  CHECK(session.unique_patterns() == static_cast<Index>(std::set<Pattern>(patterns.begin(), patterns.end()).size()));

  settings.weights = Network{Matrix::Zero(3, 2), Vector::Ones(3)};
  CHECK(TrainingSession(random_problem(31, 6, 2, 0.01), settings).unique_patterns() == 1);
}

TEST_CASE("events are handed out from any number on", "[training]") {
  TrainingSettings settings;
  settings.width = 40;
  settings.step_size = 0.05;
  settings.events = true;
  TrainingSession session(random_problem(32, 8, 2, 0.01), settings);
  session.step(200);
  const auto& events = session.events().events();
  REQUIRE(events.size() > 2);
  CHECK(session.events().from(0).size() == events.size());
  const auto later = session.events().from(2);
  REQUIRE(later.size() == events.size() - 2);
  CHECK(later.front().neuron == events[2].neuron);
  CHECK(session.events().from(1'000'000).empty());
  CHECK(refusal([&] { session.events().from(-1); }) ==
        "from is -1, expected a whole number from 0 to 9007199254740992");
}
