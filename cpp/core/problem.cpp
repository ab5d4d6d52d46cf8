#include "core/problem.hpp"

#include "core/checks.hpp"

namespace hcx {

double Problem::misfit_factor() const {
  switch (loss) {  // no default: a new enumerator is a warning here
    case Loss::Sum: return 1;
    case Loss::Mean: return 1 / static_cast<double>(X.rows());
    case Loss::Half: return 0.5;
  }
  return 1;
}

double Problem::zero_network_loss() const { return misfit_factor() * y.squaredNorm(); }

CanonicalScale canonical_scale(const Problem& problem) {
  const double k = problem.misfit_factor();
  return {problem.lambda / k, 2 * k};
}

void validate(const Problem& problem) {
  require_nonempty(problem.X, "X");
  require_finite(problem.X, "X");
  require_length(problem.y.size(), problem.X.rows(), "y", "rows of X");
  require_finite(problem.y, "y");
  require_at_least(problem.lambda, 0, "lambda");
}

Matrix with_bias(const Matrix& X) {
  Matrix extended(X.rows(), X.cols() + 1);
  extended << X, Vector::Ones(X.rows());
  return extended;
}

}  // namespace hcx
