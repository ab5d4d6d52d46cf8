#include "catch.hpp"
#include "landscape/loss/basin_map.hpp"
#include "landscape/loss/loss_surface.hpp"
#include "random_problem.hpp"
#include "refusal.hpp"

using namespace hcx;

namespace {

const Problem five_points = random_problem(21, 5, 2, 0.1);

template <class Settings>
Settings small_grid() {
  Settings settings;
  settings.plane = random_plane(random_network(22, 3, 2), 1);
  settings.rows = 6, settings.cols = 4;
  return settings;
}

}  // namespace

TEST_CASE("a surface hands out its grid, its values and its patterns", "[landscape][surface]") {
  auto settings = small_grid<SurfaceSettings>();
  LossSurface bare(five_points, settings);
  CHECK(bare.result().axes.rows_done == 0);
  CHECK_FALSE(bare.result().values.cells);
  CHECK_FALSE(bare.result().patterns);
  settings.cells = true;
  LossSurface surface(five_points, settings);
  surface.advance();
  const SurfaceResult all = surface.result();
  CHECK(all.axes.rows_done == 6);
  CHECK(all.axes.u[3] == settings.u_at(3));
  CHECK(all.axes.v[5] == settings.v_at(5));
  CHECK(all.values.z.data() == surface.values().data());
  CHECK(all.values.z.size() == 24);
  CHECK(all.values.cells->size() == 24);
  CHECK(all.patterns == surface.patterns());
}

TEST_CASE("a band is the complete rows from one on", "[landscape][surface][basins]") {
  LossSurface surface(five_points, small_grid<SurfaceSettings>());
  surface.advance();
  const SurfaceBand band = surface.band(2);
  CHECK(band.rows.first == 2);
  CHECK(band.rows.rows == 4);
  CHECK(band.values.z.data() == surface.values().data() + 8);
  CHECK(band.values.z.size() == 16);
  CHECK(surface.band(6).values.z.empty());
  CHECK(refusal([&] { surface.band(7); }) == "firstRow is 7, expected a whole number from 0 to 6");
  CHECK(refusal([&] { surface.band(-1); }) == "firstRow is -1, expected a whole number from 0 to 6");

  BasinMap map(five_points, small_grid<BasinSettings>());
  CHECK(refusal([&] { map.band(1); }) == "firstRow is 1, expected a whole number from 0 to 0");
  map.advance();
  CHECK(map.band(5).runs.loss.data() == map.losses().data() + 20);
  CHECK(map.band(5).runs.status.size() == 4);
  CHECK(map.result().basins.of_start == map.basins().of_start);
}
