#include "landscape/loss/surface_cells.hpp"

#include <algorithm>

namespace hcx {

void SurfaceCells::begin_row() { flips_.clear(); }

void SurfaceCells::add(Index j, const std::vector<SurfaceRow::Switch>& switches, const std::vector<char>& on_at_start) {
  for (std::size_t i = 0; i < on_at_start.size(); ++i) start_.set(static_cast<Index>(i) * n_ + j, on_at_start[i] != 0);
  for (const SurfaceRow::Switch& at : switches) flips_.push_back({at.col, at.neuron * n_ + j, at.on});
}

void SurfaceCells::finish(int* into) {
  std::sort(flips_.begin(), flips_.end(), [](const Flip& p, const Flip& q) { return p.col < q.col; });
  Pattern pattern = start_;
  int from = 0;
  for (const Flip& flip : flips_) {
    if (flip.col > from) std::fill(into + from, into + flip.col, number_of(pattern));
    from = flip.col;
    pattern.set(flip.bit, flip.on);
  }
  std::fill(into + from, into + cols_, number_of(pattern));
}

int SurfaceCells::number_of(const Pattern& pattern) {
  const auto [place, is_new] = numbers_.try_emplace(pattern, static_cast<int>(patterns_.size()));
  if (is_new) patterns_.push_back(pattern);
  return place->second;
}

}  // namespace hcx
