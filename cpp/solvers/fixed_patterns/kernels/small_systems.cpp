#include "solvers/fixed_patterns/kernels/small_systems.hpp"

#include <algorithm>
#include <cmath>

#if defined(__x86_64__) && defined(__GNUC__)
#define HCX_AVX2 1
#endif

namespace hcx::fixed_patterns {
namespace {

constexpr Index kLanes = SmallSystems::kLanes;

// One entry of four matrices; a compiler spreads it over as many registers as it needs.
using Wide [[gnu::vector_size(32)]] = double;
using Unaligned [[gnu::vector_size(32), gnu::aligned(8)]] = double;

[[gnu::always_inline]] inline Unaligned& at(double* p, Index entry) {
  return *reinterpret_cast<Unaligned*>(p + kLanes * entry);
}
[[gnu::always_inline]] inline const Unaligned& at(const double* p, Index entry) {
  return *reinterpret_cast<const Unaligned*>(p + kLanes * entry);
}

/// Where row 0 of column c would be: entry (r, c), r >= c, is r entries on.
[[gnu::always_inline]] inline Index column_of(Index c, Index d) { return c * (2 * d - c - 1) / 2; }

[[gnu::always_inline]] inline void add_to_diagonals(double* a, Index d, double relative) {
  Wide sum = {};
  for (Index c = 0; c < d; ++c) sum += at(a, column_of(c, d) + c);
  sum *= relative / static_cast<double>(d);
  for (Index c = 0; c < d; ++c) at(a, column_of(c, d) + c) += sum;
}

[[gnu::always_inline]] inline bool factor_group(double* a, Index d) {
  for (Index c = 0; c < d; ++c) {
    double* column = a + kLanes * column_of(c, d);
    for (Index i = 0; i < c; ++i) {
      const double* earlier = a + kLanes * column_of(i, d);
      const Wide factor = at(earlier, c);
      for (Index r = c; r < d; ++r) at(column, r) -= factor * at(earlier, r);
    }
    double* pivot = column + kLanes * c;
    for (Index lane = 0; lane < kLanes; ++lane) {
      if (!(pivot[lane] > 0)) return false;
      pivot[lane] = 1 / std::sqrt(pivot[lane]);
    }
    const Wide reciprocal = at(pivot, 0);
    for (Index r = c + 1; r < d; ++r) at(column, r) *= reciprocal;
  }
  return true;
}

/// out <- (L L')^-1 by way of L^-1 in `inverse`.
[[gnu::always_inline]] inline void invert_group(const double* L, Index d, double* inverse, double* out) {
  for (Index c = 0; c < d; ++c) {  // L x = e_c
    double* x = inverse + kLanes * column_of(c, d);
    for (Index r = c; r < d; ++r) at(x, r) = Wide{};
    at(x, c) += 1.0;
    for (Index k = c; k < d; ++k) {
      const double* column = L + kLanes * column_of(k, d);
      const Wide value = at(x, k) * at(column, k);
      at(x, k) = value;
      for (Index r = k + 1; r < d; ++r) at(x, r) -= value * at(column, r);
    }
  }
  for (Index j = 0; j < d; ++j)
    for (Index i = j; i < d; ++i) {
      const double *a = inverse + kLanes * column_of(i, d), *b = inverse + kLanes * column_of(j, d);
      Wide sum = {};
      for (Index r = i; r < d; ++r) sum += at(a, r) * at(b, r);
      at(out, column_of(j, d) + i) = sum;
    }
}

[[gnu::always_inline]] inline void solve_group(const double* L, Index d, double* x) {
  for (Index c = 0; c < d; ++c) {
    const double* column = L + kLanes * column_of(c, d);
    const Wide value = at(x, c) * at(column, c);
    at(x, c) = value;
    for (Index r = c + 1; r < d; ++r) at(x, r) -= value * at(column, r);
  }
  for (Index c = d - 1; c >= 0; --c) {
    const double* column = L + kLanes * column_of(c, d);
    Wide value = at(x, c);
    for (Index r = c + 1; r < d; ++r) value -= at(column, r) * at(x, r);
    at(x, c) = value * at(column, c);
  }
}

/// The three for groups that lie one after another.
struct Kernel {
  bool (*factor)(double* a, Index d);
  void (*invert)(const double* L, Index d, double* inverse, double* out);
  void (*solve)(const double* L, Index d, double* x);
};

bool factor_narrow(double* a, Index d) { return factor_group(a, d); }
void invert_narrow(const double* L, Index d, double* inverse, double* out) { invert_group(L, d, inverse, out); }
void solve_narrow(const double* L, Index d, double* x) { solve_group(L, d, x); }

#ifdef HCX_AVX2
[[gnu::target("avx2")]] bool factor_wide(double* a, Index d) { return factor_group(a, d); }
[[gnu::target("avx2")]] void invert_wide(const double* L, Index d, double* inverse, double* out) {
  invert_group(L, d, inverse, out);
}
[[gnu::target("avx2")]] void solve_wide(const double* L, Index d, double* x) { solve_group(L, d, x); }
#endif

Kernel widest() {
#ifdef HCX_AVX2
  if (__builtin_cpu_supports("avx2")) return {factor_wide, invert_wide, solve_wide};
#endif
  return {factor_narrow, invert_narrow, solve_narrow};
}

const Kernel& kernel() {
  static const Kernel kernel = widest();
  return kernel;
}

}  // namespace

SmallSystems::SmallSystems(Index d, Index count) : d_(d), count_(count), size_(d * (d + 1) / 2) {
  values_.resize(static_cast<std::size_t>(groups() * kLanes * size_));
  room_.resize(static_cast<std::size_t>(kLanes * size_));
  set_zero();
}

void SmallSystems::set_zero() {
  std::fill(values_.begin(), values_.end(), 0.0);
  for (Index k = count_; k < groups() * kLanes; ++k)
    for (Index c = 0; c < d_; ++c) entries(k)[kLanes * (column_of(c, d_) + c)] = 1;
}

bool SmallSystems::factor(double lift) {
  for (Index k = 0; k < count_; k += kLanes) {
    add_to_diagonals(entries(k), d_, lift);
    if (!kernel().factor(entries(k), d_)) return false;
  }
  return true;
}

void SmallSystems::inverses(SmallSystems& out) {
  for (Index k = 0; k < count_; k += kLanes) kernel().invert(entries(k), d_, room_.data(), out.entries(k));
}

void SmallSystems::solve(Eigen::MatrixXd& u) {
  for (Index k = 0; k < count_; k += kLanes) {
    const Index lanes = std::min(kLanes, count_ - k);
    double* x = room_.data();
    for (Index lane = 0; lane < lanes; ++lane)
      for (Index i = 0; i < d_; ++i) x[kLanes * i + lane] = u(i, k + lane);
    kernel().solve(entries(k), d_, x);
    for (Index lane = 0; lane < lanes; ++lane)
      for (Index i = 0; i < d_; ++i) u(i, k + lane) = x[kLanes * i + lane];
  }
}

}  // namespace hcx::fixed_patterns
