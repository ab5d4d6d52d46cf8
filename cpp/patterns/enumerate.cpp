#include "patterns/enumerate.hpp"

#include <string>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "patterns/circle.hpp"

namespace hcx {

std::vector<Pattern> enumerate_patterns(const Matrix& X) {
  require_nonempty(X, "X");
  require_finite(X, "X");
  const Circle circle(in_the_plane(X, "enumerating every pattern"));
  std::vector<Pattern> patterns;
  for (Index k = 0; k < circle.rays(); ++k) patterns.push_back(circle.sector_pattern(k));
  if (patterns.empty()) patterns.emplace_back(X.rows());  // X = 0: every direction sees nothing
  return patterns;
}

Matrix in_the_plane(const Matrix& X, std::string_view asked) {
  if (X.cols() > 2)
    throw InvalidArgument("X has " + counted(X.cols(), "column") + " (bias included), expected at most 2 for " +
                          std::string(asked));
  if (X.cols() == 2) return X;
  Matrix plane = Matrix::Zero(X.rows(), 2);
  plane.col(0) = X.col(0);
  return plane;
}

}  // namespace hcx
