#include "landscape/loss/basin_map.hpp"

#include <algorithm>
#include <limits>

#include "core/checks.hpp"

namespace hcx {
namespace {

constexpr double kDiverged = 1e12;
constexpr double kOperationsPerStep = 100'000;  // arithmetic operations

const BasinSettings& checked(const Problem& problem, const BasinSettings& s) {
  validate(problem, s);
  require_positive(s.step_size, "stepSize");
  require_between(s.max_steps, 0, 10'000'000, "maxSteps");
  require_at_least(s.tolerance, 0, "tolerance");
  require_at_least(s.value_tolerance, 0, "valueTolerance");
  return s;
}

}  // namespace

BasinMap::BasinMap(const Problem& problem, const BasinSettings& settings)
    : settings_(checked(problem, settings)),
      scale_(problem.zero_network_loss()),
      batch_(problem, settings.plane.origin.width(), settings.layers == TrainedLayers::First,
             {settings.step_size, settings.max_steps, settings.tolerance * scale_, kDiverged}),
      loss_(static_cast<std::size_t>(settings.rows) * static_cast<std::size_t>(settings.cols),
            std::numeric_limits<double>::quiet_NaN()),
      steps_(loss_.size(), 0),
      status_(loss_.size(), static_cast<unsigned char>(DescentEnd::StepLimit)) {
  const double step = 10.0 * static_cast<double>(problem.X.size()) * static_cast<double>(settings.plane.origin.width());
  descents_per_step_ = std::max<std::int64_t>(1, static_cast<std::int64_t>(kOperationsPerStep / step));
}

void BasinMap::begin_batch() {
  std::vector<Network> starts;
  under_way_ = std::min(DescentBatch::kStarts, static_cast<Index>(loss_.size()) - done_);
  for (Index s = done_; s < done_ + under_way_; ++s) {
    starts.push_back(
        network_at(settings_.plane, settings_.u_at(s % settings_.cols), settings_.v_at(s / settings_.cols)));
  }
  batch_.begin(starts);
}

void BasinMap::end_batch() {
  for (Index s = 0; s < under_way_; ++s) {
    const auto& run = batch_.run(s);
    const auto at = static_cast<std::size_t>(done_ + s);
    loss_[at] = run.loss;
    steps_[at] = static_cast<int>(run.steps);
    status_[at] = static_cast<unsigned char>(run.end);
  }
  done_ += under_way_;
  under_way_ = 0;
}

void BasinMap::step(const Slice&) {
  for (std::int64_t work = 0; work < descents_per_step_ && !done();) {
    if (under_way_ == 0) begin_batch();
    const std::int64_t before = batch_.steps();
    batch_.advance(descents_per_step_ - work);
    work += batch_.steps() - before + 1;
    if (batch_.ended()) end_batch();
  }
}

Basins BasinMap::basins() const {
  std::vector<std::size_t> order;
  for (std::size_t s = 0; s < static_cast<std::size_t>(done_); ++s)
    if (status_[s] == static_cast<unsigned char>(DescentEnd::Converged)) order.push_back(s);
  std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) { return loss_[a] < loss_[b]; });

  Basins basins{{}, std::vector<int>(loss_.size(), -1)};
  const double near = settings_.value_tolerance * scale_;
  double last = 0;
  for (const std::size_t s : order) {
    if (basins.ends.empty() || loss_[s] > last + near) basins.ends.push_back({loss_[s], 0});
    last = loss_[s];
    ++basins.ends.back().count;
    basins.of_start[s] = static_cast<int>(basins.ends.size()) - 1;
  }
  return basins;
}

BasinResult BasinMap::result() const {
  return {{settings_, rows_done()}, runs({0, settings_.rows, settings_.cols}), basins()};
}

BasinBand BasinMap::band(std::int64_t first_row) const {
  const GridRows rows = complete_rows(settings_, first_row, rows_done());
  return {rows, runs(rows)};
}

}  // namespace hcx
