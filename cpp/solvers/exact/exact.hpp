/// The certified global optimum over every activation pattern: column generation with exact pricing.
#pragma once

#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "certificate/certificate.hpp"
#include "core/problem.hpp"
#include "core/status.hpp"
#include "network/network.hpp"
#include "programme/programme.hpp"
#include "solvers/stopping.hpp"

namespace hcx::exact {

class Running;

struct Settings {
  /// Optimal when gap <= tolerance * max(objective, 0.001 * loss of the zero network), in (0, 1); see aimed_gap for the aim.
  double tolerance = 1e-9;
  int max_iterations = 200;                                      ///< rounds of pricing, >= 1
  double max_seconds = std::numeric_limits<double>::infinity();  ///< wall clock, > 0
  std::optional<Network> warm_start = std::nullopt;  ///< a network to start from, e.g. the answer before a point moved

  /// What the gap may be at an objective of `value`.
  double allowed_gap(double value, double zero_network) const {
    return hcx::allowed_gap(tolerance, value, zero_network);
  }

  /// What the solver aims at there.
  double aimed_gap(double value, double zero_network) const { return hcx::aimed_gap(tolerance, value, zero_network); }

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("tolerance", s.tolerance);
    visit("maxIterations", s.max_iterations);
    visit("maxSeconds", s.max_seconds);
    visit("warmStart", s.warm_start);
  }
};

struct Result {
  Status status;
  Network network;            ///< at most n neurons, balanced: ||w_i|| = |alpha_i|
  std::vector<Block> blocks;  ///< the same as a point of the convex programme, one block a neuron
  Vector dual;                ///< theta: with the network, all that the proof needs; n values in the units of y
  Certificate certificate;    ///< over all patterns and widths
  int iterations = 0;         ///< rounds of pricing
  int newton_steps = 0;
  double seconds = 0;
};

/// Global minimum of the problem's loss over networks of every width, with its proof.
/// In the plane (d <= 2) for any n; in more dimensions as long as n and d leave pricing affordable: about n = 100 at d = 3,
/// 30 at d = 8. Beyond, set max_seconds: the network is good all the same, and its bound valid, if not tight.
/// Throws InvalidArgument on bad input or settings.
Result solve(const Problem& problem, const Settings& settings = {});

/// The same, a slice of time at a time: for callers who must stay responsive, or want to watch the gap close.
class Solver {
 public:
  /// Throws as solve does.
  explicit Solver(const Problem& problem, const Settings& settings = {});
  ~Solver();
  Solver(const Solver&) = delete;
  Solver& operator=(const Solver&) = delete;

  /// Works for about `seconds` more (at least one round) or until there is nothing left to do.
  void advance(double seconds = std::numeric_limits<double>::infinity());
  bool finished() const;
  /// The best network so far and its true gap; status TimeLimit while unfinished.
  Result result() const;

 private:
  std::unique_ptr<Running> running_;
};

}  // namespace hcx::exact
