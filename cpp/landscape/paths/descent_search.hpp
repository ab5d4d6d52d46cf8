/// The descending path of a network, with the optimum that it leads to found first.
#pragma once

#include <limits>
#include <optional>

#include "landscape/paths/descent_path.hpp"
#include "landscape/paths/loss_along.hpp"
#include "solvers/solve.hpp"

namespace hcx {

struct DescentSettings {
  std::optional<Network> target = std::nullopt;  ///< a global optimum; default: solved for, over all patterns
  int samples = 0;                               ///< of the loss along the path, none or 2 .. 10^6

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("target", s.target);
    visit("samples", s.samples);
  }
};

struct DescentResult {
  DescentPath path;
  Index width, dimension;              ///< of every network on the path
  std::optional<LossProfile> samples;  ///< when asked for

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("keyFrames", s.path.frames);
    visit("reached", s.path.reached);
    visit("width", s.width);
    visit("dimension", s.dimension);
    visit("samples", s.samples);
  }
};

/// descent_path a slice of time at a time: to find the target takes longest by far and is done in slices; the path itself is
/// laid in one.
class DescentSearch {
 public:
  /// Throws InvalidArgument on a bad problem, network or setting.
  DescentSearch(const Problem& problem, const Network& start, const DescentSettings& settings = {});

  /// Works for about `seconds` more or until there is nothing left to do. Throws as descent_path does.
  void advance(double seconds = std::numeric_limits<double>::infinity());
  bool finished() const { return result_.has_value(); }
  /// Once it is finished.
  const DescentResult& result() const { return *result_; }

 private:
  Problem problem_;
  Network start_;
  DescentSettings settings_;
  std::optional<SolveRun> solver_;  ///< while the target is not known
  std::optional<DescentResult> result_;
};

}  // namespace hcx
