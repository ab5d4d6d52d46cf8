/// One door to the solvers: which patterns and signs the programme has, and which method solves it.
#pragma once

#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "certificate/certificate.hpp"
#include "certificate/column_units.hpp"
#include "core/problem.hpp"
#include "core/status.hpp"
#include "network/network.hpp"
#include "patterns/choice.hpp"
#include "programme/programme.hpp"

namespace hcx {

enum class SolverChoice {
  Auto,                 ///< exact for all patterns, else interior point, or active sets from a warm start
  Exact,                ///< column generation over every pattern
  InteriorPoint,        ///< over listed patterns, sampled ones or all of them enumerated
  AugmentedLagrangian,  ///< the same
  ActiveSets,           ///< the same
};

constexpr std::string_view to_string(SolverChoice choice) {
  switch (choice) {  // no default: a new enumerator is a warning here
    case SolverChoice::Auto: return "auto";
    case SolverChoice::Exact: return "exact";
    case SolverChoice::InteriorPoint: return "interior-point";
    case SolverChoice::AugmentedLagrangian: return "augmented-lagrangian";
    case SolverChoice::ActiveSets: return "active-sets";
  }
  return "";
}

struct SolveSettings {
  PatternChoice patterns = {};
  SignChoice signs = {};
  SolverChoice solver = SolverChoice::Auto;
  int count = 500;        ///< directions drawn when patterns are sampled, 1 .. 10^7
  std::int64_t seed = 0;  ///< of the draw, 0 .. 2^53 - 1
  /// Optimal when gap <= tolerance * max(objective, 0.001 * loss of the zero network), in (0, 1); see aimed_gap for the aim.
  double tolerance = 1e-9;
  int max_iterations = 1000;                                     ///< rounds of pricing or steps of a method, >= 1
  double max_seconds = std::numeric_limits<double>::infinity();  ///< wall clock, > 0
  std::optional<Network> warm_start = std::nullopt;              ///< a network to start from

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("patterns", s.patterns);
    visit("signs", s.signs);
    visit("solver", s.solver);
    visit("count", s.count);
    visit("seed", s.seed);
    visit("tolerance", s.tolerance);
    visit("maxIterations", s.max_iterations);
    visit("maxSeconds", s.max_seconds);
    visit("warmStart", s.warm_start);
  }
};

struct SolveResult {
  Status status;
  Network network;            ///< balanced: ||w_i|| = |alpha_i|
  std::vector<Block> blocks;  ///< the same as a point of the convex programme, one block a neuron
  Vector dual;                ///< theta: with the network, all that the proof needs; n values in the units of y
  Certificate certificate;
  bool all_patterns;    ///< whether the certificate holds over every pattern, or over the programme's
  SolverChoice solver;  ///< the one that ran
  int iterations;
  int newton_steps;
  double seconds;

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
    visit("dual", s.dual);
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

/// The same, a slice of time at a time.
class SolveRun {
 public:
  class Method;

  /// Throws as solve does.
  explicit SolveRun(const Problem& problem, const SolveSettings& settings = {});
  ~SolveRun();
  SolveRun(const SolveRun&) = delete;
  SolveRun& operator=(const SolveRun&) = delete;

  /// Works for about `seconds` more (at least one step) or until there is nothing left to do.
  void advance(double seconds = std::numeric_limits<double>::infinity());
  bool finished() const;
  /// The best network so far and its true gap.
  SolveResult result() const;

 private:
  void begin(const Problem& problem, const Matrix& callers_X, const SolveSettings& settings);

  Problem problem_;                   ///< the caller's, where it is solved in other units
  std::optional<ColumnUnits> units_;  ///< those units
  std::unique_ptr<Method> method_;
};

}  // namespace hcx
