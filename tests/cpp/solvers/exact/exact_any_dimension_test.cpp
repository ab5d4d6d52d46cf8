#include <chrono>
#include <cmath>

#include "catch.hpp"
#include "random_problem.hpp"
#include "solvers/exact/exact.hpp"

using namespace hcx;

TEST_CASE("speed of the exact solver in space", "[.][speed]") {
  for (const auto& [n, d, lambda] : {std::tuple<Index, Index, double>(20, 3, 0.1),
                                     {20, 3, 1},
                                     {12, 4, 0.1},
                                     {8, 4, 0.05},
                                     {20, 3, 1e-3},
                                     {40, 3, 0.1},
                                     {30, 5, 0.5},
                                     {100, 3, 0.1},
                                     {100, 3, 1}})
    for (std::uint64_t seed : {1, 2}) {
      const Problem p = random_problem(seed, n, d, lambda);
      const exact::Result r = exact::solve(p, {.max_seconds = 10});
      const auto start = std::chrono::steady_clock::now();
      certify(p, r.network, r.dual);
      const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
      WARN(n << " x " << d << " lambda " << lambda << ": " << to_string(r.status) << ' ' << r.seconds * 1e3
             << " ms, certificate " << ms << " ms, " << r.iterations << " rounds, " << r.newton_steps << " steps, "
             << r.network.width() << " neurons, objective " << r.certificate.objective << " gap "
             << r.certificate.gap() / r.certificate.objective);
    }
}
