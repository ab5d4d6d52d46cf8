#include "patterns/sample.hpp"

#include <set>

#include "core/checks.hpp"
#include "core/random.hpp"

namespace hcx {
namespace {

/// Keeps each pattern the first time it is seen.
class Distinct {
 public:
  void add(Pattern pattern) {
    if (seen_.insert(pattern).second) order_.push_back(std::move(pattern));
  }
  std::vector<Pattern> take() { return std::move(order_); }

 private:
  std::set<Pattern> seen_;
  std::vector<Pattern> order_;
};

}  // namespace

std::vector<Pattern> sample_patterns(const Matrix& X, std::int64_t draws, std::uint64_t seed) {
  require_nonempty(X, "X");
  require_finite(X, "X");
  require_between(draws, 1, 10'000'000, "count");
  Random random(seed);
  Distinct distinct;
  Vector w(X.cols());
  for (std::int64_t k = 0; k < draws; ++k) {
    for (double& value : w) value = random.normal();
    distinct.add(pattern_of(X, w));
  }
  return distinct.take();
}

std::vector<Pattern> patterns_of(const Matrix& X, const Matrix& W) {
  require_nonempty(X, "X");
  require_length(W.cols(), X.cols(), "a row of W", "columns of X");
  Distinct distinct;
  for (Index i = 0; i < W.rows(); ++i) distinct.add(pattern_of(X, W.row(i).transpose()));
  return distinct.take();
}

}  // namespace hcx
