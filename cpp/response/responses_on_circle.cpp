#include <algorithm>
#include <memory>

#include "patterns/circle.hpp"
#include "response/peak_on_circle.hpp"
#include "response/responses.hpp"
#include "response/unfittable_part.hpp"

namespace hcx {

Responses responses_on_circle(const Matrix& X, Index d) {
  const auto circle = std::make_shared<Circle>(X);
  Lines lines;
  for (Index k = 0; k < circle->rays() / 2; ++k) lines.emplace_back(circle->line(k).begin(), circle->line(k).end());
  const Pattern on = lines.empty() ? Pattern(X.rows()) : circle->sector_pattern(0);
  return {[&X, d, circle](const Vector& v, double) -> Responses::Peak {
            const CirclePeak up = peak_on_circle(X, *circle, v), down = peak_on_circle(X, *circle, -v);
            return {std::max(up.bound, down.bound), (up.value >= down.value ? up.w : down.w).head(d)};
          },
          [&X, lines, on](const Vector& r) { return unfittable_part(X, lines, on, r); }};
}

}  // namespace hcx
