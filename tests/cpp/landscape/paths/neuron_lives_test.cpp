#include "landscape/paths/neuron_lives.hpp"

#include "catch.hpp"

using namespace hcx;

namespace {

const Matrix kData{{-1, 1}, {0, 1}, {1, 1}};  // kinks at -1, 0, 1

/// One neuron a row: kink, active to the right (+1) or left (-1) of it, alpha.
Network kinks(const Matrix& rows) {
  Network network{Matrix(rows.rows(), 2), rows.col(2)};
  for (Index i = 0; i < rows.rows(); ++i) network.W.row(i) = rows(i, 1) * Eigen::RowVector2d(1, -rows(i, 0));
  return network;
}

std::vector<std::pair<LifeEvent, int>> events(const NamedNetwork& named) {
  std::vector<std::pair<LifeEvent, int>> list;
  for (const auto& event : named.events) list.emplace_back(event.kind, event.id);
  return list;
}

using Events = std::vector<std::pair<LifeEvent, int>>;

}  // namespace

TEST_CASE("a neuron keeps its id while it moves, comes to rest on a data point and leaves it", "[lives]") {
  NeuronLives lives(kData);
  const NamedNetwork first = lives.take(kinks(Matrix{{0.5, 1, 1}, {-0.5, -1, -2}}));
  CHECK(first.ids == std::vector{0, 1});
  CHECK(first.at_point == std::vector{-1, -1});
  CHECK(events(first) == Events{{LifeEvent::Born, 0}, {LifeEvent::Born, 1}});

  const NamedNetwork second = lives.take(kinks(Matrix{{-0.6, -1, -2}, {0, 1, 1.5}}));  // in another order
  CHECK(second.ids == std::vector{0, 1});
  CHECK(second.network.alpha == Vector{{1.5, -2}});
  CHECK(second.at_point == std::vector{1, -1});
  CHECK(events(second) == Events{{LifeEvent::Pinned, 0}});

  const NamedNetwork third = lives.take(kinks(Matrix{{-0.2, 1, 1.5}}));
  CHECK(third.ids == std::vector{0});
  CHECK(events(third) == Events{{LifeEvent::Released, 0}, {LifeEvent::Died, 1}});

  CHECK(lives.take({Matrix(0, 2), Vector(0)}).events.size() == 1);
  CHECK(lives.take(kinks(Matrix{{-0.2, 1, 1.5}})).ids == std::vector{2});  // no id twice
}

TEST_CASE("another sign, another side or a far place is another neuron", "[lives]") {
  for (const Matrix& other : {Matrix{{-0.5, 1, -1}}, Matrix{{-0.5, -1, 1}}, Matrix{{1.5, 1, 1}}}) {
    NeuronLives lives(kData);
    lives.take(kinks(Matrix{{-0.5, 1, 1}}));
    CHECK(events(lives.take(kinks(other))) == Events{{LifeEvent::Born, 1}, {LifeEvent::Died, 0}});
  }
}

TEST_CASE("of two neurons in one place the nearer goes on", "[lives]") {
  NeuronLives lives(kData);
  lives.take(kinks(Matrix{{0.1, 1, 1}, {0.9, 1, 1}}));
  const NamedNetwork next = lives.take(kinks(Matrix{{0.8, 1, 1}, {0.2, 1, 1}}));
  CHECK(next.ids == std::vector{0, 1});
  CHECK(next.network.W(0, 1) == -0.2);
  CHECK(next.events.empty());
}
