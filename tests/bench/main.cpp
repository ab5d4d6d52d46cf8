/// hcx_bench instances FOLDER    writes the instances there
/// hcx_bench time [NAME ...]     solves them natively and prints one JSON object a line: instance, solver, milliseconds
///                               (median), objective, lowerBound, violation, status
/// hcx_bench again [NAME ...]    solves them natively after one pattern has changed, cold and from the answer before: instance,
///                               change, cold, warm, slowest (milliseconds), gap, violation, status
#include <chrono>
#include <functional>
#include <iostream>
#include <limits>
#include <set>

#include "answer.hpp"
#include "fixed_patterns.hpp"
#include "instances.hpp"
#include "solvers/exact/exact.hpp"
#include "warm.hpp"
#include "write_instance.hpp"

namespace hcx::bench {
namespace {

std::optional<Answer> solve_exact(const Instance& instance) {
  if (!instance.every_pattern || instance.problem.X.cols() > 2) return std::nullopt;
  const exact::Result result = exact::solve(instance.problem);
  return Answer{result.blocks, result.certificate.objective, result.certificate.lower_bound,
                std::string(to_string(result.status))};
}

double milliseconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/// Median of at least three runs and at least 200 ms of them; one run when it alone takes two seconds.
double median_milliseconds(const std::function<void()>& work) {
  std::vector<double> times;
  for (double total = 0; times.size() < 3 || total < 200; total += times.back()) {
    times.push_back(milliseconds(work));
    if (times.back() > 2000) break;
  }
  std::nth_element(times.begin(), times.begin() + times.size() / 2, times.end());
  return times[times.size() / 2];
}

using Solve = std::optional<Answer> (*)(const Instance&);

/// The first solve warms up and is the answer that is reported.
void time(const Instance& instance, std::string_view solver, Solve solve) {
  std::optional<Answer> answer;
  double first = milliseconds([&] { answer = solve(instance); });
  if (!answer) return;
  if (first < 2000) first = median_milliseconds([&] { solve(instance); });
  std::cout << "{\"instance\":\"" << instance.name << "\",\"solver\":\"" << solver << "\",\"milliseconds\":" << first
            << ",\"objective\":" << answer->objective << ",\"lowerBound\":" << answer->lower_bound
            << ",\"violation\":" << violation(instance.problem, answer->blocks) << ",\"status\":\"" << answer->status
            << "\"}" << std::endl;
}

void time_again(const Instance& instance) {
  for (const auto& [name, change] : {std::pair{"exchanged", Change::Exchanged}, {"flipped", Change::Flipped}}) {
    const Again again = solve_again(instance, change, 9);
    std::cout << "{\"instance\":\"" << instance.name << "\",\"change\":\"" << name << "\",\"cold\":" << again.cold
              << ",\"warm\":" << again.warm << ",\"slowest\":" << again.slowest << ",\"gap\":" << again.gap
              << ",\"violation\":" << again.violation << ",\"status\":\"" << again.status << "\"}" << std::endl;
  }
}

int run(const std::vector<std::string>& words) {
  if (words.size() == 2 && words[0] == "instances") {
    for (const Instance& instance : instances()) write_instance(words[1], instance);
    return 0;
  }
  const bool again = !words.empty() && words[0] == "again";
  if (words.empty() || (words[0] != "time" && !again)) {
    std::cerr << "hcx_bench instances FOLDER | hcx_bench time [NAME ...] | hcx_bench again [NAME ...]\n";
    return 2;
  }
  const std::set<std::string> chosen(words.begin() + 1, words.end());
  std::cout.precision(std::numeric_limits<double>::max_digits10);
  for (const Instance& instance : instances()) {
    if (!chosen.empty() && !chosen.contains(instance.name)) continue;
    if (again) {
      time_again(instance);
      continue;
    }
    time(instance, "given patterns, native", solve_fixed);
    time(instance, "exact, native", solve_exact);
  }
  return 0;
}

}  // namespace
}  // namespace hcx::bench

int main(int argc, char** argv) { return hcx::bench::run({argv + 1, argv + argc}); }
