/// From any network to one of at most n neurons: the same output on the data, no larger penalty.
#pragma once

#include <vector>

#include "network/network.hpp"

namespace hcx {

/// What each neuron adds to the output on the data: f = sum_i amount_i column_i. A neuron that is scaled to x_i instead of
/// amount_i, and balanced, costs 2 lambda cost_i x_i: output and penalty are linear in x >= 0.
struct Contributions {
  Eigen::MatrixXd columns;  ///< n x m, unit vectors +-max(0, X w_i) / ||max(0, X w_i)||
  Vector amount;            ///< m, |alpha_i| ||max(0, X w_i)||
  Vector cost;              ///< m, ||w_i|| / ||max(0, X w_i)||
};
/// A neuron that acts on no data point has amount 0, column 0 and cost 1. O(n m d).
Contributions contributions(const Matrix& X, const Network& network);

/// The neurons with an amount > 0.
std::vector<Index> in_use(const Vector& amounts);

/// Caratheodory's walk. As long as the columns in use are dependent, sum z_i column_i = 0, x moves along z in the sense that
/// does not raise cost . x until an x_i is 0: A x stays. Returns x after each step; of the last one, or of `amount` when
/// there is none, the columns in use are independent, at most rank of them. O(m) steps of O(n m^2).
std::vector<Vector> caratheodory(const Contributions& given);

/// merge, then Caratheodory's walk: at most rank <= n neurons, balanced, the same output on the data, no larger penalty.
/// Throws InvalidArgument when W has not as many columns as X.
Network reduce(const Matrix& X, const Network& network);

}  // namespace hcx
