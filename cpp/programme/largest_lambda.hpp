/// The weight decay at which training has nothing left to gain.
#pragma once

#include "core/problem.hpp"

namespace hcx {

/// The least lambda at which the zero network is a global optimum; it is one for every larger lambda too. The zero network's
/// dual point is y itself, so on the canonical scale this is max over +- of pi(+-y), pi(v) = max over ||w|| <= 1 of
/// v . max(0, X w). The problem's own lambda plays no part.
///
/// Exact to rounding in the plane, O(n log n). For d >= 3 by branch and bound (see BranchAndBound); should 10^6 nodes not be
/// enough, the answer is a lambda at which the zero network is proven optimal, not always the least.
/// Throws InvalidArgument on bad input.
double largest_lambda(const Problem& problem);

}  // namespace hcx
