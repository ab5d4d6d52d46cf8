#include "instances.hpp"

#include <cmath>

#include "core/random.hpp"
#include "data/dataset.hpp"
#include "network/network.hpp"
#include "patterns/enumerate.hpp"
#include "patterns/sample.hpp"

namespace hcx::bench {
namespace {

Vector normal_vector(Index n, Random& random) {
  Vector v(n);
  for (double& value : v) value = random.normal();
  return v;
}

Matrix normal_matrix(Index n, Index d, Random& random) {
  Matrix X(n, d);
  for (double& value : X.reshaped<Eigen::RowMajor>()) value = random.normal();
  return X;
}

/// The all-off pattern is left out: its block does nothing.
std::vector<Pattern> useful_patterns(const Matrix& X) {
  std::vector<Pattern> patterns = enumerate_patterns(X);
  std::erase_if(patterns, [](const Pattern& pattern) { return pattern.active() == 0; });
  return patterns;
}

/// `count` distinct patterns of directions w ~ N(0, I).
std::vector<Pattern> some_patterns(const Matrix& X, std::size_t count, std::uint64_t seed) {
  std::vector<Pattern> patterns = sample_patterns(X, static_cast<std::int64_t>(4 * count), seed);
  patterns.resize(count);
  return patterns;
}

/// The names carry the penalty on ||u||, twice the weight decay.
Instance instance(std::string name, Matrix X, Vector y, double penalty, std::vector<Pattern> patterns, bool every) {
  return {std::move(name), {std::move(X), std::move(y), penalty / 2, Loss::Sum}, std::move(patterns), {}, every};
}

Problem notebook() {
  const Dataset data = dataset("notebook");
  return {with_bias(data.X), data.y, 5e-4, Loss::Mean};
}

/// As the notebook does it: 500 directions drawn, each with a sign of its own; most patterns come many times.
Instance sampled_notebook() {
  Random random(1);
  Instance result{"P1", notebook(), {}, {}, true};
  for (int k = 0; k < 500; ++k) {
    const Vector w = normal_vector(2, random);
    result.patterns.push_back(pattern_of(result.problem.X, w));
    result.signs.push_back(random.uniform() < 0.5 ? -1 : 1);
  }
  return result;
}

Instance whole_notebook() {
  const Problem problem = notebook();
  return {"P2", problem, useful_patterns(problem.X), {}, true};
}

void add_linear_teacher(std::vector<Instance>& list) {
  Random random(3);
  const Matrix X = normal_matrix(100, 10, random);
  const Vector y = X * normal_vector(10, random) + 0.1 * normal_vector(100, random);
  const std::vector<Pattern> patterns = some_patterns(X, 20, 3);
  for (const auto& [label, penalty] : {std::pair{"1e-4", 1e-4}, {"1e-2", 1e-2}, {"1", 1.0}, {"10", 10.0}})
    list.push_back(instance(std::string("P3-") + label, X, y, penalty, patterns, false));
  list.push_back(instance("P3-noise-1", X, normal_vector(100, random), 1.0, patterns, false));
}

Instance hundred_patterns() {
  Random random(4);
  const Matrix X = normal_matrix(200, 10, random);
  const Vector y = X * normal_vector(10, random) + 0.1 * normal_vector(200, random);
  return instance("P4", X, y, 1.0, some_patterns(X, 100, 4), false);
}

/// Labels of a teacher network of ten neurons, with noise.
Instance large() {
  Random random(5);
  const Matrix X = normal_matrix(1000, 50, random);
  const Matrix W = normal_matrix(10, 50, random) / std::sqrt(50.0);
  const Vector alpha = normal_vector(10, random);
  const Vector y = predict({W, alpha}, X) + 0.1 * normal_vector(1000, random);
  return instance("P5", X, y, 10.0, some_patterns(X, 500, 5), false);
}

Instance every_pattern_in_space() {
  Random random(6);
  const Matrix X = normal_matrix(12, 3, random);
  return instance("P6", X, normal_vector(12, random), 0.05, useful_patterns(X), true);
}

/// n points of [-1, 1] with a bias, labels sin(8 x) + 0.1 noise.
std::pair<Matrix, Vector> wave(Index n, std::uint64_t seed) {
  Random random(seed);
  Vector x(n);
  for (double& value : x) value = random.uniform(-1, 1);
  const Vector y = (8 * x.array()).sin().matrix() + 0.1 * normal_vector(n, random);
  return {with_bias(x), y};
}

void add_waves(std::vector<Instance>& list) {
  const auto [X50, y50] = wave(50, 7);
  list.push_back(instance("P7", X50, y50, 0.01, useful_patterns(X50), true));
  const auto [X500, y500] = wave(500, 8);
  const std::vector<Pattern> patterns = useful_patterns(X500);
  list.push_back(instance("P8-0.1", X500, y500, 0.2, patterns, true));
  list.push_back(instance("P8-0.005", X500, y500, 0.01, patterns, true));
}

}  // namespace

std::vector<Instance> instances() {
  std::vector<Instance> list{sampled_notebook(), whole_notebook()};
  add_linear_teacher(list);
  list.push_back(hundred_patterns());
  list.push_back(large());
  list.push_back(every_pattern_in_space());
  add_waves(list);
  return list;
}

}  // namespace hcx::bench
