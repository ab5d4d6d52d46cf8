#include "network/objective.hpp"

#include <cmath>

#include "core/invalid_argument.hpp"
#include "core/matrix_vector.hpp"

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
    const Vector z = times(problem.X, network.W.row(i).transpose());
    Vector seen = residual;  // D_i (f - y)
    for (Index j = 0; j < z.size(); ++j)
      if (!(z[j] > 0)) seen[j] = 0;
    const Vector pull = transposed_times(problem.X, seen);
    for (Index c = 0; c < pull.size(); ++c) g.W(i, c) += 2 * k * network.alpha[i] * pull[c];
    g.alpha[i] += 2 * k * seen.dot(z);
  }
  return g;
}

}  // namespace hcx
