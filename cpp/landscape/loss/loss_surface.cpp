#include "landscape/loss/loss_surface.hpp"

#include <optional>

#include "core/checks.hpp"
#include "landscape/loss/kernels/surface_row.hpp"
#include "landscape/loss/surface_cells.hpp"

namespace hcx {
namespace {

constexpr double kWorkPerStep = 50'000;  // see SurfaceRow::cost
constexpr Index kMostCellBits = 200;

std::size_t size_of(const PlaneGrid& grid) {
  return static_cast<std::size_t>(grid.rows) * static_cast<std::size_t>(grid.cols);
}

}  // namespace

struct LossSurface::State {
  State(const Problem& problem, const SurfaceSettings& settings)
      : grid(settings), row(problem, grid), values(size_of(grid), std::numeric_limits<double>::quiet_NaN()) {
    if (!settings.cells) return;
    cells.assign(values.size(), -1);
    index.emplace(problem.X.rows(), grid.plane.origin.width(), grid.cols);
  }

  void begin_row() {
    row.begin(grid.v_at(done));
    if (index) index->begin_row();
  }
  void end_row() {
    const Index first = done * grid.cols;
    row.finish(values.data() + first);
    if (index) index->finish(cells.data() + first);
    ++done;
  }
  void add_point() {
    const Index j = row.point();
    row.add_point();
    if (index) index->add(j, row.switches(), row.on_at_start());
  }

  PlaneGrid grid;
  SurfaceRow row;
  std::optional<SurfaceCells> index;
  Index done = 0;
  bool under_way = false;  ///< row `done` is begun
  std::vector<double> values;
  std::vector<int> cells;
};

LossSurface::LossSurface(const Problem& problem, const SurfaceSettings& settings) {
  validate(problem, settings);
  if (settings.cells)
    require_between(settings.plane.origin.width() * problem.X.rows(), 1, kMostCellBits,
                    "width x rows of X (for cells)");
  state_ = std::make_unique<State>(problem, settings);
}

LossSurface::~LossSurface() = default;

bool LossSurface::done() const { return state_->done == state_->grid.rows; }
Index LossSurface::rows_done() const { return state_->done; }
const PlaneGrid& LossSurface::grid() const { return state_->grid; }
const std::vector<double>& LossSurface::values() const { return state_->values; }
const std::vector<int>& LossSurface::cells() const { return state_->cells; }
const std::vector<Pattern>& LossSurface::patterns() const {
  static const std::vector<Pattern> none;
  return state_->index ? state_->index->patterns() : none;
}

SurfaceRows LossSurface::values(const GridRows& rows) const {
  SurfaceRows values{rows.of(state_->values), std::nullopt};
  if (state_->index) values.cells = rows.of(state_->cells);
  return values;
}

SurfaceResult LossSurface::result() const {
  SurfaceResult result{{grid(), rows_done()}, values({0, grid().rows, grid().cols}), std::nullopt};
  if (state_->index) result.patterns = patterns();
  return result;
}

SurfaceBand LossSurface::band(std::int64_t first_row) const {
  const GridRows rows = complete_rows(grid(), first_row, rows_done());
  return {rows, values(rows)};
}

void LossSurface::step(const Slice&) {
  State& s = *state_;
  for (double work = 0; work < kWorkPerStep && !done(); work += s.row.cost()) {
    if (!s.under_way) s.begin_row();
    s.add_point();
    s.under_way = !s.row.complete();
    if (!s.under_way) s.end_row();
  }
}

}  // namespace hcx
