#include "landscape/paths/path_recorder.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "landscape/paths/network_at.hpp"
#include "network/objective.hpp"

namespace hcx {
namespace {

constexpr double kRounding = 1e-15;
constexpr double kRise = 1e-12;  // relative rise of the loss that is put down to rounding of the target
constexpr double kReached = 1e-8;
constexpr double kNoise = 1e-18;  // the same as a share of the loss of the zero network

double distance(const Network& a, const Network& b) {
  return std::hypot((a.W - b.W).norm(), (a.alpha - b.alpha).norm());
}
double size(const Network& a) { return std::hypot(a.W.norm(), a.alpha.norm()); }

}  // namespace

PathRecorder::PathRecorder(const Problem& problem, const Network& start)
    : problem_(problem), noise_(kNoise * problem.misfit_factor() * problem.y.squaredNorm()) {
  path_.frames.push_back({start, PathStage::Start, 0, evaluate(problem, start).objective});
}

void PathRecorder::add(const Network& next, PathStage stage) {
  // A neuron that came or went counts however small it is: its row may change hands.
  const bool same = ((network().alpha.array() == 0) == (next.alpha.array() == 0)).all();
  if (same && distance(network(), next) <= kRounding * size(network())) return;
  path_.frames.push_back({next, stage, 0, evaluate(problem_, next).objective});
}

bool PathRecorder::add_falling(const Network& next) {
  const Evaluation a = evaluate(problem_, network()), b = evaluate(problem_, next);
  const double k = problem_.misfit_factor();
  const Vector change = b.predictions - a.predictions;
  const double slope = 2 * k * change.dot(b.predictions - problem_.y) + b.penalty - a.penalty;  // at the end
  const double curvature = 2 * k * change.squaredNorm();
  const bool falls_first = slope < curvature;
  const double rise = slope <= 0 ? 0 : falls_first ? slope * (slope / curvature) / 2 : slope - curvature / 2;
  const bool falls = rise <= kRise * b.objective + noise_;
  const double share = falls ? 1 : falls_first ? 1 - slope / curvature : 0;
  add(between(network(), next, PathStage::Interpolate, share), PathStage::Interpolate);
  return falls;
}

DescentPath PathRecorder::finish(double target_loss) {
  auto& frames = path_.frames;
  path_.reached = std::abs(loss() - target_loss) <= kReached * target_loss + noise_;
  double length = 0;
  for (std::size_t i = 1; i < frames.size(); ++i)
    frames[i].t = length += distance(frames[i - 1].network, frames[i].network);
  for (KeyFrame& frame : frames) frame.t = length > 0 ? frame.t / length : 0;
  return path_;
}

Neurons::Neurons(const Matrix& X, const Network& present, const Network& target) {
  std::vector<Index> rows;
  for (Index i = 0; i < present.width(); ++i)
    if (present.alpha[i] != 0) rows.push_back(i);
  const auto p = static_cast<Index>(rows.size());
  neurons_ = {Matrix(p + target.width(), X.cols()), Vector(p + target.width())};
  neurons_.W.topRows(p) = present.W(rows, Eigen::all), neurons_.alpha.head(p) = present.alpha(rows);
  neurons_.W.bottomRows(target.width()) = target.W, neurons_.alpha.tail(target.width()) = target.alpha;
  all_ = hcx::contributions(X, neurons_);
  present_ = target_ = all_.amount;
  present_.tail(target.width()).setZero(), target_.head(p).setZero();

  // Balanced neurons of one direction are multiples of each other: (w, alpha) over alpha is the direction and its sign.
  for (Index j = p; j < p + target.width(); ++j)
    for (Index i = 0; i < p; ++i) {
      const auto direction = [&](Index k) { return Vector(neurons_.W.row(k).transpose() / neurons_.alpha[k]); };
      const bool one_sign = neurons_.alpha[i] * neurons_.alpha[j] > 0;
      if (one_sign && (direction(i) - direction(j)).lpNorm<Eigen::Infinity>() <= kRounding)
        target_[i] += target_[j], target_[j] = 0;
    }

  vacant_.assign(static_cast<std::size_t>(present.width()), true);
  row_ = rows, row_.resize(static_cast<std::size_t>(p + target.width()), -1);
  for (const Index row : rows) vacant_[static_cast<std::size_t>(row)] = false;
}

Network Neurons::place(const Vector& x) {
  const auto m = static_cast<Index>(vacant_.size());
  Network network{Matrix::Zero(m, neurons_.W.cols()), Vector::Zero(m)};
  for (std::size_t i = 0; i < row_.size(); ++i) {
    const auto k = static_cast<Index>(i);
    if (!(x[k] > 0)) continue;
    if (row_[i] < 0) row_[i] = free_row(), vacant_[static_cast<std::size_t>(row_[i])] = false;
    const double root = std::sqrt(x[k] / all_.amount[k]);
    network.W.row(row_[i]) = root * neurons_.W.row(k), network.alpha[row_[i]] = root * neurons_.alpha[k];
  }
  for (std::size_t i = 0; i < row_.size(); ++i)
    if (row_[i] >= 0 && !(x[static_cast<Index>(i)] > 0))
      vacant_[static_cast<std::size_t>(row_[i])] = true, row_[i] = -1;
  return network;
}

Index Neurons::free_row() const {
  const auto at = std::find(vacant_.begin(), vacant_.end(), true);
  if (at == vacant_.end()) throw std::logic_error("no row of the weights is free for a neuron");
  return at - vacant_.begin();
}

}  // namespace hcx
