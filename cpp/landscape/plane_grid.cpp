#include "landscape/plane_grid.hpp"

#include <cmath>
#include <string>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"

namespace hcx {
namespace {

constexpr long long kMostPoints = 10'000'000, kMostActivations = 4'000'000;
constexpr double kLargestOutput = 1e150;  // its square is a number

void require_range(const Vector& range, const std::string& name) {
  require_length(range.size(), 2, name, "from, to");
  require_finite(range, name);
  if (!(range[0] < range[1]) || !std::isfinite(range[1] - range[0]))
    throw InvalidArgument(name + " is from " + to_text(range[0]) + " to " + to_text(range[1]) +
                          ", expected from < to, a finite distance apart");
}

/// No weight on the grid is larger than this one.
Network largest_weights(const PlaneGrid& grid) {
  const double u = grid.u.cwiseAbs().maxCoeff(), v = grid.v.cwiseAbs().maxCoeff();
  const LossPlane& p = grid.plane;
  return {p.origin.W.cwiseAbs() + u * p.u.W.cwiseAbs() + v * p.v.W.cwiseAbs(),
          p.origin.alpha.cwiseAbs() + u * p.u.alpha.cwiseAbs() + v * p.v.alpha.cwiseAbs()};
}

void require_finite_losses(const Problem& problem, const PlaneGrid& grid) {
  const Network largest = largest_weights(grid);
  double squares = 0;
  for (Index j = 0; j < problem.X.rows(); ++j) {
    const double output = (largest.W * problem.X.row(j).cwiseAbs().transpose()).dot(largest.alpha);
    squares += std::pow(output + std::abs(problem.y[j]), 2);
  }
  squares += (1 + problem.lambda) * (largest.W.squaredNorm() + largest.alpha.squaredNorm());
  if (!(squares < kLargestOutput * kLargestOutput))
    throw InvalidArgument("the weights on the grid, X or y are so large that the loss may not be finite");
}

}  // namespace

void validate(const Problem& problem, const PlaneGrid& grid) {
  validate(problem);
  validate(grid.plane, problem.X.cols());
  require_range(grid.u, "u"), require_range(grid.v, "v");
  require_between(grid.rows, 2, 4096, "rows");
  require_between(grid.cols, 2, 4096, "cols");
  require_between(static_cast<long long>(grid.rows) * grid.cols, 4, kMostPoints, "rows x cols");
  require_between(grid.plane.origin.width() * problem.X.rows(), 1, kMostActivations, "width x rows of X");
  require_finite_losses(problem, grid);
}

}  // namespace hcx
