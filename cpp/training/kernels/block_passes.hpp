/// The two passes over the data for one block of neurons, L registers of two: where training spends its time.
#pragma once

#include <algorithm>

#include "core/types.hpp"
#include "training/kernels/lane.hpp"

namespace hcx {

/// D + 1 rows of one block, held in registers: D known to the compiler.
template <int D, int L>
struct FewRows {
  Lane row[D + 1][L];

  static FewRows load(const Lane* from) {
    FewRows rows;
    for (int k = 0; k <= D; ++k)
      for (int l = 0; l < L; ++l) rows.row[k][l] = from[k * L + l];
    return rows;
  }
  void store(Lane* to) const {
    for (int k = 0; k <= D; ++k)
      for (int l = 0; l < L; ++l) to[k * L + l] = row[k][l];
  }
  void add_squares(Lane* sums) const {
    for (int k = 0; k <= D; ++k)
      for (int l = 0; l < L; ++l) sums[l] += row[k][l] * row[k][l];
  }
};

/// One point's part of the backward pass: q_k += 1[seen] p_k for k < D, p = r_j x_j.
template <int D, int L>
inline void backward_point(const Lane* p, const LaneMask* seen, FewRows<D, L>& q) {
  for (int k = 0; k < D; ++k)
    for (int l = 0; l < L; ++l) q.row[k][l] += where(seen[l], p[k]);
}

/// One point's part of the forward pass: seen = 1[w . x > 0] and f += alpha max(0, w . x).
template <int D, int L>
inline void forward_point(const Lane* x, const FewRows<D, L>& w, LaneMask* seen, Lane& f) {
  Lane z[L];
  for (int l = 0; l < L; ++l) z[l] = x[0] * w.row[0][l];
  for (int k = 1; k < D; ++k)
    for (int l = 0; l < L; ++l) z[l] += x[k] * w.row[k][l];
  Lane output;
  for (int l = 0; l < L; ++l) {
    const LaneMask on = positive(z[l]);
    seen[l] = on;
    const Lane share = w.row[D][l] * where(on, z[l]);
    output = l ? output + share : share;
  }
  f += output;
}

/// q_k = sum_j 1[seen_j] r_j x_jk for k < D.
template <int D, int L>
inline FewRows<D, L> backward_few(const Lane* p, Index n, const LaneMask* seen) {
  FewRows<D, L> q = {};
  for (Index j = 0; j < n; ++j, p += D, seen += L) backward_point<D, L>(p, seen, q);
  return q;
}

/// seen_j = 1[w . x_j > 0] and f_j += alpha max(0, w . x_j), D inputs.
template <int D, int L>
inline void forward_few(const Lane* x, Index n, const FewRows<D, L>& w, LaneMask* seen, Lane* f) {
  for (Index j = 0; j < n; ++j, x += D, seen += L, ++f) forward_point<D, L>(x, w, seen, *f);
}

/// forward_few of one block and, in the same loop, backward_few of the next: neither waits for the other. Two points a turn
/// share the counting of addresses; with four V8 runs out of registers and all is slower than before.
template <int D, int L>
inline FewRows<D, L> forward_and_backward_few(const Lane* x, const Lane* p, Index n, const FewRows<D, L>& w,
                                              LaneMask* seen, Lane* f, const LaneMask* next) {
  FewRows<D, L> q = {};
  for (; n >= 2; n -= 2, x += 2 * D, p += 2 * D, seen += 2 * L, next += 2 * L, f += 2)
    for (int i = 0; i < 2; ++i) {
      forward_point<D, L>(x + i * D, w, seen + i * L, f[i]);
      backward_point<D, L>(p + i * D, next + i * L, q);
    }
  if (n > 0) {
    forward_point<D, L>(x, w, seen, *f);
    backward_point<D, L>(p, next, q);
  }
  return q;
}

/// A tile of `T` inputs: q_k for k < T, t = residuals where seen.
template <int L, int T>
inline void backward_tile(const double* x, Index n, Index d, const Lane* t, Lane* q) {
  Lane sum[T][L] = {};
  for (Index j = 0; j < n; ++j, x += d, t += L)
    for (int k = 0; k < T; ++k) {
      const Lane input = both(x[k]);
      for (int l = 0; l < L; ++l) sum[k][l] += input * t[l];
    }
  for (int k = 0; k < T; ++k)
    for (int l = 0; l < L; ++l) q[k * L + l] = sum[k][l];
}

/// backward_few for any d; t: room for n L lanes.
template <int L>
inline void backward_many(const double* x, const double* r, Index n, Index d, const LaneMask* seen, Lane* t, Lane* q) {
  for (Index j = 0; j < n; ++j)
    for (int l = 0; l < L; ++l) t[j * L + l] = where(seen[j * L + l], both(r[j]));
  Index k = 0;
  for (; k + 5 <= d; k += 5) backward_tile<L, 5>(x + k, n, d, t, q + k * L);
  switch (d - k) {
    case 4: return backward_tile<L, 4>(x + k, n, d, t, q + k * L);
    case 3: return backward_tile<L, 3>(x + k, n, d, t, q + k * L);
    case 2: return backward_tile<L, 2>(x + k, n, d, t, q + k * L);
    case 1: return backward_tile<L, 1>(x + k, n, d, t, q + k * L);
  }
}

/// A tile of T points.
template <int L, int T>
inline void forward_tile(const double* x, Index d, const Lane* w, LaneMask* seen, Lane* f) {
  Lane z[T][L] = {};
  for (Index k = 0; k < d; ++k)
    for (int j = 0; j < T; ++j) {
      const Lane input = both(x[j * d + k]);
      for (int l = 0; l < L; ++l) z[j][l] += input * w[k * L + l];
    }
  for (int j = 0; j < T; ++j) {
    Lane output;
    for (int l = 0; l < L; ++l) {
      seen[j * L + l] = positive(z[j][l]);
      const Lane share = w[d * L + l] * where(seen[j * L + l], z[j][l]);
      output = l ? output + share : share;
    }
    f[j] += output;
  }
}

/// forward_few for any d.
template <int L>
inline void forward_many(const double* x, Index n, Index d, const Lane* w, LaneMask* seen, Lane* f) {
  Index j = 0;
  for (; j + 5 <= n; j += 5) forward_tile<L, 5>(x + j * d, d, w, seen + j * L, f + j);
  switch (n - j) {
    case 4: return forward_tile<L, 4>(x + j * d, d, w, seen + j * L, f + j);
    case 3: return forward_tile<L, 3>(x + j * d, d, w, seen + j * L, f + j);
    case 2: return forward_tile<L, 2>(x + j * d, d, w, seen + j * L, f + j);
    case 1: return forward_tile<L, 1>(x + j * d, d, w, seen + j * L, f + j);
  }
}

}  // namespace hcx
