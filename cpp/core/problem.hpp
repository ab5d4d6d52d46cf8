/// The training problem, stated once for every part of the engine.
#pragma once

#include <string_view>

#include "core/types.hpp"

namespace hcx {

/// How the misfit is measured: the article's sums, the animations' means, the halves of most papers.
enum class Loss {
  Sum,   ///< ||f - y||^2
  Mean,  ///< ||f - y||^2 / n
  Half,  ///< 1/2 ||f - y||^2
};

constexpr std::string_view to_string(Loss loss) {
  switch (loss) {  // no default: a new enumerator is a warning here
    case Loss::Sum: return "sum";
    case Loss::Mean: return "mean";
    case Loss::Half: return "half";
  }
  return "";
}

/// minimise over (W, alpha)   L = k ||f - y||^2 + lambda sum_i (||w_i||^2 + alpha_i^2),
///     f_j = sum_i alpha_i max(0, w_i . x_j),   k = 1 (Sum), 1/n (Mean) or 1/2 (Half).
struct Problem {
  Matrix X;             ///< n x d, one data point a row; a bias is a column of ones
  Vector y;             ///< n labels
  double lambda = 0.0;  ///< weight decay, finite, >= 0
  Loss loss = Loss::Sum;

  double misfit_factor() const;      ///< k
  double zero_network_loss() const;  ///< k ||y||^2
};

/// The one scale the convex side works in:  min 1/2 ||f - y||^2 + b sum ||u||,  its value times `factor` is that of L.
/// Because min (||w||^2 + alpha^2) over ||w|| |alpha| = c is 2c, weight decay lambda costs 2 lambda ||u||:
/// Sum: b = lambda, factor 2;  Mean: b = n lambda, factor 2/n;  Half: b = 2 lambda, factor 1.
struct CanonicalScale {
  double b;
  double factor;
};
CanonicalScale canonical_scale(const Problem& problem);

/// Throws InvalidArgument when X is empty, sizes disagree, a value is not finite or lambda < 0.
void validate(const Problem& problem);

/// X with a column of ones appended: n x (d + 1).
Matrix with_bias(const Matrix& X);

}  // namespace hcx
