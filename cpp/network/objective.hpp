/// The loss of a network, its parts and its gradient.
#pragma once

#include "core/problem.hpp"
#include "network/network.hpp"

namespace hcx {

struct Evaluation {
  double objective;    ///< data_loss + penalty
  double data_loss;    ///< k ||f - y||^2
  double penalty;      ///< lambda sum_i (||w_i||^2 + alpha_i^2)
  Vector predictions;  ///< f(x_j), n

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("objective", s.objective);
    visit("dataLoss", s.data_loss);
    visit("penalty", s.penalty);
    visit("predictions", s.predictions);
  }
};

/// L(W, alpha) and its parts. Throws InvalidArgument on a bad problem or network, or when the loss is not finite. O(n m d).
Evaluation evaluate(const Problem& problem, const Network& network);

/// dL/dW (m x d) and dL/dalpha (m); at a kink the derivative of max(0, .) is taken as 0.
struct Gradient {
  Matrix W;
  Vector alpha;
};
/// dL/dw_i = 2k alpha_i sum_{j: w_i.x_j > 0} (f_j - y_j) x_j + 2 lambda w_i;  dL/dalpha_i = 2k (f - y) . max(0, X w_i) + 2 lambda alpha_i.
Gradient gradient(const Problem& problem, const Network& network);

}  // namespace hcx
