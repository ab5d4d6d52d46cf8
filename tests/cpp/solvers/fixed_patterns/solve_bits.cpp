// Prints what is solved over sampled patterns, cold and then from that for a larger weight decay, bit for bit, so that the
// native engine can be compared with the WebAssembly one:
//   solve_bits <points> <inputs> <lambda>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "solvers/solve.hpp"

namespace {

/// The same numbers as the test's own.
class Draw {
 public:
  double operator()() {
    state_ = state_ * 1103515245u + 12345u;
    return state_ / 2147483648.0 - 1;
  }

 private:
  std::uint32_t state_ = 12345;
};

void print(const double* values, hcx::Index count) {
  for (hcx::Index i = 0; i < count; ++i) {
    std::uint64_t bits;
    std::memcpy(&bits, values + i, sizeof bits);
    std::printf("%016" PRIx64 "\n", bits);
  }
}

}  // namespace

int main(int, char** arguments) {
  using namespace hcx;
  const Index n = std::atoi(arguments[1]), d = std::atoi(arguments[2]);
  Problem problem{Matrix(n, d), Vector(n), std::atof(arguments[3]), Loss::Sum};
  Draw draw;
  for (double& x : problem.X.reshaped<Eigen::RowMajor>()) x = draw();
  for (double& y : problem.y) y = draw();

  SolveSettings settings;
  settings.patterns.from = PatternChoice::From::Sampled;
  settings.count = 20, settings.seed = 1;
  for (int k = 0; k < 2; ++k) {
    const SolveResult result = solve(problem, settings);
    print(result.network.W.data(), result.network.W.size());
    print(result.certificate.dual.data(), result.certificate.dual.size());
    settings.warm_start = result.network;
    problem.lambda *= 1.5;
  }
}
