/// Writes a descent path down: its key frames, which row of the weights each neuron has, and where the loss would rise.
#pragma once

#include <vector>

#include "core/problem.hpp"
#include "landscape/paths/path_frames.hpp"
#include "programme/network_reduction.hpp"

namespace hcx {

class PathRecorder {
 public:
  PathRecorder(const Problem& problem, const Network& start);

  /// Goes on to `next`; a frame that differs by rounding alone is left out.
  void add(const Network& next, PathStage stage);
  /// Goes on straight to `next` as long as the loss falls, which is a parabola on the way. Whether `next` was reached.
  bool add_falling(const Network& next);

  const Network& network() const { return path_.frames.back().network; }
  double loss() const { return path_.frames.back().loss; }
  /// The path, its frames placed on 0 .. 1 by the length of the way between them.
  DescentPath finish(double target_loss);

 private:
  const Problem& problem_;
  double noise_;  ///< a loss that rounding can make of nothing
  DescentPath path_;
};

/// The neurons a path is made of, those present and those to come, and the rows of the weights they live in.
class Neurons {
 public:
  /// The nonzero rows of `present`, balanced, and the neurons of `target`; those they share once.
  Neurons(const Matrix& X, const Network& present, const Network& target);

  const Contributions& contributions() const { return all_; }  ///< of each as it was given
  const Vector& present() const { return present_; }           ///< amounts, one a neuron
  const Vector& target() const { return target_; }             ///< amounts, one a neuron
  /// Neurons in use in x, in the target or in both.
  Index with_target(const Vector& x) const { return ((x + target_).array() > 0).count(); }

  /// The network in which neuron i has amount x_i. One that comes into use takes a row that the network before left free.
  Network place(const Vector& x);

 private:
  Index free_row() const;

  Network neurons_;  ///< N neurons
  Contributions all_;
  Vector present_, target_;
  std::vector<Index> row_;    ///< of each neuron; -1: none
  std::vector<bool> vacant_;  ///< rows of the weights, m
};

}  // namespace hcx
