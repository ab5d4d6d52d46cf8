#include <algorithm>
#include <cmath>
#include <limits>

#include "network/objective.hpp"
#include "programme/mapping.hpp"
#include "programme/scaled_problem.hpp"
#include "response/responses.hpp"
#include "run/conclude.hpp"
#include "solvers/exact/either_dimension.hpp"
#include "solvers/exact/least_misfit_in_any_dimension.hpp"
#include "solvers/exact/master.hpp"
#include "solvers/exact/pricing.hpp"

namespace hcx::exact {
namespace {

constexpr std::size_t kAtomsPerRound = 8;  // the largest local maxima; many more stall, see README
constexpr double kLoose = 1e-2;            // the master's first precision, relative to b
constexpr double kLast = 1e-11;            // of b_max: below is nothing but rounding; without weight decay,
constexpr std::size_t kMostAtoms = 48;     // with so many atoms
constexpr int kMostRounds = 100;           // or rounds, the path is given up: a tenth of a second
constexpr double kSettled = 1e-3;          // of what the tolerance allows of a misfit that nothing can lower,
constexpr double kNothing = 1e-5;          // and of the zero network's loss where all can be fitted
constexpr double kViolated = 1e-13;        // relative excess over b that a new atom must have
constexpr double kTightest = 1e-15;        // the master's last precision

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
class PlaneSolver : public SolverRun {
 public:
  PlaneSolver(const Problem& given, const Settings& chosen)
      : SolverRun(limits_of(chosen)),
        problem_(given),
        settings_(chosen),
        tolerance_(chosen.tolerance),
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
    ready();
  }

  Solution result() const override;

 private:
  void step(const Slice& slice) override;
  bool done() const override { return level_ == path_.size(); }
  void pause() override { master_.trim(); }

  bool round(const Slice& slice);
  bool close_enough(const Vector& r) const;
  bool add_columns();
  void sharpen(bool columns_added);
  void finish_level();
  bool fits(const Vector& residual) const;
  bool costly() const { return master_.atoms().size() > kMostAtoms || iterations() >= kMostRounds; }
  void fall_back(Solution& result) const;

  Problem problem_;
  Settings settings_;
  Tolerance tolerance_;
  ScaledProblem scaled_;  ///< its b is that of the present level
  Circle circle_;
  Pricing pricing_;
  Master master_;
  std::vector<double> path_;  ///< values of b to solve for, in order
  std::size_t level_ = 0;
  double least_;               ///< without weight decay: the misfit of what no network can fit
  double precision_ = kLoose;  ///< of the master, relative to b: tightened as the gap closes
  bool stalled_ = false;
};

void PlaneSolver::step(const Slice& slice) {
  scaled_.b = path_[level_];
  if (round(slice)) finish_level();
  if (problem_.lambda == 0 && (fits(master_.residual()) || costly())) level_ = path_.size();
}

/// One round of column generation at the present b, or what of it there is time for. Returns whether that b is done.
bool PlaneSolver::round(const Slice& slice) {
  if (!master_.minimise(precision_, slice)) return false;  // the next slice goes on here
  count_iteration();
  const Vector r = master_.residual();
  pricing_.price(r);
  if (close_enough(r)) return true;
  sharpen(add_columns());
  return stalled_;
}

bool PlaneSolver::close_enough(const Vector& r) const {
  return tolerance_.closes(master_.value(), lower_bound(scaled_, r, pricing_.peak()), 0.5 * scaled_.y.squaredNorm());
}

/// Lets atoms go that want to leave their ray, and adds the candidates that promise most. Returns whether there were any.
bool PlaneSolver::add_columns() {
  std::vector<Candidate> candidates = pricing_.candidates(scaled_.b * (1 + kViolated));
  const int released = master_.release(pricing_);
  std::erase_if(candidates, [&](const Candidate& c) { return master_.occupied(c.sign, c.face); });
  if (candidates.size() > kAtomsPerRound) candidates.resize(kAtomsPerRound);
  if (!candidates.empty()) master_.add(candidates);
  return !candidates.empty() || released > 0;
}

/// The master need not be more precise than the gap deserves. Where nothing is left to add, only its own lack of precision can
/// hold the gap open.
void PlaneSolver::sharpen(bool columns_added) {
  if (columns_added) {
    const double violation = pricing_.peak() / scaled_.b - 1;
    precision_ = std::clamp(0.03 * violation, 0.01 * settings_.tolerance, kLoose);
  } else if (precision_ > kTightest) {
    precision_ *= 1e-3;
  } else {
    stalled_ = true;
  }
}

void PlaneSolver::finish_level() {
  ++level_;
  stalled_ = false;
  precision_ = kLoose;
}

/// Without weight decay: whether the neurons fit all that any can.
bool PlaneSolver::fits(const Vector& residual) const {
  const double misfit = 0.5 * residual.squaredNorm(), zero_network = 0.5 * scaled_.y.squaredNorm();
  return misfit - least_ <= settings_.tolerance * std::max(kSettled * misfit, kNothing * zero_network);
}

/// A solve that was stopped early never answers with less than what it had to begin with, nor, without weight decay, than what
/// can be written down.
void PlaneSolver::fall_back(Solution& result) const {
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
    if (own.lower_bound > result.certificate.lower_bound)
      result.certificate.lower_bound = own.lower_bound, result.certificate.dual = own.dual;
  }
}

Solution PlaneSolver::result() const {
  Solution result{};
  const double unit = scaled_.y_unit / scaled_.x_unit;
  for (const Atom& atom : master_.atoms())
    result.blocks.push_back({pattern_of(circle_, atom.face), atom.sign, unit * atom.u.head(problem_.X.cols())});
  result.network = to_network(result.blocks, problem_.X.cols());
  result.dual = scaled_.y_unit * master_.residual();
  result.certificate = certify(problem_, result.network, result.dual);
  fall_back(result);
  result.status = conclude(problem_, *this, tolerance_, result.certificate);
  result.iterations = iterations();
  result.newton_steps = master_.newton_steps();
  result.seconds = seconds();
  return result;
}

}  // namespace

std::unique_ptr<SolverRun> begin_in_plane(const Problem& problem, const Settings& settings) {
  return std::make_unique<PlaneSolver>(problem, settings);
}

}  // namespace hcx::exact
