#include "network/objective.hpp"

#include <cmath>

#include "core/invalid_argument.hpp"

namespace hcx {

Evaluation evaluate(const Problem& problem, const Network& network) {
  validate(problem);
  validate(network, problem.X.cols());
  Evaluation e;
  e.predictions = predict(network, problem.X);
  e.data_loss = problem.misfit_factor() * (e.predictions - problem.y).squaredNorm();
  e.penalty = problem.lambda * (network.W.squaredNorm() + network.alpha.squaredNorm());
  e.objective = e.data_loss + e.penalty;
  if (!std::isfinite(e.objective)) throw InvalidArgument("W, alpha, X or y are so large that the loss is not finite");
  return e;
}

Gradient gradient(const Problem& problem, const Network& network) {
  validate(problem);
  validate(network, problem.X.cols());
  const double k = problem.misfit_factor();
  const Vector residual = predict(network, problem.X) - problem.y;
  Gradient g{2 * problem.lambda * network.W, 2 * problem.lambda * network.alpha};
  for (Index i = 0; i < network.width(); ++i) {
    const Vector z = problem.X * network.W.row(i).transpose();
    const Vector seen = (z.array() > 0).select(residual, 0.0);  // D_i (f - y)
    g.W.row(i) += 2 * k * network.alpha[i] * (problem.X.transpose() * seen).transpose();
    g.alpha[i] += 2 * k * seen.dot(z);
  }
  return g;
}

}  // namespace hcx
