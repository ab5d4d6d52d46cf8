/// How a session takes over a state, or goes on with other data.
#include <string>
#include <string_view>
#include <utility>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "training/session.hpp"

namespace hcx {
namespace {

/// "velocity has 0 values, expected 40 (weights of this run): the snapshot is of another optimizer"
void require_moment(const Network& moment, bool kept, const Network& network, std::string_view name) {
  const Index expected = kept ? network.W.size() + network.alpha.size() : 0,
              found = moment.W.size() + moment.alpha.size();
  if (found != expected)
    throw InvalidArgument(std::string(name) + " has " + counted(found, "value") + ", expected " +
                          std::to_string(expected) + " (what this run's optimizer remembers)");
  if (!kept) return;
  validate(moment, network.W.cols());
}

}  // namespace

void TrainingSession::restore(const TrainingSnapshot& snapshot) {
  require_between(snapshot.steps, 0, kLargestInteger, "steps");
  require_length(snapshot.network.width(), width(), "alpha", "neurons of this run");
  require_matching(snapshot.network, problem_);
  const UpdateRule rule(settings_.rule);
  require_moment(snapshot.velocity, rule.keeps_velocity(), snapshot.network, "velocity");
  require_moment(snapshot.squares, rule.keeps_squares(), snapshot.network, "squares");
  kernel_ = kernel_for(snapshot.network);
  kernel_.set_moments(snapshot.velocity, snapshot.squares);
  steps_ = snapshot.steps;
  watch();
}

void TrainingSession::set_problem(Problem problem) {
  validate(problem);
  if (problem.X.cols() != problem_.X.cols())
    throw InvalidArgument("X has " + counted(problem.X.cols(), "column") + " (bias included), expected " +
                          std::to_string(problem_.X.cols()) + " (as at the start of this run)");
  require_room(width(), problem);
  const TrainingSnapshot now = snapshot();
  problem_ = std::move(problem);
  batches_ = batch_order(problem_, settings_);
  kernel_ = kernel_for(now.network);
  kernel_.set_moments(now.velocity, now.squares);
  watch();
}

}  // namespace hcx
