/// How far optimal networks differ where there is no data.
#pragma once

#include "landscape/optima/optimal_set.hpp"

namespace hcx {

struct OutputRange {
  Vector low, high;   ///< a value for each row of X: the smallest and largest output of any optimal network there
  double difference;  ///< the largest high - low
  Index at;           ///< the row where it is

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("low", s.low);
    visit("high", s.high);
    visit("difference", s.difference);
    visit("at", s.at);
  }
};

/// Two linear programmes a row: q . c least and largest over {c >= 0 : Phi c = f}, q_k = s_k max(0, x . w_k), by the simplex method from where the
/// row before ended. No list of corners is needed but a first one. O(r^2 k) a row and O(r k) a pivot; a few pivots from one row to the next.
/// Throws InvalidArgument when X has not as many columns as the set's directions.
OutputRange output_range(const OptimalPolytope& set, const Matrix& X);

}  // namespace hcx
