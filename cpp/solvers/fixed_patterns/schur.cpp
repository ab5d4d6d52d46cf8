#include "solvers/fixed_patterns/schur.hpp"

namespace hcx::fixed_patterns {
namespace {

// Of the diagonals' mean, added so that rounding leaves them positive.
constexpr double kLift = 1e-14, kSumLift = 1e-15;

}  // namespace

Schur::Schur(const Cones& cones)
    : cones_(cones),
      H_(cones.d(), cones.count()),
      inverses_(cones.d(), cones.count()),
      sums_(cones.d(), cones.on.cols()),
      active_(static_cast<std::size_t>(cones.on.cols())) {
  for (Index p = 0; p < cones.on.cols(); ++p)
    for (Index j = 0; j < cones.n(); ++j)
      if (cones.on(j, p) > 0) active_[static_cast<std::size_t>(p)].push_back(j);
}

bool Schur::factor() {
  if (!factor_blocks()) return false;
  assemble();
  return cholesky_.factor(S_);
}

bool Schur::factor_blocks() {
  if (!H_.factor(kLift)) return false;
  H_.inverses(inverses_);
  sums_.set_zero();
  for (Index k = 0; k < cones_.count(); ++k) {
    double* sum = sums_.entries(cones_.block(k).pattern);
    const double* inverse = inverses_.entries(k);
    for (Index e = 0; e < SmallSystems::kLanes * H_.size(); e += SmallSystems::kLanes) sum[e] += inverse[e];
  }
  return sums_.factor(kSumLift);
}

void Schur::assemble() {
  S_.setIdentity(cones_.n(), cones_.n());
  for (Index p = 0; p < cones_.on.cols(); ++p) add_pattern(p);
}

void Schur::add_pattern(Index p) {
  const std::vector<Index>& on = active_[static_cast<std::size_t>(p)];
  const Index d = cones_.d();
  const double* entry = sums_.entries(p);
  factor_.setZero(d, d);
  for (Index c = 0; c < d; ++c)
    for (Index r = c; r < d; ++r, entry += SmallSystems::kLanes) factor_(r, c) = r == c ? 1 / *entry : *entry;
  active_rows_.resize(static_cast<Index>(on.size()), d);
  for (Index c = 0; c < d; ++c) {
    const double* row = cones_.rows.col(c).data();
    double* column = active_rows_.col(c).data();
    for (std::size_t i = 0; i < on.size(); ++i) column[i] = cones_.lengths[on[i]] * row[on[i]];
  }
  multiply(active_rows_, factor_, seen_);
  add_gram(seen_, on, S_);
}

void Schur::solve(Eigen::MatrixXd& u) {
  H_.solve(u);
  Vector w = cones_.output(u);
  cholesky_.solve(w);
  cones_.responses(w, seen_);
  correction_.resize(u.rows(), u.cols());
  for (Index k = 0; k < cones_.count(); ++k)
    correction_.col(k) = cones_.block(k).sign * seen_.col(cones_.block(k).pattern);
  H_.solve(correction_);
  u -= correction_;
}

}  // namespace hcx::fixed_patterns
