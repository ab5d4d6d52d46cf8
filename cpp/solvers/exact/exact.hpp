/// The certified global optimum over every activation pattern: column generation with exact pricing.
#pragma once

#include <memory>
#include <optional>

#include "core/problem.hpp"
#include "network/network.hpp"
#include "run/solver_run.hpp"

namespace hcx::exact {

/// See run/settings for what these mean.
struct Settings {
  double tolerance = 1e-9;
  int max_iterations = 200;  ///< rounds of pricing
  double max_seconds = kUnlimited;
  std::optional<Network> warm_start = std::nullopt;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit_shared_settings(s, visit);
    visit("warmStart", s.warm_start);
  }
};

using Result = Solution;  ///< its certificate holds over all patterns and widths

/// Global minimum of the problem's loss over networks of every width, with its proof.
/// In the plane (d <= 2) for any n; in more dimensions as long as n and d leave pricing affordable: about n = 100 at d = 3,
/// 30 at d = 8. Beyond, set max_seconds: the network is good all the same, and its bound valid, if not tight.
/// Throws InvalidArgument on bad input or settings.
Result solve(const Problem& problem, const Settings& settings = {});

/// The same as a run, for callers who must stay responsive, or want to watch the gap close. Throws as solve does.
std::unique_ptr<SolverRun> begin(const Problem& problem, const Settings& settings = {});

/// What begin returns, as a value.
class Solver {
 public:
  explicit Solver(const Problem& problem, const Settings& settings = {}) : method_(begin(problem, settings)) {}

  void advance(double seconds = kUnlimited) { method_->advance(seconds); }
  void advance(const Slice& slice) { method_->advance(slice); }
  bool finished() const { return method_->finished(); }
  Result result() const { return method_->result(); }

 private:
  std::unique_ptr<SolverRun> method_;
};

}  // namespace hcx::exact
