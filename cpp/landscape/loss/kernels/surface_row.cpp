#include "landscape/loss/kernels/surface_row.hpp"

#include <algorithm>

namespace hcx {
namespace {

/// n x m products x_j . w_i, summed in order.
std::vector<double> activations(const Matrix& X, const Matrix& W) {
  std::vector<double> z;
  z.reserve(static_cast<std::size_t>(X.rows() * W.rows()));
  for (Index j = 0; j < X.rows(); ++j)
    for (Index i = 0; i < W.rows(); ++i) {
      double sum = 0;
      for (Index k = 0; k < X.cols(); ++k) sum += X(j, k) * W(i, k);
      z.push_back(sum);
    }
  return z;
}

LossPlane moved(LossPlane plane, double u) {
  plane.origin.W += u * plane.u.W;
  plane.origin.alpha += u * plane.u.alpha;
  return plane;
}

double squares(const Network& network) {
  double sum = 0;
  for (Index i = 0; i < network.W.size(); ++i) sum += network.W.data()[i] * network.W.data()[i];
  for (const double a : network.alpha) sum += a * a;
  return sum;
}

}  // namespace

SurfaceRow::SurfaceRow(const Problem& problem, const PlaneGrid& grid)
    : n_(problem.X.rows()),
      m_(grid.plane.origin.width()),
      j_(n_),
      cols_(grid.cols),
      k_(problem.misfit_factor()),
      lambda_(problem.lambda),
      middle_(0.5 * grid.u[0] + 0.5 * grid.u[1]),
      quadratic_((grid.plane.u.alpha.array() != 0).any()),
      plane_(moved(grid.plane, middle_)),
      y_(problem.y.data(), problem.y.data() + n_),
      z_(activations(problem.X, plane_.origin.W)),
      z_u_(activations(problem.X, plane_.u.W)),
      z_v_(activations(problem.X, plane_.v.W)),
      a_(static_cast<std::size_t>(m_)),
      alpha_(a_.size()),
      sum_(static_cast<std::size_t>(cols_)),
      on_(a_.size()) {
  for (int c = 0; c < cols_; ++c) t_.push_back(grid.u_at(c) - middle_);
}

void SurfaceRow::begin(double v) {
  j_ = 0;
  v_ = v;
  std::fill(sum_.begin(), sum_.end(), 0.0);
  for (Index i = 0; i < m_; ++i) alpha_[static_cast<std::size_t>(i)] = plane_.origin.alpha[i] + v * plane_.v.alpha[i];
  if (lambda_ > 0) begin_penalty(v);
}

/// The square completed, so that nothing cancels: the least penalty is that of a network of this row.
void SurfaceRow::begin_penalty(double v) {
  const Network& slope = plane_.u;
  Network network{plane_.origin.W + v * plane_.v.W, plane_.origin.alpha + v * plane_.v.alpha};
  double along = 0;
  for (Index i = 0; i < network.W.size(); ++i) along += network.W.data()[i] * slope.W.data()[i];
  for (Index i = 0; i < m_; ++i) along += network.alpha[i] * slope.alpha[i];
  bend_ = squares(slope);
  at_ = bend_ > 0 ? -along / bend_ : 0;
  network.W += at_ * slope.W;
  network.alpha += at_ * slope.alpha;
  lowest_ = squares(network);
}

/// The first column at which a + b t has the sign that it ends with, b != 0: an estimate, put right by looking, because
/// rounding is monotone.
int SurfaceRow::first_column(double a, double b) const {
  const auto after = [&](int c) {
    const double z = a + b * t_[static_cast<std::size_t>(c)];
    return b > 0 ? z > 0 : !(z > 0);
  };
  const double start = t_.front(), span = t_.back() - start;
  const double place = (-a / b - start) / span * (cols_ - 1);
  int c = place > 0 ? place < cols_ ? static_cast<int>(place) : cols_ : 0;
  while (c > 0 && after(c - 1)) --c;
  while (c < cols_ && !after(c)) ++c;
  return c;
}

void SurfaceRow::find_switches(const double* slope) {
  switches_.clear();
  for (int i = 0; i < static_cast<int>(m_); ++i) {
    const double a = a_[static_cast<std::size_t>(i)], b = slope[i];
    char& on = on_[static_cast<std::size_t>(i)];
    on = a > 0;
    if (b == 0) continue;
    const int c = first_column(a, b);
    on = (c == 0) == (b > 0);
    if (c > 0 && c < cols_) switches_.push_back({c, i, b > 0});
  }
  std::sort(switches_.begin(), switches_.end(),
            [](const Switch& p, const Switch& q) { return p.col != q.col ? p.col < q.col : p.neuron < q.neuron; });
}

/// sum += f(t)^2 on a stretch of columns.
void SurfaceRow::add_squares(int from, int to, const Polynomial& f) {
  const double* __restrict t = t_.data();
  double* __restrict sum = sum_.data();
  if (quadratic_)
    for (int c = from; c < to; ++c) {
      const double r = f.c + t[c] * (f.s + f.q * t[c]);
      sum[c] += r * r;
    }
  else
    for (int c = from; c < to; ++c) {
      const double r = f.c + f.s * t[c];
      sum[c] += r * r;
    }
}

void SurfaceRow::add_point() {
  const std::size_t first = static_cast<std::size_t>(j_ * m_), m = a_.size();
  const double* slope = z_u_.data() + first;
  for (std::size_t i = 0; i < m; ++i) a_[i] = z_[first + i] + v_ * z_v_[first + i];
  find_switches(slope);

  Polynomial f;
  f.c = -y_[static_cast<std::size_t>(j_)];
  // alpha_i max(0, z_i) = (p + q t) (a + b t) comes or goes.
  const auto change = [&](std::size_t i, double sign) {
    const double p = sign * alpha_[i], q = sign * plane_.u.alpha[static_cast<Index>(i)];
    f.c += p * a_[i];
    f.s += p * slope[i] + q * a_[i];
    f.q += q * slope[i];
  };
  for (std::size_t i = 0; i < m; ++i)
    if (on_[i]) change(i, 1);
  int from = 0;
  for (const Switch& at : switches_) {
    if (at.col > from) add_squares(from, at.col, f);
    from = at.col;
    change(static_cast<std::size_t>(at.neuron), at.on ? 1 : -1);
  }
  add_squares(from, cols_, f);
  ++j_;
}

void SurfaceRow::finish(double* into) const {
  for (int c = 0; c < cols_; ++c) {
    const std::size_t at = static_cast<std::size_t>(c);
    const double away = t_[at] - at_;
    const double misfit = k_ * sum_[at];
    into[c] = lambda_ > 0 ? misfit + lambda_ * (bend_ * (away * away) + lowest_) : misfit;
  }
}

}  // namespace hcx
