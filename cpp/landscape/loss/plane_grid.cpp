#include "landscape/loss/plane_grid.hpp"

#include <algorithm>
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

/// A bound on every weight of the grid's networks: its largest u and v against the directions' largest weights.
double largest_weight(const PlaneGrid& grid) {
  const auto largest = [](const Network& network) {
    return std::max(network.W.lpNorm<Eigen::Infinity>(), network.alpha.lpNorm<Eigen::Infinity>());
  };
  const double u = std::max(std::abs(grid.u[0]), std::abs(grid.u[1]));
  const double v = std::max(std::abs(grid.v[0]), std::abs(grid.v[1]));
  return largest(grid.plane.origin) + u * largest(grid.plane.u) + v * largest(grid.plane.v);
}

void require_finite_losses(const Problem& problem, const PlaneGrid& grid) {
  const double weight = largest_weight(grid), m = static_cast<double>(grid.plane.origin.width());
  const double x = problem.X.lpNorm<Eigen::Infinity>(), y = problem.y.lpNorm<Eigen::Infinity>();
  const double d = static_cast<double>(problem.X.cols()), n = static_cast<double>(problem.X.rows());
  const double outputs = n * (m * d * weight * weight * x + y);
  if (!(outputs < kLargestOutput) || !((1 + problem.lambda) * m * (d + 1) * weight * weight < kLargestOutput))
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

GridAxes::GridAxes(const PlaneGrid& grid, Index complete_rows)
    : rows(grid.rows), cols(grid.cols), u(grid.cols), v(grid.rows), rows_done(complete_rows) {
  for (Index c = 0; c < cols; ++c) u[c] = grid.u_at(c);
  for (Index r = 0; r < rows; ++r) v[r] = grid.v_at(r);
}

GridRows complete_rows(const PlaneGrid& grid, std::int64_t first, Index done) {
  require_between(first, 0, done, "firstRow");
  return {static_cast<Index>(first), done - static_cast<Index>(first), grid.cols};
}

}  // namespace hcx
