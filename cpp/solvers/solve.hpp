/// One door to the solvers: which patterns and signs the programme has, and which method solves it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "certificate/column_units.hpp"
#include "core/problem.hpp"
#include "network/network.hpp"
#include "patterns/choice.hpp"
#include "run/solver_run.hpp"

namespace hcx {

/// The solver's name when the choice is left to us: exact for all patterns, else interior point, or active sets from a warm
/// start.
inline constexpr std::string_view kAutomatic = "auto";

struct SolveSettings {
  PatternChoice patterns = {};
  SignChoice signs = {};
  std::string solver{kAutomatic};  ///< or the name of an entry of solvers/registry
  int count = 500;                 ///< directions drawn when patterns are sampled, 1 .. 10^7
  std::int64_t seed = 0;           ///< of the draw, 0 .. 2^53 - 1
  // See run/settings for what these mean.
  double tolerance = 1e-9;
  int max_iterations = 1000;  ///< rounds of pricing or steps of a method
  double max_seconds = kUnlimited;
  std::optional<Network> warm_start = std::nullopt;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("patterns", s.patterns);
    visit("signs", s.signs);
    visit("solver", s.solver);
    visit("count", s.count);
    visit("seed", s.seed);
    visit_shared_settings(s, visit);
    visit("warmStart", s.warm_start);
  }
};

struct SolveResult : Solution {
  bool all_patterns;   ///< whether the certificate holds over every pattern, or over the programme's
  std::string solver;  ///< the name of the one that ran

  /// Of each neuron.
  std::vector<Pattern> patterns() const {
    std::vector<Pattern> patterns;
    for (const Block& block : blocks) patterns.push_back(block.pattern);
    return patterns;
  }

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit(s.network);
    visit("status", s.status);
    Certificate::fields(s.certificate, visit);
    visit("patterns", s.patterns());
    visit("iterations", s.iterations);
    visit("newtonSteps", s.newton_steps);
    visit("seconds", s.seconds);
    visit("solver", s.solver);
    visit("certifiedFor", s.all_patterns ? "all-patterns" : "given-patterns");
  }
};

/// The convex programme equivalent to training, solved and certified.
/// Throws InvalidArgument on bad input or settings, or when all patterns are to be enumerated and are too many.
SolveResult solve(const Problem& problem, const SolveSettings& settings = {});

/// The same as a run.
class SolveRun {
 public:
  /// Throws as solve does.
  explicit SolveRun(const Problem& problem, const SolveSettings& settings = {});

  /// Works for about `seconds` more (at least one step) or until there is nothing left to do.
  void advance(double seconds = kUnlimited) { method_->advance(seconds); }
  bool finished() const { return method_->finished(); }
  /// The best network so far and its true gap.
  SolveResult result() const;

 private:
  Problem problem_;                   ///< the caller's, where it is solved in other units
  std::optional<ColumnUnits> units_;  ///< those units
  bool all_patterns_ = false;
  std::string solver_;
  std::unique_ptr<SolverRun> method_;
};

}  // namespace hcx
