#include "certificate/column_units.hpp"

#include <algorithm>
#include <cmath>

#include "certificate/dual_bound.hpp"
#include "core/power_of_two.hpp"

namespace hcx {
namespace {

constexpr double kAlike =
    1.0 / 16;  // columns of these ratios cost no digits; what is measured has ratios of 1/2 at most
constexpr double kSmallest = 1e-100;  // of the largest column: what is smaller yet is lifted no further

}  // namespace

std::optional<ColumnUnits> ColumnUnits::of(const Problem& problem) {
  if (problem.lambda != 0 || problem.X.size() == 0) return std::nullopt;
  Vector largest = Vector::Zero(problem.X.cols());
  for (Index i = 0; i < problem.X.rows(); ++i)
    for (Index j = 0; j < largest.size(); ++j) largest[j] = std::max(largest[j], std::abs(problem.X(i, j)));
  const double all = largest.maxCoeff();
  const auto far = [&](double column) { return column > 0 && column < kAlike * all; };
  if (std::none_of(largest.begin(), largest.end(), far)) return std::nullopt;
  Vector units = Vector::Ones(largest.size());
  for (Index j = 0; j < units.size(); ++j)
    if (largest[j] > 0) units[j] = power_of_two(std::max(largest[j] / all, kSmallest));
  return ColumnUnits(std::move(units));
}

Problem ColumnUnits::measured(const Problem& problem) const {
  Problem out = problem;
  for (Index i = 0; i < out.X.rows(); ++i)
    for (Index j = 0; j < out.X.cols(); ++j) out.X(i, j) /= units_[j];
  return out;
}

Network ColumnUnits::measured(const Network& network) const {
  Network out = network;
  if (out.W.cols() != units_.size()) return out;
  for (Index i = 0; i < out.W.rows(); ++i)
    for (Index j = 0; j < out.W.cols(); ++j) out.W(i, j) *= units_[j];
  return out;
}

Block ColumnUnits::callers(const Block& block) const {
  Block out = block;
  out.u.array() /= units_.array();
  return out;
}

Certificate ColumnUnits::callers(Certificate certificate) const {
  const Vector w = unit_direction(Vector(certificate.worst_neuron.array() / units_.array()));
  certificate.worst_neuron = w.size() > 0 ? Vector(w / w.norm()) : Vector(Vector::Zero(units_.size()));
  return certificate;
}

}  // namespace hcx
