/// The convex programme over given activation patterns, to high accuracy, with its proof.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "core/problem.hpp"
#include "network/network.hpp"
#include "patterns/pattern_set.hpp"
#include "run/solver_run.hpp"

namespace hcx::fixed_patterns {

/// How the programme is attacked.
enum class Method {
  Auto,                 ///< interior point when cold, active sets first when warm, and last where the faces are few
  InteriorPoint,        ///< interior point to a few digits, then the augmented Lagrangian to the last ones
  AugmentedLagrangian,  ///< semismooth Newton on the augmented Lagrangian alone
  ActiveSets,           ///< full Newton steps on the faces that the last one led to, then the interior point if need be
};

constexpr std::string_view to_string(Method method) {
  switch (method) {  // no default: a new enumerator is a warning here
    case Method::Auto: return "auto";
    case Method::InteriorPoint: return "interior-point";
    case Method::AugmentedLagrangian: return "augmented-lagrangian";
    case Method::ActiveSets: return "active-sets";
  }
  return "";
}

/// See run/settings for what these mean.
struct Settings {
  double tolerance = 1e-9;
  int max_iterations = 1000;  ///< steps of whichever method is at work
  double max_seconds = kUnlimited;
  std::optional<Network> warm_start = std::nullopt;
  Method method = Method::Auto;
};

using Result = Solution;  ///< its certificate holds over the given patterns; one neuron a nonzero block

/// Global minimum over the networks whose neurons have the given patterns and signs.
/// Patterns that no direction realises are allowed: their cone is a face of others', or zero.
/// Throws InvalidArgument on bad input or settings.
Result solve(const Problem& problem, const PatternSet& patterns, const Settings& settings = {});

/// The same as a run.
class Solver : public SolverRun {
 public:
  /// Throws as solve does.
  Solver(const Problem& problem, const PatternSet& patterns, const Settings& settings = {});
  ~Solver() override;

  Result result() const override;

 private:
  void step(const Slice& slice) override;
  bool done() const override;
  std::vector<Block> blocks_of(const Eigen::MatrixXd& U) const;

  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hcx::fixed_patterns
