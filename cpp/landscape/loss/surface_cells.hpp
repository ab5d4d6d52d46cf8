/// Which activation pattern each point of a loss surface has.
#pragma once

#include <map>
#include <vector>

#include "landscape/loss/kernels/surface_row.hpp"
#include "patterns/pattern.hpp"

namespace hcx {

/// Numbers the patterns in the order they are met. The bits of one: neuron after neuron, n each.
class SurfaceCells {
 public:
  SurfaceCells(Index n, Index m, int cols) : n_(n), cols_(cols), start_(n * m) {}

  void begin_row();
  /// What the row's point j showed.
  void add(Index j, const std::vector<SurfaceRow::Switch>& switches, const std::vector<char>& on_at_start);
  /// The numbers of the complete row: cols of them.
  void finish(int* into);

  const std::vector<Pattern>& patterns() const { return patterns_; }

 private:
  struct Flip {
    int col;
    Index bit;
    bool on;
  };
  int number_of(const Pattern& pattern);

  Index n_;
  int cols_;
  Pattern start_;
  std::vector<Flip> flips_;
  std::map<Pattern, int> numbers_;
  std::vector<Pattern> patterns_;
};

}  // namespace hcx
