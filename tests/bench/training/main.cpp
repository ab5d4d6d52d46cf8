/// hcx_bench_training cases FOLDER   writes the cases there and prints {"name"} of each, a line each
/// hcx_bench_training time NAME      trains one natively and prints a JSON object: case, platform, loss (after 50
///                                   steps), stepsPerSecond or seconds
/// hcx_bench_training peak           prints {"platform", "operationsPerSecond"}: the most that this machine's SIMD does
#include <algorithm>
#include <chrono>
#include <functional>
#include <iostream>
#include <limits>

#include "cases.hpp"
#include "peak.hpp"
#include "write_case.hpp"

namespace hcx::bench {
namespace {

// As in rounds.mjs.
constexpr int rounds = 25;
constexpr double warm_up = 0.3, round_seconds = 0.05, call_seconds = 0.005;
constexpr int judged_after = 50;

double seconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Units a second in the best round: `run(k)` does k units, `restart` goes back to the start.
double best_rate(const std::function<void(std::int64_t)>& run, const std::function<void()>& restart) {
  std::int64_t count = 1;
  for (double total = 0; total < warm_up;) {
    const double took = seconds([&] { run(count); });
    if (took < call_seconds) count *= 2;
    total += took;
  }
  double best = 0;
  for (int k = 0; k < rounds; ++k) {
    restart();
    double total = 0;
    std::int64_t done = 0;
    for (; total < round_seconds; done += count) total += seconds([&] { run(count); });
    best = std::max(best, static_cast<double>(done) / total);
  }
  return best;
}

double best_seconds(TrainingSession& session, const TrainingSnapshot& start, std::int64_t steps) {
  double best = std::numeric_limits<double>::infinity();
  for (int k = 0; k < rounds; ++k) {
    session.restore(start);
    best = std::min(best, seconds([&] { session.step(steps); }));
  }
  return best;
}

void time(const Case& chosen) {
  TrainingSession session(chosen.problem, chosen.settings);
  const TrainingSnapshot start = session.snapshot();
  session.step(judged_after);
  std::cout << "{\"case\":\"" << chosen.name << "\",\"platform\":\"native\",\"loss\":" << session.loss();
  if (chosen.steps > 0) {
    std::cout << ",\"seconds\":" << best_seconds(session, start, chosen.steps);
  } else {
    const double rate = best_rate([&](std::int64_t k) { session.step(k); }, [&] { session.restore(start); });
    std::cout << ",\"stepsPerSecond\":" << rate;
  }
  std::cout << ",\"status\":\"" << to_string(session.status()) << "\"}" << std::endl;
}

void peak() {
  volatile double sink = 0;
  const auto run = [&](std::int64_t k) {
    for (; k > 0; --k) sink = sink + hcx_peak(1000);
  };
  const double rate = 1000.0 * hcx_peak_operations * best_rate(run, [] {});
  std::cout << "{\"platform\":\"native\",\"operationsPerSecond\":" << rate << "}" << std::endl;
}

int run(const std::vector<std::string>& words) {
  std::cout.precision(std::numeric_limits<double>::max_digits10);
  if (words.size() == 2 && words[0] == "cases") {
    for (const Case& chosen : cases()) {
      write_case(words[1], chosen);
      std::cout << "{\"name\":\"" << chosen.name << "\"}\n";
    }
  } else if (words.size() == 2 && words[0] == "time") {
    for (const Case& chosen : cases())
      if (chosen.name == words[1]) time(chosen);
  } else if (words == std::vector<std::string>{"peak"}) {
    peak();
  } else {
    std::cerr << "hcx_bench_training cases FOLDER | hcx_bench_training time NAME | hcx_bench_training peak\n";
    return 2;
  }
  return 0;
}

}  // namespace
}  // namespace hcx::bench

int main(int argc, char** argv) { return hcx::bench::run({argv + 1, argv + argc}); }
