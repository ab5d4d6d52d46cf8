/// The augmented Lagrangian's last digits: Newton's method on the faces that its proximal map names.
#include <algorithm>
#include <cmath>

#include "solvers/fixed_patterns/augmented_lagrangian.hpp"

namespace hcx::fixed_patterns {
namespace {

constexpr int kMaxPolish = 30;       // steps on the faces, and one for each column beyond the independent ones
constexpr double kMaxWork = 5e8;     // multiplications that all of them may cost
constexpr double kSettled = 1e-7;    // of b: a slope whose square is rounding, when Newton's method
constexpr double kQuadratic = 1e-3;  // has left that much of the last one
constexpr int kFewest = 3;           // steps: fewer are not worth beginning
constexpr double kNowhere = 1e12;    // steps: farther away there is nothing
constexpr double kSteep = 0.5;  // of the slope at the start: what a full Newton step leaves only of a linear function
constexpr double kVisible = 1e-13;      // of the loss: a decrease that is not rounding
constexpr double kNoGain = 1e-18;       // of the loss: what a step need not be stretched for
constexpr double kParallel = 1e-15;     // of a direction: it does not approach a wall faster than by rounding
constexpr double kDependent = 1e-10;    // of a normal or a block: less is left by rounding
constexpr double kRoundedLoss = 1e-15;  // of the loss: a rise that is rounding

/// Steps on faces with so many columns of so many points.
int worthwhile(Index columns, Index n) {
  const double N = static_cast<double>(columns);
  const double affordable = kMaxWork / (N * N * (N / 3 + static_cast<double>(n)) + 1);
  const double wanted = kMaxPolish + std::max(0.0, N - static_cast<double>(n));
  return affordable < kFewest ? 0 : static_cast<int>(std::min(wanted, affordable));
}

}  // namespace

AugmentedLagrangian::Reach AugmentedLagrangian::reach(const std::vector<ConeFace>& faces) {
  const auto count = static_cast<Index>(faces.size());
  moving_.resize(cones_.d(), 2 * count);
  for (Index i = 0; i < count; ++i) {
    const Index k = faces[static_cast<std::size_t>(i)].block;
    moving_.col(i) = U_.col(k), moving_.col(count + i) = du_.col(k);
  }
  multiply(cones_.rows, moving_, walls_moving_);
  Reach reach{kNowhere, -1, -1};
  std::vector<bool> wall(static_cast<std::size_t>(cones_.n()));
  for (std::size_t i = 0; i < faces.size(); ++i) {
    const Index k = faces[i].block;
    const auto stop = [&](double distance, double rate, Index where) {
      if (const double t = std::max(0.0, distance) / -rate; t < reach.t)
        reach = {t, static_cast<std::ptrdiff_t>(i), where};
    };
    if (const double along = U_.col(k).dot(du_.col(k)); along < 0) stop(U_.col(k).squaredNorm(), along, -1);
    if (!cones_.walled) continue;
    std::fill(wall.begin(), wall.end(), false);
    for (const Index j : faces[i].points) wall[static_cast<std::size_t>(j)] = true;
    const double* side = cones_.sides(k);
    const double *place = walls_moving_.col(static_cast<Index>(i)).data(),
                 *speed = walls_moving_.col(count + static_cast<Index>(i)).data();
    const double rounding = kParallel * du_.col(k).norm();
    for (Index j = 0; j < cones_.n(); ++j)
      if (const double rate = side[j] * speed[j]; rate < -rounding && !wall[static_cast<std::size_t>(j)])
        stop(side[j] * place[j], rate, j);
  }
  return reach;
}

void AugmentedLagrangian::stop_at(const Reach& stop, std::vector<ConeFace>& faces) {
  ConeFace& face = faces[static_cast<std::size_t>(stop.face)];
  auto u = U_.col(face.block);
  const double before = u.norm();
  if (stop.wall >= 0) {
    const Vector normal = cones_.sides(face.block)[stop.wall] * cones_.points.col(stop.wall);
    face.walls.append(normal.data(), kDependent);
    face.points.push_back(
        stop.wall);  // also when it depends on the others: what moves along them does not move across it
    Vector on_face = u, unused(u.size());
    face.walls.split(on_face.data(), unused.data());
    u = on_face;
  } else {
    u.setZero();
  }
  if (u.norm() > kDependent * before) return;
  u.setZero();
  faces.erase(faces.begin() + stop.face);
}

/// Where columns depend on each other the loss is linear in what they share out among themselves, and Newton's step is as long
/// as what was added to the diagonal lets it be: the line goes on until it rises, or to the face that stops it.
double AugmentedLagrangian::stretch(double farthest, const Vector& r, const Vector& df) const {
  const double square = df.squaredNorm(), along = df.dot(r);
  const auto slope = [&](double t) {
    double sum = t * square - along;
    for (Index k = 0; k < cones_.count(); ++k)
      if (const double length = (U_.col(k) + t * du_.col(k)).norm(); length > 0)
        sum += cones_.b * du_.col(k).dot(U_.col(k) + t * du_.col(k)) / length;
    return sum;
  };
  const double start = slope(0), steep = kSteep * start;
  double t = 1;
  if (-start < kNoGain * r.squaredNorm()) return t;
  while (t < farthest && slope(t) < steep) t *= 4;
  t = std::min(t, farthest);
  for (double low = t / 4; t - low > 0.1 * t && slope(t) > 0;) {
    const double middle = 0.5 * (low + t);
    (slope(middle) > 0 ? t : low) = middle;
  }
  return t;
}

void AugmentedLagrangian::polish() {
  proximal_.faces(named_);
  std::vector<ConeFace>& faces = named_;
  // Without walls every face is the whole space: more blocks than points leave their lengths undetermined, and dear to find.
  if (!cones_.walled && static_cast<Index>(faces.size()) > cones_.n()) return;
  const Eigen::MatrixXd from = U_;
  Vector r = cones_.y - cones_.output(U_), df;
  const double value = cones_.value(r, U_);
  double before = INFINITY, last = INFINITY;
  int allowed = 1;
  for (int k = 0; k < allowed; ++k) {
    faces_.build(faces, U_);
    if (k == 0) allowed = worthwhile(faces_.size(), cones_.n());
    if (k >= allowed) break;
    if (!faces_.primal_step(cones_.b, U_, r, du_, df)) break;
    const double now = cones_.value(r, U_);
    if (faces_.slope() > 0.5 * before && !(now < last * (1 - kVisible))) break;
    last = now;
    const Reach stop = reach(faces);
    const double t = stop.t > 1 ? stretch(stop.t, r, df) : stop.t;
    U_ += t * du_;
    // Carried along, r converges to the dual solution to full relative precision; y - f keeps the rounding of large terms
    // that cancel.
    r -= t * df;
    if (t == 1 && faces_.slope() < std::min(kSettled * cones_.b, kQuadratic * before)) break;
    before = t == 1 ? faces_.slope() : INFINITY;
    if (stop.face < 0 || t < stop.t) continue;
    stop_at(stop, faces);
    r = cones_.y - cones_.output(U_);
  }
  // A step to far away may have left a cone by its rounding, and r has lost what the blocks have become.
  for (const ConeFace& face : faces) proximal_.bring_inside(face.block, U_.col(face.block));
  const Vector residual = cones_.y - cones_.output(U_);
  if (cones_.value(residual, U_) <= value * (1 + kRoundedLoss)) {
    consider(U_, residual);
    theta_ = r;
  } else {
    U_ = from;
  }
}

}  // namespace hcx::fixed_patterns
