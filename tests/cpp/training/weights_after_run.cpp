// Prints the weights of one training run, bit for bit, so that the native engine can be compared with the WebAssembly one:
//   weights_after_run <steps> <width> <seed> <initialization> <optimizer> <batch size>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "data/dataset.hpp"
#include "training/session.hpp"

namespace {

void print(double x) {
  std::uint64_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  std::printf("%016" PRIx64 "\n", bits);
}

}  // namespace

int main(int, char** arguments) {
  using namespace hcx;
  const auto named = [](auto first, const std::string& name) {
    while (to_string(first) != name) first = static_cast<decltype(first)>(static_cast<int>(first) + 1);
    return first;
  };
  TrainingSettings settings{.width = std::atoi(arguments[2]),
                            .initialization = named(Initialization::Normal, arguments[4]),
                            .scale = 0.5,
                            .seed = std::atoi(arguments[3]),
                            .step_size = 0.02,
                            .batch_size = std::atoi(arguments[6])};
  settings.rule.optimizer = named(Optimizer::GradientDescent, arguments[5]);
  const Dataset data = dataset("teaser");
  TrainingSession session({with_bias(data.X), data.y, 1e-4, Loss::Mean}, settings);
  session.step(std::atoi(arguments[1]));
  const Network network = session.network();
  for (const double w : network.W.reshaped<Eigen::RowMajor>()) print(w);
  for (const double a : network.alpha) print(a);
}
