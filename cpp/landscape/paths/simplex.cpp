#include "landscape/paths/simplex.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/pivoted_qr.hpp"

namespace hcx {
namespace {

constexpr double kDependent = 1e-12;  // as for Caratheodory's walk: what it leaves as independent is independent here
constexpr double kGain = 1e-12;       // relative reduced cost that counts as negative
constexpr double kPivot = 1e-9;       // relative size below which an entry is no pivot
constexpr double kRoundedAway = 1e-14;

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

/// The row whose value / rate is least over rates above the smallest pivot; of ties the largest rate. -1: none.
Index first_to_vanish(const Vector& value, const Vector& rate) {
  const double smallest = kPivot * rate.cwiseAbs().maxCoeff(), zero = kRoundedAway * value.maxCoeff();
  Index row = -1;
  double step = INFINITY;
  for (Index i = 0; i < value.size(); ++i) {
    if (!(rate[i] > smallest)) continue;
    const double ratio = value[i] > zero ? value[i] / rate[i] : 0, slack = kRoundedAway * ratio;
    if (ratio > step + slack || (ratio >= step - slack && rate[i] <= rate[row])) continue;
    row = i, step = ratio;
  }
  return row;
}

}  // namespace

Simplex::Simplex(Eigen::MatrixXd columns, Vector cost, const std::vector<Index>& start)
    : A_(std::move(columns)), cost_(std::move(cost)), basis_(start) {
  for (Index best = 0; best >= 0;) {
    std::optional<PivotedQR> qr;
    if (!basis_.empty()) qr.emplace(A_(Eigen::all, basis_), kDependent);
    best = -1;
    double most = kDependent;
    for (Index j = 0; j < A_.cols(); ++j) {
      const double left = qr ? qr->orthogonal_part(A_.col(j)).norm() : A_.col(j).norm();
      if (left > most && !is_basic(j)) best = j, most = left;
    }
    if (best >= 0) basis_.push_back(best);
  }
}

std::vector<Vector> Simplex::descend(const Vector& f) {
  std::vector<Vector> walk;
  if (basis_.empty()) return walk;
  const Index patience = 2 * A_.cols();  // pivots without a move before the rule that cannot cycle (Bland's) takes over
  for (Index idle = 0, left = 100 * (A_.cols() + 1); left > 0; --left) {
    const PivotedQR qr(A_(Eigen::all, basis_), 0);
    const Index enter = entering(qr.shortest(cost_(basis_)), idle > patience);
    if (enter < 0) break;
    const Vector x = qr.least_squares(f), along = qr.least_squares(A_.col(enter));
    const Index leave = first_to_vanish(x, along);
    if (leave < 0) break;
    idle = x[leave] > kRoundedAway * x.cwiseAbs().maxCoeff() ? 0 : idle + 1;
    basis_[at(leave)] = enter;
    walk.push_back(solution(f, -1));
  }
  return walk;
}

std::vector<Simplex::Point> Simplex::follow(const Vector& from, const Vector& to) {
  std::vector<Point> corners;
  if (basis_.empty()) return {{1, Vector::Zero(A_.cols())}};
  double t = 0;
  for (Index left = 100 * (A_.cols() + 1); left > 0; --left) {
    const PivotedQR qr(A_(Eigen::all, basis_), 0);
    const Vector x = qr.least_squares((1 - t) * from + t * to), fall = qr.least_squares(from - to);
    const Index leave = first_to_vanish(x, fall);
    const double end = leave < 0 ? INFINITY : t + std::max(x[leave], 0.0) / fall[leave];
    if (end >= 1 - kRoundedAway) {
      corners.push_back({1, solution(to, -1)});
      break;
    }
    corners.push_back({end, solution((1 - end) * from + end * to, leave)});
    t = end;
    Vector unit = Vector::Zero(rank());
    unit[leave] = 1;
    const Index enter = dual_entering(qr.shortest(cost_(basis_)), A_.transpose() * qr.shortest(unit));
    if (enter < 0) break;
    basis_[at(leave)] = enter;
  }
  return corners;
}

/// The basic solution of f, the column of row `without` left out. What rounding makes negative is left out as well and the
/// others are solved for again, so that A x = f holds to rounding.
Vector Simplex::solution(const Vector& f, Index without) const {
  std::vector<Index> used;
  for (Index i = 0; i < rank(); ++i)
    if (i != without) used.push_back(basis_[at(i)]);
  Vector x = Vector::Zero(A_.cols());
  while (!used.empty()) {
    const Vector solved = PivotedQR(A_(Eigen::all, used), 0).least_squares(f);
    const double least = kRoundedAway * solved.cwiseAbs().maxCoeff();
    std::vector<Index> positive;
    for (Index i = 0; i < solved.size(); ++i)
      if (solved[i] > least) positive.push_back(used[at(i)]);
    if (positive.size() == used.size()) {
      x(used) = solved;
      break;
    }
    used = std::move(positive);
  }
  return x;
}

/// The column that lowers the cost fastest, or the first one that lowers it; -1: none.
Index Simplex::entering(const Vector& dual, bool first) const {
  Index best = -1;
  double most = kGain;
  for (Index j = 0; j < A_.cols(); ++j) {
    const double gain = A_.col(j).dot(dual) / cost_[j] - 1;
    if (gain <= most || is_basic(j)) continue;
    best = j, most = gain;
    if (first) break;
  }
  return best;
}

/// Of the columns that can take a row's place, the one whose reduced cost vanishes first; of ties the largest pivot.
Index Simplex::dual_entering(const Vector& dual, const Vector& row) const {
  Vector reduced = cost_ - A_.transpose() * dual, rate = -row;
  for (const Index j : basis_) rate[j] = 0;
  return rate.maxCoeff() > 0 ? first_to_vanish(reduced, rate) : -1;
}

bool Simplex::is_basic(Index j) const { return std::find(basis_.begin(), basis_.end(), j) != basis_.end(); }

}  // namespace hcx
