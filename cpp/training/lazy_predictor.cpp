#include "training/lazy_predictor.hpp"

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "core/pivoted_qr.hpp"

namespace hcx {
namespace {

constexpr Index kMostRows = 2000;
/// Eigenvalues of the kernel this far below the largest are rounding: directions that training never learns.
constexpr double kRounding = 1e-12;

/// A c that minimises ||(K + ridge I) c - v||. Which one does not matter: where K is singular, all predict the same.
Vector solve(Matrix K, double ridge, const Vector& v) {
  K.diagonal().array() += ridge;
  return PivotedQR(K, kRounding).least_squares(v);
}

}  // namespace

LazyPredictor::LazyPredictor(const Problem& problem, const Network& start)
    : X_(problem.X), start_(start), ridge_(problem.lambda > 0) {
  validate(problem);
  validate(start, problem.X.cols());
  require_between(problem.X.rows(), 1, kMostRows, "rows of X");
  const Vector f0 = hcx::predict(start_, X_);
  const Vector target = ridge_ ? Vector(problem.y + f0) : Vector(problem.y - f0);
  coefficients_ = solve(kernel(X_, X_), problem.lambda / problem.misfit_factor(), target);
}

Vector LazyPredictor::predict(const Matrix& X) const {
  if (X.cols() != X_.cols())
    throw InvalidArgument("X has " + counted(X.cols(), "column") + " (bias included), expected " +
                          std::to_string(X_.cols()) + " (as the data)");
  require_finite(X, "X");
  const Vector f0 = hcx::predict(start_, X), moved = kernel(X, X_) * coefficients_;
  return ridge_ ? Vector(moved - f0) : Vector(moved + f0);
}

Matrix LazyPredictor::kernel(const Matrix& A, const Matrix& B) const {
  const Matrix ZA = A * start_.W.transpose(), ZB = B * start_.W.transpose();
  const auto on = [](const Matrix& Z) { return Matrix((Z.array() > 0).cast<double>()); };
  const Matrix first = (on(ZA) * start_.alpha.cwiseAbs2().asDiagonal() * on(ZB).transpose());
  return Matrix(ZA.cwiseMax(0) * ZB.cwiseMax(0).transpose()) + first.cwiseProduct(A * B.transpose());
}

}  // namespace hcx
