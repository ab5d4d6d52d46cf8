#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

#include "network/objective.hpp"
#include "programme/mapping.hpp"
#include "programme/scaled_problem.hpp"
#include "response/responses.hpp"
#include "solvers/exact/least_misfit_in_any_dimension.hpp"
#include "solvers/exact/master.hpp"
#include "solvers/exact/pricing.hpp"
#include "solvers/exact/running.hpp"

namespace hcx::exact {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kAtomsPerRound = 8;  // the largest local maxima; many more stall, see README
constexpr double kLoose = 1e-2;            // the master's first precision, relative to b
constexpr double kLast = 1e-11;            // of b_max: below is nothing but rounding; without weight decay,
constexpr std::size_t kMostAtoms = 48;     // with so many atoms
constexpr int kMostRounds = 100;           // or rounds, the path is given up: a tenth of a second
constexpr double kSettled = 1e-3;          // of what the tolerance allows of a misfit that nothing can lower,
constexpr double kNothing = 1e-5;          // and of the zero network's loss where all can be fitted
constexpr double kDirect = 1e-5;           // of b_max: a smaller b is approached from larger ones

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
    u.head(block.u.size()) = block.u * p.x_unit / p.y_unit;
    const double length = u.norm();
    if (length > 0 && std::isfinite(length)) master.add(block.sign, u);
  }
}

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// The values of b to solve for, largest first: a small b is approached along the path of solutions. Without weight decay a
/// network of least misfit is known at once; what the path has to give is one with few neurons and small weights.
std::vector<double> levels(const ScaledProblem& p, Pricing& pricing, bool warm) {
  pricing.price(p.y);
  const double b_max = pricing.peak();
  if (p.b > 0 && (warm || p.b >= kDirect * b_max)) return {p.b};
  std::vector<double> path;
  const double least = std::max(p.b, kLast * b_max);
  for (double fraction = 1e-2; fraction * b_max > least; fraction *= 1e-2) path.push_back(fraction * b_max);
  if (p.b > 0) path.push_back(p.b);
  return path;
}

/// Column generation over the sectors of the circle. See the README.
class PlaneSolver : public Running {
 public:
  PlaneSolver(const Problem& given, const Settings& chosen)
      : problem_(given),
        settings_(chosen),
        scaled_(scaled_in_the_plane(given, "solving over every pattern")),
        circle_(scaled_.X),
        pricing_(scaled_.X, circle_),
        master_(scaled_, circle_),
        path_(levels(scaled_, pricing_, chosen.warm_start.has_value())),
        least_(given.lambda > 0 ? 0 : 0.5 * responses_on_circle(scaled_.X, 2).unfittable(scaled_.y).squaredNorm()) {
    // Without weight decay a wide network is as quickly written down; fall_back() knows this one.
    const Index most = given.lambda > 0 ? std::numeric_limits<Index>::max() : static_cast<Index>(kMostAtoms);
    if (settings_.warm_start && settings_.warm_start->width() <= most)
      warm_start(master_, scaled_, problem_, *settings_.warm_start);
    seconds_ = seconds_since(created_);
  }

  void advance(double seconds) override;
  bool finished() const override;
  Result result() const override;

 private:
  bool round(Clock::time_point end);
  bool fits(const Vector& residual) const;
  bool costly() const { return master_.atoms().size() > kMostAtoms || iterations_ >= kMostRounds; }
  Status stopped() const;
  void fall_back(Result& result) const;

  const Clock::time_point created_ = Clock::now();
  Problem problem_;
  Settings settings_;
  ScaledProblem scaled_;
  Circle circle_;
  Pricing pricing_;
  Master master_;
  std::vector<double> path_;  ///< values of b still to be solved for, in order
  std::size_t level_ = 0;
  double least_;               ///< without weight decay: the misfit of what no network can fit
  double precision_ = kLoose;  ///< of the master, relative to b: tightened as the gap closes
  bool stalled_ = false;
  int iterations_ = 0;
  double seconds_ = 0;
};

/// One round of column generation at the present b, or what of it there is time for. Returns whether that b is done.
bool PlaneSolver::round(Clock::time_point end) {
  scaled_.b = path_[level_];
  if (!master_.minimise(precision_, end)) return false;  // the next slice goes on here
  ++iterations_;
  const Vector r = master_.residual();
  pricing_.price(r);
  const double value = master_.value(), gap = value - lower_bound(scaled_, r, pricing_.peak());
  // Half: the certificate also charges for rounding.
  if (gap <= 0.5 * settings_.aimed_gap(value, 0.5 * scaled_.y.squaredNorm())) return true;

  std::vector<Candidate> candidates = pricing_.candidates(scaled_.b * (1 + 1e-13));
  const int released = master_.release(pricing_);
  std::erase_if(candidates, [&](const Candidate& c) { return master_.occupied(c.sign, c.face); });
  if (candidates.size() > kAtomsPerRound) candidates.resize(kAtomsPerRound);
  if (!candidates.empty()) master_.add(candidates);

  if (!candidates.empty() || released > 0) {
    const double violation = pricing_.peak() / scaled_.b - 1;
    precision_ = std::clamp(0.03 * violation, 0.01 * settings_.tolerance, kLoose);
  } else if (precision_ > 1e-15) {
    precision_ *= 1e-3;
  } else {
    stalled_ = true;
  }
  return stalled_;
}

/// Without weight decay: whether the neurons fit all that any can.
bool PlaneSolver::fits(const Vector& residual) const {
  const double misfit = 0.5 * residual.squaredNorm(), zero_network = 0.5 * scaled_.y.squaredNorm();
  return misfit - least_ <= settings_.tolerance * std::max(kSettled * misfit, kNothing * zero_network);
}

/// A solve that was stopped early never answers with less than what it had to begin with, nor, without weight decay, than what
/// can be written down.
void PlaneSolver::fall_back(Result& result) const {
  const Network zero{Matrix(0, problem_.X.cols()), Vector(0)};
  const bool written =
      problem_.lambda == 0 && !fits((problem_.y - predict(result.network, problem_.X)) / scaled_.y_unit);
  const Network least = written ? least_misfit(problem_.X, problem_.y) : zero;
  for (const Network& known : {settings_.warm_start.value_or(zero), least, zero}) {
    const Network merged = merge(problem_.X, known);
    if (merged.width() > problem_.X.rows() || evaluate(problem_, merged).objective >= result.certificate.objective)
      continue;
    result.blocks = to_blocks(problem_.X, merged);
    result.network = to_network(result.blocks, problem_.X.cols());
    const Certificate own = certify(problem_, result.network, result.dual);
    result.certificate.objective = own.objective;
    result.certificate.lower_bound = std::max(result.certificate.lower_bound, own.lower_bound);
  }
}

Status PlaneSolver::stopped() const {
  if (level_ < path_.size())
    return iterations_ >= settings_.max_iterations ? Status::IterationLimit : Status::TimeLimit;
  return stalled_ ? Status::Stalled : Status::Optimal;
}

bool PlaneSolver::finished() const {
  return level_ == path_.size() || iterations_ >= settings_.max_iterations || seconds_ >= settings_.max_seconds;
}

void PlaneSolver::advance(double seconds) {
  const double end = std::min(seconds_ + seconds, settings_.max_seconds);
  const auto start = Clock::now();
  const double before = seconds_;
  constexpr double never = 1e9;
  const auto stop = start + std::chrono::duration_cast<Clock::duration>(
                                std::chrono::duration<double>(std::clamp(end - before, 0.0, never)));
  while (!finished()) {
    if (round(stop)) ++level_, stalled_ = false, precision_ = kLoose;
    if (problem_.lambda == 0 && (fits(master_.residual()) || costly())) level_ = path_.size();
    seconds_ = before + seconds_since(start);
    if (seconds_ >= end) break;
  }
  master_.trim();
}

Result PlaneSolver::result() const {
  Result result{};
  const double unit = scaled_.y_unit / scaled_.x_unit;
  for (const Atom& atom : master_.atoms())
    result.blocks.push_back({pattern_of(circle_, atom.face), atom.sign, unit * atom.u.head(problem_.X.cols())});
  result.network = to_network(result.blocks, problem_.X.cols());
  result.dual = scaled_.y_unit * master_.residual();
  result.certificate = certify(problem_, result.network, result.dual);
  fall_back(result);
  // The certificate, not the solver, says whether this is the optimum.
  const double zero_network = problem_.misfit_factor() * problem_.y.squaredNorm();
  const double gap = result.certificate.objective - result.certificate.lower_bound;
  const bool proven = std::abs(gap) <= settings_.allowed_gap(result.certificate.objective, zero_network);
  result.certificate.lower_bound = std::min(result.certificate.lower_bound, result.certificate.objective);
  const Status reason = stopped();
  result.status = proven ? Status::Optimal : reason == Status::Optimal ? Status::Stalled : reason;
  result.iterations = iterations_;
  result.newton_steps = master_.newton_steps();
  result.seconds = seconds_;
  return result;
}

}  // namespace

std::unique_ptr<Running> in_the_plane(const Problem& problem, const Settings& settings) {
  return std::make_unique<PlaneSolver>(problem, settings);
}

}  // namespace hcx::exact
