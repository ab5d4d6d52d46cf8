/// Where a regularisation path leads to next.
#pragma once

#include <vector>

#include "landscape/regularization_path.hpp"

namespace hcx {

/// A network to start from at the problem's lambda, given the points before it, at least one. With u = |alpha| w, neurons
/// that the last two points share go on straight in lambda, which is exact as long as all kinks are on data points; one whose
/// u would turn round dies. Whenever that is no better than the last point's own network, it is that.
Network predicted_network(const Problem& problem, const std::vector<RegularizationPoint>& points);

}  // namespace hcx
