#include "patterns/hyperplanes.hpp"

namespace hcx {
namespace {

constexpr double kSameHyperplane = 1e-13;  // rows whose unit vectors differ by less share a hyperplane

}  // namespace

std::vector<Hyperplane> hyperplanes(const Matrix& X) {
  std::vector<Hyperplane> planes;
  for (Index j = 0; j < X.rows(); ++j) {
    const double norm = X.row(j).stableNorm();
    if (norm == 0) continue;  // a zero row is off everywhere
    const Vector x = X.row(j).transpose() / norm;
    bool placed = false;
    for (Hyperplane& plane : planes)
      for (const int side : {1, -1})
        if (!placed && (plane.normal - side * x).norm() <= kSameHyperplane) {
          plane.points.emplace_back(j, side);
          placed = true;
        }
    if (!placed) planes.push_back({x, {{j, 1}}});
  }
  return planes;
}

}  // namespace hcx
