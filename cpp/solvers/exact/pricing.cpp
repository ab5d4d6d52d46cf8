#include "solvers/exact/pricing.hpp"

#include <algorithm>

#include "core/ordered.hpp"

namespace hcx::exact {

Pricing::Pricing(const Matrix& X, const Circle& circle)
    : X_(X), circle_(circle), first_(X.rows()), gradients_(static_cast<std::size_t>(circle.rays())) {
  for (Index k = 0; k < circle.rays() / 2; ++k) {
    auto& crossings = crossings_.emplace_back();
    for (const Index j : circle.line(k)) crossings.push_back({j, X.row(j).dot(turned(circle.ray(k))) > 0 ? 1.0 : -1.0});
  }
  if (circle.rays() > 0) first_ = circle.sector_pattern(circle.rays() - 1);
}

void Pricing::price(const Vector& r) {
  Point g = Point::Zero();
  for (Index j = 0; j < X_.rows(); ++j)
    if (first_[j]) g += r[j] * X_.row(j).transpose();
  const Index half = circle_.rays() / 2;
  for (Index k = 0; k < circle_.rays(); ++k) {
    const double side = k < half ? 1.0 : -1.0;
    for (const auto& [j, switches] : crossings_[static_cast<std::size_t>(k % half)])
      g += (side * switches * r[j]) * X_.row(j).transpose();
    gradients_[static_cast<std::size_t>(k)] = g;
  }
  peak_ = 0;
  for (const Candidate& candidate : candidates(0)) peak_ = std::max(peak_, candidate.value);
}

double Pricing::slope_after(Index k) const { return gradient(k).dot(turned(circle_.ray(k))); }
double Pricing::slope_before(Index k) const { return gradient(circle_.previous(k)).dot(turned(circle_.ray(k))); }

std::vector<Candidate> Pricing::candidates(double above) const {
  std::vector<Candidate> found;
  collect(+1, found);
  collect(-1, found);
  std::erase_if(found, [&](const Candidate& c) { return !(c.value > above); });
  sort_stably(found, [](const Candidate& a, const Candidate& b) { return a.value > b.value; });
  return found;
}

void Pricing::collect(int sign, std::vector<Candidate>& found) const {
  for (Index k = 0; k < circle_.rays(); ++k) {
    const Point& ray = circle_.ray(k);
    if (sign * slope_before(k) >= 0 && sign * slope_after(k) <= 0)
      found.push_back({{k, true}, sign, ray, sign * gradient(k).dot(ray)});
    // On the sector the response is ||g|| cos(angle to g): a maximum inside iff g points into it.
    const Point g = sign * gradient(k);
    const Point& end = circle_.ray(circle_.next(k));
    const bool half_plane = circle_.rays() == 2;
    if (cross(ray, g) > 0 && (half_plane || cross(g, end) > 0))
      found.push_back({{k, false}, sign, g.normalized(), g.norm()});
  }
}

}  // namespace hcx::exact
