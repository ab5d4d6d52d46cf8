#include "landscape/paths/neuron_lives.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace hcx {
namespace {

constexpr double kOnPlane = 1e-9;  // |h . w| of unit vectors: the solvers put kinks on data points to rounding
constexpr double kNear = 0.05;     // radians that a free neuron may turn between two points of the path

std::vector<int> rows_by_id(const std::vector<int>& ids) {
  std::vector<int> order(ids.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int i, int k) { return ids[std::size_t(i)] < ids[std::size_t(k)]; });
  return order;
}

}  // namespace

NeuronLives::Neuron NeuronLives::seen(const Network& network, Index i) const {
  Neuron neuron{-1, network.alpha[i] > 0 ? 1 : -1, network.W.row(i).transpose().stableNormalized(), {}, -1};
  for (const Hyperplane& plane : planes_) {
    const double t = plane.normal.dot(neuron.direction);
    const bool on = std::abs(t) <= kOnPlane;
    neuron.sides.push_back(on ? 0 : t > 0 ? 1 : -1);
    if (on && neuron.at_point < 0) neuron.at_point = static_cast<int>(plane.points.front().first);
  }
  return neuron;
}

std::vector<int> NeuronLives::earlier_selves(const std::vector<Neuron>& neurons) const {
  std::vector<std::tuple<int, double, int, int>> pairs;  // hyperplanes between, distance, new, old
  for (std::size_t i = 0; i < neurons.size(); ++i)
    for (std::size_t k = 0; k < alive_.size(); ++k) {
      if (neurons[i].sign != alive_[k].sign) continue;
      int between = 0;
      for (std::size_t h = 0; h < planes_.size(); ++h) between += neurons[i].sides[h] * alive_[k].sides[h] < 0;
      const double distance = (neurons[i].direction - alive_[k].direction).norm();
      if (between <= 1 || distance <= kNear) pairs.emplace_back(between, distance, int(i), int(k));
    }
  std::sort(pairs.begin(), pairs.end());

  std::vector<int> selves(neurons.size(), -1);
  std::vector<bool> taken(alive_.size(), false);
  for (const auto& [between, distance, i, k] : pairs) {
    if (selves[std::size_t(i)] >= 0 || taken[std::size_t(k)]) continue;
    selves[std::size_t(i)] = k, taken[std::size_t(k)] = true;
  }
  return selves;
}

NamedNetwork NeuronLives::take(const Network& network) {
  std::vector<Neuron> neurons;
  for (Index i = 0; i < network.width(); ++i) neurons.push_back(seen(network, i));
  const std::vector<int> selves = earlier_selves(neurons);

  NamedNetwork named;
  std::vector<int> ids;
  for (std::size_t i = 0; i < neurons.size(); ++i) {
    neurons[i].id = selves[i] >= 0 ? alive_[std::size_t(selves[i])].id : next_id_++;
    ids.push_back(neurons[i].id);
    const bool was = selves[i] >= 0 && alive_[std::size_t(selves[i])].at_point >= 0, is = neurons[i].at_point >= 0;
    if (selves[i] < 0)
      named.events.push_back({LifeEvent::Born, neurons[i].id});
    else if (is != was)
      named.events.push_back({is ? LifeEvent::Pinned : LifeEvent::Released, neurons[i].id});
  }
  for (std::size_t k = 0; k < alive_.size(); ++k)
    if (std::find(selves.begin(), selves.end(), int(k)) == selves.end())
      named.events.push_back({LifeEvent::Died, alive_[k].id});

  named.network = {Matrix(network.width(), network.W.cols()), Vector(network.width())};
  std::vector<Neuron> in_order;
  for (const int i : rows_by_id(ids)) {
    const auto row = static_cast<Index>(in_order.size());
    in_order.push_back(std::move(neurons[std::size_t(i)]));
    named.network.W.row(row) = network.W.row(i), named.network.alpha[row] = network.alpha[i];
    named.ids.push_back(in_order.back().id), named.at_point.push_back(in_order.back().at_point);
  }
  alive_ = std::move(in_order);
  return named;
}

}  // namespace hcx
