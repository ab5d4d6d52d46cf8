#include "patterns/interior_direction.hpp"

#include <algorithm>
#include <vector>

#include "core/pivoted_qr.hpp"

namespace hcx {
namespace {

constexpr double kThinnest = 1e-11;  // margin of a cone that counts as open
constexpr double kNearest = 1e-13;   // how much nearer to 0 another point must be to matter
constexpr double kZeroWeight = 1e-14;

/// Convex weights of a few rows, and the point they make.
struct Simplex {
  std::vector<Index> rows;
  Vector weights;

  Vector point(const Matrix& G) const {
    Vector x = Vector::Zero(G.cols());
    for (std::size_t i = 0; i < rows.size(); ++i) x += weights[static_cast<Index>(i)] * G.row(rows[i]).transpose();
    return x;
  }
};

/// Weights, of sum 1 and any sign, of the point nearest to 0 in the affine hull of the rows.
Vector affine_weights(const Matrix& G, const std::vector<Index>& rows) {
  // (P P' + 1 1') a = 1 up to scale: the Gram matrix of the rows with a 1 appended.
  Eigen::MatrixXd columns(G.cols() + 1, static_cast<Index>(rows.size()));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    columns.col(static_cast<Index>(i)).head(G.cols()) = G.row(rows[i]).transpose();
    columns(G.cols(), static_cast<Index>(i)) = 1;
  }
  Vector weights = PivotedQR(columns, 1e-15).solve_gram(Vector::Ones(columns.cols()), 1e-15);
  return weights / weights.sum();
}

/// Moves to the nearest point of the affine hull, dropping rows whose weight would turn negative on the way.
void shrink(const Matrix& G, Simplex& simplex) {
  while (true) {
    const Vector target = affine_weights(G, simplex.rows);
    if (target.minCoeff() > kZeroWeight) {
      simplex.weights = target;
      return;
    }
    double t = 1;
    for (Index i = 0; i < target.size(); ++i)
      if (target[i] <= kZeroWeight) t = std::min(t, simplex.weights[i] / (simplex.weights[i] - target[i]));
    const Vector moved = simplex.weights + t * (target - simplex.weights);
    Simplex kept;
    for (Index i = 0; i < moved.size(); ++i)
      if (moved[i] > kZeroWeight) kept.rows.push_back(simplex.rows[static_cast<std::size_t>(i)]);
    if (kept.rows.size() == simplex.rows.size()) kept.rows.pop_back();  // rounding: something must go
    kept.weights.resize(static_cast<Index>(kept.rows.size()));
    Index next = 0;
    for (Index i = 0; i < moved.size() && next < kept.weights.size(); ++i)
      if (moved[i] > kZeroWeight) kept.weights[next++] = moved[i];
    kept.weights /= kept.weights.sum();
    simplex = kept;
  }
}

Matrix unit_rows(const Matrix& G) {
  Matrix rows(G.rows(), G.cols());
  Index count = 0;
  for (Index j = 0; j < G.rows(); ++j)
    if (const double norm = G.row(j).stableNorm(); norm > 0) rows.row(count++) = G.row(j) / norm;
  return rows.topRows(count);
}

}  // namespace

InteriorDirection interior_direction(const Matrix& G) {
  const Matrix rows = unit_rows(G);
  if (rows.rows() == 0) return {Vector::Unit(G.cols(), 0), 1};
  Simplex simplex{{0}, Vector::Ones(1)};
  Vector x = simplex.point(rows);
  for (Index step = 0; step < 20 * (rows.cols() + rows.rows()); ++step) {
    Index lowest = 0;
    const double least = (rows * x).minCoeff(&lowest);
    const bool known = std::find(simplex.rows.begin(), simplex.rows.end(), lowest) != simplex.rows.end();
    if (least >= x.squaredNorm() - kNearest || known) break;
    simplex.rows.push_back(lowest);
    simplex.weights.conservativeResize(simplex.weights.size() + 1);
    simplex.weights[simplex.weights.size() - 1] = 0;
    shrink(rows, simplex);
    x = simplex.point(rows);
    if (x.norm() < kThinnest) break;
  }
  const double length = x.norm();
  const double margin = length > 0 ? (rows * x).minCoeff() / length : 0;
  if (margin < kThinnest) return {Vector::Zero(G.cols()), 0};
  return {x / length, margin};
}

}  // namespace hcx
