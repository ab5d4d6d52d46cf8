/// Matrices as a caller without matrices takes them.
#pragma once

#include <vector>

#include "core/types.hpp"

namespace hcx {

/// A matrix that tells its shape beside its row-major values.
struct Shaped {
  const Matrix& matrix;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("data", s.matrix);
    visit("rows", s.matrix.rows());
    visit("cols", s.matrix.cols());
  }
};

/// The rows, one vector each.
inline std::vector<Vector> rows_of(const Matrix& matrix) {
  std::vector<Vector> rows;
  for (Index i = 0; i < matrix.rows(); ++i) rows.emplace_back(matrix.row(i).transpose());
  return rows;
}

}  // namespace hcx
