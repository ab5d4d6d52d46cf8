/// What a certificate asks about a problem's inputs.
#pragma once

#include <functional>

#include "core/types.hpp"
#include "network/network.hpp"

namespace hcx {

/// How strongly a single neuron can respond to a direction of either sign, and the part of a vector to which none does.
struct Responses {
  struct Peak {
    double bound;  ///< a number >= the response to v or -v of every unit neuron
    Vector w;      ///< unit, d: the strongest known
  };
  std::function<Peak(const Vector& v, double enough)> peak;  ///< a bound below `enough` need not be any tighter
  std::function<Vector(const Vector& r)> unfittable;
};

/// Exact. X: n x 2 of size about 1, kept by reference; d <= 2: how many of its columns the problem has.
Responses responses_on_circle(const Matrix& X, Index d);

/// In any dimension, by at most max_nodes nodes of branch and bound a question, climbing from the network's neurons too.
Responses responses_by_search(const Matrix& X, const Network& network, long long max_nodes);

}  // namespace hcx
