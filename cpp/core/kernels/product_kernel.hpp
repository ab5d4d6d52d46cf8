/// The inner loop of every dense product: a block of A B in registers.
#pragma once

#include "core/types.hpp"

namespace hcx {

/// sums[r + c column] = sum over l < depth of  left[l left_step + r] right[l right_step + c right_column],  r < rows, c < 4.
/// Every sum is formed in the order of l, so that all kernels agree in every bit.
struct ProductKernel {
  static constexpr Index kCols = 4;
  static constexpr Index kMostRows = 8;
  /// sums[r] = sum over l < depth of  left[l left_step + r] right[l],  r < kColumnRows.
  static constexpr Index kColumnRows = 16;

  Index rows;
  void (*run)(const double* left, Index left_step, const double* right, Index right_step, Index right_column,
              Index depth, double* sums, Index column);
  void (*run_column)(const double* left, Index left_step, const double* right, Index depth, double* sums);
};

/// The widest that this processor has registers for: 4 rows with 128 bits, 8 with AVX2.
const ProductKernel& product_kernel();

}  // namespace hcx
