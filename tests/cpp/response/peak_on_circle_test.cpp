#include "response/peak_on_circle.hpp"

#include <Eigen/QR>
#include <cmath>
#include <vector>

#include "catch.hpp"
#include "patterns/circle.hpp"
#include "random_problem.hpp"

using namespace hcx;

namespace {

using Long = long double;
struct Direction {
  Long x, y;
};

/// v . max(0, X w) / ||w||, in more digits than the engine has.
Long response(const Matrix& X, const Vector& v, const Direction& w) {
  Long sum = 0;
  for (Index j = 0; j < X.rows(); ++j) {
    const Long z = X(j, 0) * w.x + X(j, 1) * w.y;
    if (z > 0) sum += v[j] * z;
  }
  return sum / std::hypot(w.x, w.y);
}

/// The gradient just beside a direction, on the side that `turn` points to.
Direction gradient_beside(const Matrix& X, const Vector& v, const Direction& w, int turn) {
  Direction g{0, 0};
  for (Index j = 0; j < X.rows(); ++j) {
    const Long z = X(j, 0) * w.x + X(j, 1) * w.y, beside = turn * (X(j, 1) * w.x - X(j, 0) * w.y);
    const bool parallel = std::abs(z) <= 1e-17L * (std::abs(X(j, 0) * w.x) + std::abs(X(j, 1) * w.y));
    if (parallel ? beside > 0 : z > 0) g.x += Long(v[j]) * X(j, 0), g.y += Long(v[j]) * X(j, 1);
  }
  return g;
}

/// pi(v): the largest response of a ray or of a sector's own gradient.
Long peak(const Matrix& X, const Vector& v) {
  Long most = 0;
  for (Index j = 0; j < X.rows(); ++j)
    for (const int side : {-1, 1}) {
      const Direction ray{-side * Long(X(j, 1)), side * Long(X(j, 0))};
      most = std::max(most, response(X, v, ray));
      for (const int turn : {-1, 1}) {
        const Direction g = gradient_beside(X, v, ray, turn);
        if (g.x != 0 || g.y != 0) most = std::max(most, response(X, v, g));
      }
    }
  return most;
}

}  // namespace

TEST_CASE("the bound on the peak response holds in more digits, and closely", "[convex][certificate][property]") {
  const auto seed = GENERATE(range(1, 41));
  const double column = GENERATE(1.0, 1e-3, 1e-6);
  CAPTURE(seed, column);
  Problem p = random_problem(static_cast<std::uint64_t>(seed), 60, 2, 0, false);
  p.X.col(1) *= column;
  if (seed % 4 == 0) p.X.bottomRows(20) = -p.X.topRows(20);                 // antipodal: lines of two points
  if (seed % 4 == 1) p.X.bottomRows(20) = p.X.topRows(20) * (1 + 0x1p-50);  // and such that only nearly agree
  // What an optimum leaves of y hardly correlates with anything: all cancels.
  if (seed % 2 == 0) p.y -= p.X * Eigen::ColPivHouseholderQR<Eigen::MatrixXd>(p.X).solve(p.y);
  const CirclePeak found = peak_on_circle(p.X, Circle(p.X), p.y);
  const double most = static_cast<double>(peak(p.X, p.y));
  CHECK(found.bound >= most);
  CHECK(found.value == Approx(most).epsilon(1e-11));
  CHECK(found.bound <= most * (1 + 1e-11));
}
