#include "landscape/path_prediction.hpp"

#include <algorithm>
#include <cstdlib>
#include <cmath>

#include "convex/mapping.hpp"
#include "network/objective.hpp"
#include "patterns/pattern.hpp"

namespace hcx {
namespace {

Vector weight(const Network& network, Index i) { return std::abs(network.alpha[i]) * network.W.row(i).transpose(); }

}  // namespace

Network predicted_network(const Problem& problem, const std::vector<RegularizationPoint>& points) {
  static const int mode = std::getenv("HCX_P") ? std::atoi(std::getenv("HCX_P")) : 1;
  const RegularizationPoint& last = points.back();
  const Network& known = last.neurons.network;
  if (points.size() < 2 || mode == 0) return known;
  const RegularizationPoint& before = points[points.size() - 2];
  if (before.lambda == last.lambda || ((mode & 4) == 0 && before.neurons.ids != last.neurons.ids)) return known;
  double t = (problem.lambda - last.lambda) / (last.lambda - before.lambda);
  if ((mode & 3) == 2) t = std::log(problem.lambda / last.lambda) / std::log(last.lambda / before.lambda);

  std::vector<Block> blocks;
  for (Index i = 0; i < known.width(); ++i) {
    const auto& ids = before.neurons.ids;
    const auto it = std::find(ids.begin(), ids.end(), last.neurons.ids[std::size_t(i)]);
    const Vector now = weight(known, i);
    Vector u = now;
    if (it != ids.end()) {
      u += t * (now - weight(before.neurons.network, it - ids.begin()));
      if (u.dot(now) <= 0) continue;
    }
    blocks.push_back({Pattern(0), known.alpha[i] > 0 ? 1 : -1, u});
  }
  Network predicted = to_network(blocks, known.W.cols());
  if ((mode & 8) == 0 && evaluate(problem, predicted).objective >= evaluate(problem, known).objective) return known;
  return predicted;
}

}  // namespace hcx
