#include "training/alignment.hpp"

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"

namespace hcx {

Vector alignment_potential(const Problem& problem, const Matrix& W, const Network& network) {
  validate(problem);
  validate(network, problem.X.cols());
  require_finite(W, "directions");
  if (W.cols() != problem.X.cols())
    throw InvalidArgument("directions has " + counted(W.cols(), "column") + ", expected " +
                          std::to_string(problem.X.cols()) + " (columns of X, bias included)");
  const Vector missing = network.width() > 0 ? Vector(problem.y - predict(network, problem.X)) : problem.y;
  Vector potential(W.rows());
  for (Index i = 0; i < W.rows(); ++i) {
    const double size = W.row(i).norm();
    potential[i] = size > 0 ? missing.dot((problem.X * W.row(i).transpose()).cwiseMax(0)) / size : 0;
  }
  return 2 * problem.misfit_factor() * potential;
}

}  // namespace hcx
