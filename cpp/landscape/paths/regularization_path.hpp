/// The certified optimum over every activation pattern as a function of the weight decay.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/problem.hpp"
#include "core/status.hpp"
#include "landscape/paths/neuron_lives.hpp"
#include "run/run.hpp"

namespace hcx {

/// Either a list of lambdas or `count` of them from `from` to `to` in equal steps of log lambda.
struct RegularizationSettings {
  std::optional<Vector> lambdas = std::nullopt;  ///< 1 to 1000 finite numbers >= 0, in any order
  std::optional<double> from = std::nullopt;     ///< > 0; default largest_lambda
  std::optional<double> to = std::nullopt;       ///< > 0; default 1e-4 largest_lambda
  std::optional<int> count = std::nullopt;       ///< 1 to 1000; default 60
  double tolerance = 1e-9;                       ///< of every point, see run/settings
  double max_seconds = kUnlimited;               ///< for the whole path, see run/settings

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("lambdas", s.lambdas);
    visit("from", s.from);
    visit("to", s.to);
    visit("count", s.count);
    visit("tolerance", s.tolerance);
    visit("maxSeconds", s.max_seconds);
  }
};

/// The optimum at one lambda.
struct RegularizationPoint {
  double lambda;
  double objective, data_loss, penalty;  ///< of the network: objective = data_loss + penalty
  double lower_bound;                    ///< on every network's loss at this lambda: proven by the certificate
  Status status;
  NamedNetwork neurons;  ///< the network, and how its neurons came to be since the point before
  int newton_steps;

  double gap() const { return objective > lower_bound ? objective - lower_bound : 0.0; }

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit(s.neurons.network);
    visit("lambda", s.lambda);
    visit("objective", s.objective);
    visit("dataLoss", s.data_loss);
    visit("penalty", s.penalty);
    visit("lowerBound", s.lower_bound);
    visit("gap", s.gap());
    visit("status", s.status);
    visit("ids", s.neurons.ids);
    visit("atPoint", s.neurons.at_point);
    visit("events", s.neurons.events);
    visit("newtonSteps", s.newton_steps);
  }
};

struct RegularizationPath {
  double lambda_max;                        ///< largest_lambda: from here on the zero network is optimal
  std::vector<RegularizationPoint> points;  ///< largest lambda first
  Status status;  ///< Optimal: every point is. TimeLimit: points are missing, or the last one is unfinished

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("lambdaMax", s.lambda_max);
    visit("points", s.points);
    visit("status", s.status);
  }
};

/// The path, largest lambda first: each point is solved and certified by exact::solve, started from the point before. On the way the objective falls and is concave in lambda (it is the least of the
/// networks' losses, which are affine in lambda), the data loss does not rise.
/// Cost: a few Newton steps a point where the support stays. Throws InvalidArgument on a bad problem or bad settings.
RegularizationPath regularization_path(const Problem& problem, const RegularizationSettings& settings = {});

/// The same, a slice of time at a time.
class RegularizationTracer : public Run {
 public:
  /// Throws as regularization_path does.
  explicit RegularizationTracer(const Problem& problem, const RegularizationSettings& settings = {});
  ~RegularizationTracer() override;

  /// The points that are done; status TimeLimit while unfinished.
  RegularizationPath result() const;

 private:
  void step(const Slice& slice) override;
  bool done() const override;
  void begin_point();
  void end_point();

  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hcx
