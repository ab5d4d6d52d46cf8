#include "solvers/exact/exact.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "convex/mapping.hpp"
#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "solvers/exact/master.hpp"
#include "solvers/exact/pricing.hpp"
#include "solvers/exact/scaled_problem.hpp"

namespace hcx::exact {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kAtomsPerRound = 8;   // the largest local maxima; many more stall, see README
constexpr double kFloor = 1e-3;             // of the zero network's loss: below it the gap is measured absolutely

void validate(const Settings& settings, const Problem& problem) {
  if (!(settings.tolerance > 0 && settings.tolerance < 1))
    throw InvalidArgument("tolerance is " + to_text(settings.tolerance) + ", expected a number between 0 and 1");
  require_between(settings.max_iterations, 1, 1'000'000, "maxIterations");
  if (!(settings.max_seconds > 0))
    throw InvalidArgument("maxSeconds is " + to_text(settings.max_seconds) + ", expected a number > 0");
  if (settings.warm_start) hcx::validate(*settings.warm_start, problem.X.cols());
}

/// Lower bound on the scaled problem from the residual: the certificate's formula, on the solver's own pricing.
double lower_bound(const ScaledProblem& p, const Vector& r, double peak) {
  const double square = r.squaredNorm();
  if (square == 0) return 0;
  const double limit = p.b / peak;
  const double t = std::clamp(r.dot(p.y) / square, -limit, limit);
  return t * r.dot(p.y) - 0.5 * t * t * square;
}

void warm_start(Master& master, const ScaledProblem& p, const Problem& problem, const Network& network) {
  for (const Block& block : to_blocks(problem.X, network)) {
    Point u = Point::Zero();
    u.head(block.u.size()) = block.u * (p.x_unit / p.y_unit);
    if (u.norm() > 0 && u.allFinite()) master.add(block.sign, u);
  }
}

/// What the gap may be at an objective of `value`.
double allowed_gap(const Settings& settings, double value, double zero_network) {
  return settings.tolerance * std::max(value, kFloor * zero_network);
}

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// Rounds of pricing until the gap closes. Returns why it stopped.
Status optimise(Master& master, Pricing& pricing, const ScaledProblem& p, const Settings& settings,
                Clock::time_point start, int& iterations) {
  const double zero_network = 0.5 * p.y.squaredNorm();
  double precision = 1e-2;  // of the master: relative to b, tightened as the gap closes
  while (iterations < settings.max_iterations) {
    ++iterations;
    master.minimise(precision);
    pricing.price(master.residual());
    const double value = master.value(), gap = value - lower_bound(p, master.residual(), pricing.peak());
    // Half: the certificate also charges for rounding.
    if (gap <= 0.5 * allowed_gap(settings, value, zero_network)) return Status::Optimal;
    if (seconds_since(start) > settings.max_seconds) return Status::TimeLimit;

    std::vector<Candidate> candidates = pricing.candidates(p.b * (1 + 1e-13));
    const int released = master.release(pricing);
    std::erase_if(candidates, [&](const Candidate& c) { return master.occupied(c.sign, c.face); });
    if (candidates.size() > kAtomsPerRound) candidates.resize(kAtomsPerRound);
    if (!candidates.empty()) master.add(candidates);

    const double violation = pricing.peak() / p.b - 1;
    if (candidates.empty() && released == 0) {
      if (precision <= 1e-15) return Status::Stalled;
      precision *= 1e-3;
    } else {
      precision = std::clamp(0.03 * violation, 0.01 * settings.tolerance, 1e-2);
    }
  }
  return Status::IterationLimit;
}

/// Without weight decay there is no kink to stop at: follow the path of solutions down to a b at which the misfit that is
/// left, of order b^2, is below rounding.
Status optimise_unpenalised(Master& master, Pricing& pricing, ScaledProblem& p, const Settings& settings,
                            Clock::time_point start, int& iterations) {
  pricing.price(p.y);
  const double b_max = pricing.peak();
  Status status = Status::Optimal;
  for (const double fraction : {1e-2, 1e-4, 1e-6, 1e-8, 1e-10}) {
    p.b = fraction * b_max;
    if (b_max > 0) status = optimise(master, pricing, p, settings, start, iterations);
    if (status == Status::TimeLimit || status == Status::IterationLimit) break;
  }
  return status;
}

}  // namespace

Result solve(const Problem& problem, const Settings& settings) {
  hcx::validate(problem);
  validate(settings, problem);
  const auto start = Clock::now();
  ScaledProblem scaled(problem);
  const Circle circle(scaled.X);
  Pricing pricing(scaled.X, circle);
  Master master(scaled, circle);
  Result result{};
  if (settings.warm_start) warm_start(master, scaled, problem, *settings.warm_start);
  const Status stopped =
      problem.lambda > 0
          ? optimise(master, pricing, scaled, settings, start, result.iterations)
          : optimise_unpenalised(master, pricing, scaled, settings, start, result.iterations);

  const double unit = scaled.y_unit / scaled.x_unit;
  for (const Atom& atom : master.atoms())
    result.blocks.push_back({pattern_of(circle, atom.face), atom.sign, unit * atom.u.head(problem.X.cols())});
  result.network = to_network(result.blocks, problem.X.cols());
  result.dual = scaled.y_unit * master.residual();
  result.certificate = certify(problem, result.network, result.dual);
  // The certificate, not the solver, says whether this is the optimum.
  const double zero_network = problem.misfit_factor() * problem.y.squaredNorm();
  const bool proven = result.certificate.gap() <= allowed_gap(settings, result.certificate.objective, zero_network);
  result.status = proven ? Status::Optimal : stopped == Status::Optimal ? Status::Stalled : stopped;
  result.newton_steps = master.newton_steps();
  result.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  return result;
}

}  // namespace hcx::exact
