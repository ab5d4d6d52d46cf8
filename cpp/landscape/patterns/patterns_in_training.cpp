#include "landscape/patterns/patterns_in_training.hpp"

#include <algorithm>
#include <utility>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "solvers/solve.hpp"

namespace hcx {
namespace {

constexpr int kMostSteps = 100'000;
constexpr long long kMostEntries = 100'000'000;

using Blocks = std::vector<std::pair<Pattern, signed char>>;

void require_good(const Problem& problem, const PatternsInTrainingSettings& s, Index width) {
  require_between(s.steps, 1, kMostSteps, "steps");
  require_tolerance(s.tolerance);
  const long long entries = (s.steps + 1LL) * width * problem.X.rows();
  if (entries > kMostEntries)
    throw InvalidArgument("(steps + 1) x width x rows of X is " + std::to_string(entries) + ", expected at most " +
                          std::to_string(kMostEntries));
}

signed char sign_of(double alpha) { return alpha < 0 ? -1 : 1; }

/// Each block once, in any order that is always the same; a neuron that sees nothing has none.
Blocks blocks_of(const std::vector<Pattern>& patterns, const Vector& alpha, BlockSigns signs) {
  Blocks blocks;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    if (patterns[i].active() == 0) continue;
    const signed char own = sign_of(alpha[static_cast<Index>(i)]);
    blocks.emplace_back(patterns[i], own);
    if (signs == BlockSigns::Both) blocks.emplace_back(patterns[i], -own);
  }
  std::sort(blocks.begin(), blocks.end());
  blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
  return blocks;
}

/// The best network of the step before is the start of the search.
SolveResult optimum_over(const Problem& problem, const Blocks& blocks, double tolerance, const Network& before) {
  SolveSettings settings{.tolerance = tolerance};
  settings.patterns.from = PatternChoice::From::Given;
  settings.signs.both = false;
  for (const auto& [pattern, sign] : blocks) {
    settings.patterns.given.push_back(pattern);
    settings.signs.given.push_back(sign);
  }
  if (before.width() > 0) settings.warm_start = before;
  return solve(problem, settings);
}

}  // namespace

struct PatternsInTrainingRun::State {
  State(const Problem& problem, const PatternsInTrainingSettings& s)
      : settings(s), session(problem, s), best{Matrix(0, problem.X.cols()), Vector(0)} {}

  PatternsInTrainingSettings settings;
  TrainingSession session;
  Blocks blocks;
  Network best;  ///< over the blocks
  PatternsInTraining seen;
};

PatternsInTrainingRun::PatternsInTrainingRun(const Problem& problem, const PatternsInTrainingSettings& settings)
    : state_(std::make_unique<State>(problem, settings)) {
  require_good(problem, settings, state_->session.width());
  look();
  ready();
}

PatternsInTrainingRun::~PatternsInTrainingRun() = default;

bool PatternsInTrainingRun::done() const {
  return state_->session.diverged() || state_->session.steps() >= state_->settings.steps;
}

void PatternsInTrainingRun::step(const Slice&) {
  const auto before = state_->session.steps();
  state_->session.step(1);
  if (state_->session.steps() > before) look();
  state_->seen.status = state_->session.diverged() ? TrainingStatus::Diverged : TrainingStatus::Running;
}

/// Takes down the present step.
void PatternsInTrainingRun::look() {
  State& s = *state_;
  const std::vector<Pattern> patterns = s.session.patterns();
  const Vector alpha = s.session.network().alpha;
  s.seen.loss.push_back(s.session.loss());
  int unique = 0;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const auto first = std::find(patterns.begin(), patterns.end(), patterns[i]) - patterns.begin();
    unique += first == static_cast<std::ptrdiff_t>(i);
    s.seen.group.push_back(static_cast<int>(first));
    s.seen.sign.push_back(sign_of(alpha[static_cast<Index>(i)]));
    for (Index j = 0; j < patterns[i].size(); ++j) s.seen.on.push_back(patterns[i][j]);
  }
  s.seen.unique.push_back(unique);

  Blocks blocks = blocks_of(patterns, alpha, s.settings.signs);
  if (!s.seen.optimum.empty() && blocks == s.blocks) {
    s.seen.optimum.push_back(s.seen.optimum.back());
    s.seen.lower_bound.push_back(s.seen.lower_bound.back());
    return;
  }
  s.blocks = std::move(blocks);
  if (s.blocks.empty()) {  // only the zero network is left
    const double zero = s.session.problem().zero_network_loss();
    s.best = Network{Matrix(0, s.best.W.cols()), Vector(0)};
    s.seen.optimum.push_back(zero);
    s.seen.lower_bound.push_back(zero);
    return;
  }
  const SolveResult solved = optimum_over(s.session.problem(), s.blocks, s.settings.tolerance, s.best);
  ++s.seen.programmes;
  s.best = solved.network;
  s.seen.optimum.push_back(solved.certificate.objective);
  s.seen.lower_bound.push_back(solved.certificate.lower_bound);
}

const PatternsInTraining& PatternsInTrainingRun::result() const { return state_->seen; }

PatternsInTraining patterns_in_training(const Problem& problem, const PatternsInTrainingSettings& settings) {
  PatternsInTrainingRun run(problem, settings);
  run.advance();
  return run.result();
}

}  // namespace hcx
