#include <memory>

#include "response/peak_by_branch_and_bound.hpp"
#include "response/responses.hpp"

namespace hcx {

Responses responses_by_search(const Matrix& X, const Network& network, long long max_nodes) {
  const auto search = std::make_shared<BranchAndBound>(X);
  const Matrix starts = starting_directions(network, X.cols());
  const auto nodes = std::make_shared<long long>(max_nodes);
  return {[search, starts, nodes](const Vector& v, double enough) -> Responses::Peak {
            const ResponsePeak peak = search->peak(v, starts, {.enough = enough, .max_nodes = *nodes});
            if (!peak.complete) *nodes /= 4;  // other directions will be as hard and little better
            return {peak.bound, peak.w};
          },
          [search](const Vector& r) { return search->unfittable_part(r); }};
}

}  // namespace hcx
