#include "landscape/paths/descent_search.hpp"

#include "core/checks.hpp"

namespace hcx {
namespace {

/// A path to a coarser optimum may end just before it, where the loss would begin to rise.
constexpr double kTargetTolerance = 1e-13;

}  // namespace

DescentSearch::DescentSearch(const Problem& problem, const Network& start, const DescentSettings& settings)
    : problem_(problem), start_(start), settings_(settings) {
  if (settings.samples != 0) require_between(settings.samples, 2, 1'000'000, "samples");
  validate(problem);
  validate(start, problem.X.cols());
  if (settings.target) return;
  SolveSettings close;
  close.tolerance = kTargetTolerance;
  solver_.emplace(problem, close);
}

void DescentSearch::advance(double seconds) {
  if (finished()) return;
  if (solver_) {
    solver_->advance(seconds);
    if (!solver_->finished()) return;
    settings_.target = solver_->result().network;
    solver_.reset();
    return;  // the path is laid in a slice of its own
  }
  DescentResult result{descent_path(problem_, start_, *settings_.target), start_.width(), problem_.X.cols(), {}};
  if (settings_.samples > 0) result.samples = loss_along(problem_, result.path, settings_.samples);
  result_ = std::move(result);
}

}  // namespace hcx
