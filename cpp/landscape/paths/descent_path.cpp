#include "landscape/paths/descent_path.hpp"

#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "landscape/paths/path_recorder.hpp"
#include "landscape/paths/simplex.hpp"
#include "network/objective.hpp"
#include "patterns/pattern.hpp"

namespace hcx {
namespace {

/// Each neuron with ||w|| = |alpha| and the same w |alpha|; 0 if it has no effect on the data.
Network balanced(const Matrix& X, const Network& network) {
  Network out{Matrix::Zero(network.width(), X.cols()), Vector::Zero(network.width())};
  for (Index i = 0; i < network.width(); ++i) {
    const double a = network.alpha[i], norm = network.W.row(i).stableNorm();
    if (a == 0 || norm == 0) continue;
    const Vector w = std::sqrt(std::abs(a) / norm) * network.W.row(i).transpose();
    if (pattern_of(X, w).active() == 0) continue;
    out.W.row(i) = w.transpose(), out.alpha[i] = std::copysign(w.stableNorm(), a);
  }
  return out;
}

/// Neurons of one pattern and sign become one, in the row of the largest of them: a group after the other.
void merge_groups(const Matrix& X, PathRecorder& path) {
  std::map<std::pair<Pattern, bool>, std::vector<Index>> groups;
  Network network = path.network();
  for (Index i = 0; i < network.width(); ++i)
    if (network.alpha[i] != 0) groups[{pattern_of(X, network.W.row(i).transpose()), network.alpha[i] > 0}].push_back(i);
  for (const auto& [key, group] : groups) {
    if (group.size() == 1) continue;
    Vector u = Vector::Zero(X.cols());
    Index keeper = group[0];
    for (const Index i : group) {
      const double size = std::abs(network.alpha[i]);
      if (size > std::abs(network.alpha[keeper])) keeper = i;
      u += size * network.W.row(i).transpose();
    }
    for (const Index i : group) network.W.row(i).setZero(), network.alpha[i] = 0;
    const double root = std::sqrt(u.stableNorm());
    network.W.row(keeper) = u.transpose() / root, network.alpha[keeper] = key.second ? root : -root;
    path.add(network, PathStage::Merge);
  }
}

/// Straight to the target, if its neurons find room beside those of x.
bool straight(Neurons& neurons, const Vector& x, PathRecorder& path) {
  if (neurons.with_target(x) > path.network().width()) return false;
  path.add_falling(neurons.place(neurons.target()));
  return true;
}

/// To the target by the simplex method, as long as there is no room for both networks at once.
void exchange(const Problem& problem, Neurons& neurons, const Vector& x, PathRecorder& path) {
  const Contributions& all = neurons.contributions();
  Simplex simplex(all.columns, all.cost, in_use(x));
  const Index width = path.network().width();
  if (width <= simplex.rank())
    throw InvalidArgument("width is " + std::to_string(width) + ", expected at least " +
                          std::to_string(problem.X.rows() + 1) + " (rows of X + 1)");
  Vector from = all.columns * x, to = all.columns * neurons.target();
  for (const Vector& corner : simplex.descend(from)) {
    path.add(neurons.place(corner), PathStage::Pivot);
    if (straight(neurons, corner, path)) return;
  }
  // Between outputs of norm 1, so that corners near the target are found however far above it the path begins.
  const double a = from.norm(), b = to.norm();
  from /= a, to /= b;
  for (const Simplex::Point& corner : simplex.follow(from, to)) {
    const Vector amounts = a * b / (corner.t * a + (1 - corner.t) * b) * corner.x;  // back on the line between both
    if (!path.add_falling(neurons.place(amounts)) || straight(neurons, amounts, path)) return;
  }
}

}  // namespace

DescentPath descent_path(const Problem& problem, const Network& start, const Network& target) {
  const double target_loss = evaluate(problem, target).objective;
  PathRecorder path(problem, start);
  path.add(balanced(problem.X, start), PathStage::Balance);
  merge_groups(problem.X, path);

  Neurons neurons(problem.X, path.network(), reduce(problem.X, target));
  Contributions present = neurons.contributions();
  present.amount = neurons.present();
  Vector x = present.amount;
  for (const Vector& step : caratheodory(present)) path.add(neurons.place(x = step), PathStage::Reduce);

  if (!straight(neurons, x, path)) exchange(problem, neurons, x, path);
  return path.finish(target_loss);
}

}  // namespace hcx
