#include "warm.hpp"

#include <algorithm>
#include <chrono>
#include <limits>

#include "answer.hpp"
#include "core/random.hpp"
#include "patterns/interior_direction.hpp"
#include "patterns/sample.hpp"
#include "solvers/fixed_patterns/fixed_patterns.hpp"

namespace hcx::bench {
namespace {

constexpr std::uint64_t kSeed = 9;

Vector normal_direction(Index d, Random& random) {
  Vector w(d);
  for (double& value : w) value = random.normal();
  return w;
}

/// From deep inside the cone along a random direction: the bit of the first point whose wall is crossed.
Pattern neighbour(const Matrix& X, Pattern pattern, Random& random) {
  Matrix G = X;
  for (Index j = 0; j < G.rows(); ++j) G.row(j) *= (pattern[j] ? 1 : -1) / G.row(j).norm();
  const Vector place = G * interior_direction(G).w, rate = G * normal_direction(X.cols(), random);
  Index first = -1;
  double nearest = std::numeric_limits<double>::infinity();
  for (Index j = 0; j < G.rows(); ++j)
    if (rate[j] < 0 && place[j] / -rate[j] < nearest) nearest = place[j] / -rate[j], first = j;
  if (first >= 0) pattern.set(first, !pattern[first]);
  return pattern;
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
  return values[values.size() / 2];
}

double milliseconds(const Problem& problem, const PatternSet& set, const fixed_patterns::Settings& settings,
                    int repetitions, fixed_patterns::Result& result) {
  std::vector<double> times;
  for (int k = 0; k < repetitions; ++k) {
    const auto begin = std::chrono::steady_clock::now();
    result = fixed_patterns::solve(problem, set, settings);
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  return median(times);
}

}  // namespace

Again solve_again(const Instance& instance, Change change, int repetitions) {
  const Problem& problem = instance.problem;
  const PatternSet before{instance.patterns, {instance.signs.begin(), instance.signs.end()}};
  const fixed_patterns::Settings cold;
  fixed_patterns::Settings warm;
  warm.warm_start = fixed_patterns::solve(problem, before, cold).network;

  Random random(kSeed);
  Again again{0, 0, 0, 0, 0, "optimal"};
  std::vector<double> cold_times, warm_times;
  for (std::size_t k = 0; k < before.patterns.size(); ++k) {
    PatternSet after = before;
    after.patterns[k] = change == Change::Exchanged ? pattern_of(problem.X, normal_direction(problem.X.cols(), random))
                                                    : neighbour(problem.X, before.patterns[k], random);
    fixed_patterns::Result result;
    cold_times.push_back(milliseconds(problem, after, cold, repetitions, result));
    warm_times.push_back(milliseconds(problem, after, warm, repetitions, result));
    again.gap = std::max(again.gap, result.certificate.gap() / result.certificate.objective);
    again.violation = std::max(again.violation, violation(problem, result.blocks));
    if (result.status != Status::Optimal) again.status = to_string(result.status);
  }
  again.cold = median(cold_times);
  again.warm = median(warm_times);
  again.slowest = *std::max_element(warm_times.begin(), warm_times.end());
  return again;
}

}  // namespace hcx::bench
