#include "landscape/optima/output_range.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "landscape/optima/tableau.hpp"

namespace hcx {
namespace {

constexpr double kReducedCost = 1e-11;  // of the largest cost: what counts as a gain

/// Maximises one cost after the other over one polytope, each from the basis in which the last one ended.
class Maximiser {
 public:
  explicit Maximiser(const Equations& equations) : tableau_(equations) {}

  double largest(const Vector& cost) {
    tableau_.begin(std::vector<Index>(tableau_.basis()));  // afresh: rounding does not add up from row to row
    const double gain = kReducedCost * cost.cwiseAbs().maxCoeff();
    const Index patience = 2 * tableau_.columns();  // pivots without a move before Bland's rule, which cannot cycle
    for (Index idle = 0, left = 100 * (tableau_.columns() + 1); left > 0; --left) {
      const Index enter = entering(cost, gain, idle > patience);
      if (enter < 0) break;
      const Index row = chosen(tableau_.leaving(enter), enter, idle > patience);
      if (row < 0) break;
      idle = tableau_.step(enter, row) > tableau_.zero() ? 0 : idle + 1;
      tableau_.pivot(row, enter);
    }
    double value = 0;
    for (Index i = 0; i < tableau_.values().size(); ++i) value += cost[basic(i)] * tableau_.values()[i];
    return value;
  }

 private:
  Index basic(Index row) const { return tableau_.basis()[static_cast<std::size_t>(row)]; }

  Index entering(const Vector& cost, double gain, bool first) const {
    Index best = -1;
    double most = gain;
    for (Index j = 0; j < tableau_.columns(); ++j) {
      if (tableau_.is_basic(j)) continue;
      double reduced = cost[j];
      for (Index i = 0; i < tableau_.values().size(); ++i) reduced -= cost[basic(i)] * tableau_.column(j)[i];
      if (reduced <= most) continue;
      best = j, most = reduced;
      if (first) break;
    }
    return best;
  }

  /// Of several rows the one with the largest pivot or, by Bland's rule, with the first column.
  Index chosen(const std::vector<Index>& rows, Index enter, bool first) const {
    Index best = -1;
    for (const Index i : rows)
      if (best < 0 || (first ? basic(i) < basic(best) : tableau_.column(enter)[i] > tableau_.column(enter)[best]))
        best = i;
    return best;
  }

  Tableau tableau_;
};

void require_set(const OptimalPolytope& set, const Matrix& X) {
  validate(set);
  require_nonempty(X, "X");
  require_finite(X, "X");
  if (X.cols() != set.directions.cols())
    throw InvalidArgument("X has " + counted(X.cols(), "column") + " (bias included), expected " +
                          std::to_string(set.directions.cols()) + " (columns of the set's directions)");
}

}  // namespace

OutputRange output_range(const OptimalPolytope& set, const Matrix& X) {
  require_set(set, X);
  OutputRange range{Vector::Zero(X.rows()), Vector::Zero(X.rows()), 0, 0};
  const Index k = set.directions.rows();
  if (k == 0) return range;
  const Equations system = equations(set.features, set.outputs, set.corners.row(0).transpose());
  Maximiser up(system), down(system);
  Vector cost(k);
  for (Index i = 0; i < X.rows(); ++i) {
    for (Index j = 0; j < k; ++j)
      cost[j] = set.signs[static_cast<std::size_t>(j)] * std::max(0.0, X.row(i).dot(set.directions.row(j))) /
                system.lengths[j];
    range.high[i] = up.largest(cost);
    range.low[i] = -down.largest(-cost);
  }
  range.difference = (range.high - range.low).maxCoeff(&range.at);
  return range;
}

}  // namespace hcx
