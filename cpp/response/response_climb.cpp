#include "response/response_climb.hpp"

namespace hcx {
namespace {

constexpr int kMostSteps = 50;

}  // namespace

bool ResponseClimb::climb(const ResponseTerms& terms, const Vector& w, double nothing) {
  nearest_.lower = terms.plus;
  nearest_.upper = -terms.minus;
  slopes_ = normals_.transpose() * w;
  for (int step = 0; step < kMostSteps; ++step) {
    bool same = step > 0;
    for (const Index h : terms.order) {
      if (step > 0 && (slopes_[h] > 0) == (before_[h] > 0)) continue;
      same = false;
      nearest_.lower[h] = nearest_.upper[h] = slopes_[h] > 0 ? terms.plus[h] : -terms.minus[h];
    }
    if (same) break;
    step == 0 ? nearest_.start_towards(w) : nearest_.start(nearest_.places().data());
    nearest_.solve();
    before_ = slopes_;
    const double length = nearest_.w().norm();
    if (!(length > nothing)) return false;
    w_ = nearest_.w() / length;
    slopes_ = nearest_.slopes() / length;
  }
  value_ = terms.response(slopes_);
  return true;
}

}  // namespace hcx
