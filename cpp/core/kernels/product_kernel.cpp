#include "core/kernels/product_kernel.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#define HCX_AVX2 1
#endif

namespace hcx {
namespace {

// Four doubles, which a compiler spreads over as many registers as they need.
using Wide [[gnu::vector_size(32)]] = double;
using Unaligned [[gnu::vector_size(32), gnu::aligned(8)]] = double;

Unaligned& at(double* p) { return *reinterpret_cast<Unaligned*>(p); }
const Unaligned& at(const double* p) { return *reinterpret_cast<const Unaligned*>(p); }

template <int kVectors>
[[gnu::always_inline]] inline void block(const double* left, Index left_step, const double* right, Index right_step,
                                         Index right_column, Index depth, double* sums, Index column) {
  Wide a[kVectors] = {}, b[kVectors] = {}, c[kVectors] = {}, d[kVectors] = {};
  const double *r0 = right, *r1 = r0 + right_column, *r2 = r1 + right_column, *r3 = r2 + right_column;
  for (Index l = 0, at_right = 0; l < depth; ++l, left += left_step, at_right += right_step) {
#pragma GCC unroll 2
    for (int v = 0; v < kVectors; ++v) {
      const Wide x = at(left + 4 * v);
      a[v] += x * r0[at_right];
      b[v] += x * r1[at_right];
      c[v] += x * r2[at_right];
      d[v] += x * r3[at_right];
    }
  }
#pragma GCC unroll 2
  for (int v = 0; v < kVectors; ++v) {
    at(sums + 4 * v) = a[v];
    at(sums + column + 4 * v) = b[v];
    at(sums + 2 * column + 4 * v) = c[v];
    at(sums + 3 * column + 4 * v) = d[v];
  }
}

[[gnu::always_inline]] inline void column_block(const double* left, Index left_step, const double* right, Index depth,
                                                double* sums) {
  Wide a = {}, b = {}, c = {}, d = {};
  for (Index l = 0; l < depth; ++l, left += left_step) {
    const double x = right[l];
    a += at(left) * x, b += at(left + 4) * x, c += at(left + 8) * x, d += at(left + 12) * x;
  }
  at(sums) = a, at(sums + 4) = b, at(sums + 8) = c, at(sums + 12) = d;
}

void narrow_column(const double* left, Index left_step, const double* right, Index depth, double* sums) {
  column_block(left, left_step, right, depth, sums);
}

void narrow(const double* left, Index left_step, const double* right, Index right_step, Index right_column, Index depth,
            double* sums, Index column) {
  block<1>(left, left_step, right, right_step, right_column, depth, sums, column);
}

#ifdef HCX_AVX2
[[gnu::target("avx2")]] void wide(const double* left, Index left_step, const double* right, Index right_step,
                                  Index right_column, Index depth, double* sums, Index column) {
  block<2>(left, left_step, right, right_step, right_column, depth, sums, column);
}
[[gnu::target("avx2")]] void wide_column(const double* left, Index left_step, const double* right, Index depth,
                                         double* sums) {
  column_block(left, left_step, right, depth, sums);
}
#endif

ProductKernel widest() {
#ifdef HCX_AVX2
  if (__builtin_cpu_supports("avx2")) return {8, wide, wide_column};
#endif
  return {4, narrow, narrow_column};
}

}  // namespace

const ProductKernel& product_kernel() {
  static const ProductKernel kernel = widest();
  return kernel;
}

}  // namespace hcx
