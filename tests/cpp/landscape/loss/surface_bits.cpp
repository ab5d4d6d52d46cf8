// Prints a loss surface and a basin map, bit for bit, so that the native engine can be compared with the WebAssembly one:
//   surface_bits <width> <seed>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "data/dataset.hpp"
#include "landscape/loss/basin_map.hpp"
#include "landscape/loss/loss_surface.hpp"
#include "training/initialization.hpp"

namespace {

void print(const std::vector<double>& values) {
  for (const double x : values) {
    std::uint64_t bits;
    std::memcpy(&bits, &x, sizeof bits);
    std::printf("%016" PRIx64 "\n", bits);
  }
}

}  // namespace

int main(int, char** arguments) {
  using namespace hcx;
  const int width = std::atoi(arguments[1]), seed = std::atoi(arguments[2]);
  const Dataset data = dataset("teaser");
  const Problem problem{with_bias(data.X), data.y, 1e-2, Loss::Mean};
  const Network network = initial_network(width, 2, Initialization::Normal, 1, static_cast<std::uint64_t>(seed));

  SurfaceSettings surface_settings;
  surface_settings.plane = random_plane(network, seed);
  surface_settings.rows = 20, surface_settings.cols = 35;
  LossSurface surface(problem, surface_settings);
  surface.advance();
  print(surface.values());

  BasinSettings basin_settings;
  static_cast<PlaneGrid&>(basin_settings) = surface_settings;
  basin_settings.rows = 5, basin_settings.cols = 3;
  basin_settings.max_steps = 200;
  BasinMap basins(problem, basin_settings);
  basins.advance();
  print(basins.losses());
}
