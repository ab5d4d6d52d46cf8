/// The convex programme over given activation patterns, to high accuracy, with its proof.
#pragma once

#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "certificate/certificate.hpp"
#include "core/problem.hpp"
#include "core/status.hpp"
#include "network/network.hpp"
#include "patterns/pattern_set.hpp"
#include "programme/programme.hpp"

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

struct Settings {
  /// Optimal when gap <= tolerance * max(objective, 0.001 * loss of the zero network), in (0, 1); see aimed_gap for the aim.
  double tolerance = 1e-9;
  int max_iterations = 1000;                                     ///< steps of either method, >= 1
  double max_seconds = std::numeric_limits<double>::infinity();  ///< wall clock, > 0
  std::optional<Network> warm_start = std::nullopt;              ///< e.g. the answer before a pattern changed
  Method method = Method::Auto;
};

struct Result {
  Status status;
  Network network;            ///< one neuron a nonzero block, balanced: ||w_i|| = |alpha_i|
  std::vector<Block> blocks;  ///< the same as a point of the convex programme
  Vector dual;                ///< theta: with the network, all that the proof needs; n values in the units of y
  Certificate certificate;    ///< over the given patterns
  int iterations = 0;         ///< interior-point and Newton steps
  double seconds = 0;
};

/// Global minimum over the networks whose neurons have the given patterns and signs.
/// Patterns that no direction realises are allowed: their cone is a face of others', or zero.
/// Throws InvalidArgument on bad input or settings.
Result solve(const Problem& problem, const PatternSet& patterns, const Settings& settings = {});

/// The same, a slice of time at a time.
class Solver {
 public:
  /// Throws as solve does.
  Solver(const Problem& problem, const PatternSet& patterns, const Settings& settings = {});
  ~Solver();
  Solver(const Solver&) = delete;
  Solver& operator=(const Solver&) = delete;

  /// Works for about `seconds` more (at least one step) or until there is nothing left to do.
  void advance(double seconds = std::numeric_limits<double>::infinity());
  bool finished() const;
  /// The best network so far and its true gap; status TimeLimit while unfinished.
  Result result() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hcx::fixed_patterns
