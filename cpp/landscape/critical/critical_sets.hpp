/// What the listings of critical points share: the data in four numbers, and the order of a listing.
#pragma once

#include <vector>

#include "landscape/critical/critical_points.hpp"

namespace hcx {

/// The data on one side of 0, scaled by k: S = k sum x^2, T = k sum x y.
struct DataSide {
  double S = 0, T = 0;

  /// S p - T: half the slope of the misfit in p; 0 if it is so to rounding.
  double excess(double p) const;
};

struct DataSides {
  DataSide right, left;  ///< seen by w > 0 and by w < 0
  explicit DataSides(const Problem& problem);
  const DataSide& of(int sign) const { return sign > 0 ? right : left; }
};

/// Which way L may go near a point of a set.
struct Surroundings {
  bool minimum;  ///< nowhere down
  bool maximum;  ///< nowhere up
};
/// Global minima are told from local ones later.
CriticalKind kind_of(const Surroundings& around);

/// A set of one vertex, a point as long as it has no rays; nothing else is known of it.
CriticalSet set_at(const Vector& vertex);
void add_ray(CriticalSet& set, const Vector& direction);
/// A point of the relative interior.
Vector interior_point(const CriticalSet& set);

/// Best first; sets that lie on the border of another of their kind are left out; the best minima become global.
std::vector<CriticalSet> listed(std::vector<CriticalSet> sets, double noise);

/// The two listings; `problem` and alpha are valid.
std::vector<CriticalSet> critical_first_layer(const Problem& problem, const Vector& alpha);
std::vector<CriticalSet> critical_one_neuron(const Problem& problem);

}  // namespace hcx
