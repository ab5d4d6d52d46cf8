#include "solvers/exact/master.hpp"

#include <Eigen/Cholesky>
#include <Eigen/QR>
#include <algorithm>
#include <cmath>
#include <limits>

namespace hcx::exact {
namespace {

constexpr double kEps = std::numeric_limits<double>::epsilon();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr int kMaxNewtonSteps = 1000;      // per call; 3 to 10 is typical
constexpr int kMaxIdleSteps = 4;           // steps at the level of rounding before the derivatives count as final
constexpr double kWellConditioned = 1e-3;  // smallest Cholesky pivot with which the normal equations lose no accuracy
constexpr double kDependent = 1e-11;       // smallest pivot of normalised columns that counts as independent
constexpr double kVanished = 1e-12;        // shorter than this part of its length before the step, an atom is zero
constexpr double kLeavesRay = 1e-11;       // slope beside a ray, in units of b, that is worth leaving it for

std::vector<Index> active_points(const Circle& circle, const Face& face) {
  const Pattern pattern = pattern_of(circle, face);
  std::vector<Index> on;
  for (Index j = 0; j < pattern.size(); ++j)
    if (pattern[j]) on.push_back(j);
  return on;
}

}  // namespace

void Master::add(int sign, const Point& u) {
  const Face face{circle_.sector_of(u), false};
  atoms_.push_back({sign, face, u, active_points(circle_, face)});
  merge();
  update_residual();
}

void Master::add(const std::vector<Candidate>& candidates) {
  const double share = 1.0 / static_cast<double>(candidates.size());
  for (const Candidate& c : candidates) {
    Atom atom{c.sign, c.face, c.w, active_points(circle_, c.face)};
    const Vector phi = output(atom, c.w);
    const double mass = (c.sign * r_.dot(phi) - problem_.b) / phi.squaredNorm();
    if (!(mass > 0)) continue;
    atom.u = share * mass * c.w;
    atoms_.push_back(std::move(atom));
  }
  update_residual();
}

int Master::release(const Pricing& pricing) {
  int released = 0;
  for (Atom& atom : atoms_) {
    if (!atom.face.on_ray) continue;
    const Index k = atom.face.k;
    const double after = atom.sign * pricing.slope_after(k), before = -atom.sign * pricing.slope_before(k);
    if (std::max(after, before) <= kLeavesRay * problem_.b) continue;
    atom.face = {after >= before ? k : circle_.previous(k), false};
    atom.on = active_points(circle_, atom.face);
    ++released;
  }
  if (released > 0) merge();
  return released;
}

void Master::minimise(double tolerance) {
  update_residual();
  double smallest = kInfinity;
  int idle = 0;
  for (int k = 0; k < kMaxNewtonSteps && !atoms_.empty() && idle <= kMaxIdleSteps; ++k) {
    const Model local = model();
    const double derivative = local.gradient.lpNorm<Eigen::Infinity>();
    if (derivative <= tolerance * problem_.b) return;

    const Step step = newton_step(local);
    if (step.dependent && reduce()) continue;
    ++newton_steps_;
    const bool rounding = -local.gradient.dot(step.coordinates) <= kEps * value();
    idle = rounding && derivative > 0.5 * smallest ? idle + 1 : 0;
    smallest = std::min(smallest, derivative);

    const Reach longest = reach(step.du);
    const double t = line_search(local, step, longest.t);
    if (t == 0 && longest.t > 0) return;
    const std::ptrdiff_t stopped = t == longest.t ? longest.atom : -1;
    const double length_before = stopped >= 0 ? atoms_[static_cast<std::size_t>(stopped)].u.norm() : 0;
    for (std::size_t i = 0; i < atoms_.size(); ++i) atoms_[i].u += t * step.du[i];
    // Carried along, r converges to the dual solution to full relative precision. Computed as y - f it would keep the
    // rounding of a sum of large terms that cancel, which for small b is all that is left.
    r_ -= t * (local.B * step.coordinates);
    if (stopped >= 0) {
      settle(static_cast<std::size_t>(stopped), length_before);
      update_residual();
    }
  }
}

Master::Model Master::model() const {
  Model m;
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    const Point along = atoms_[i].u.normalized();
    m.axes.push_back(along), m.owner.push_back(i);
    if (!atoms_[i].face.on_ray) m.axes.push_back(turned(along)), m.owner.push_back(i);
  }
  const auto N = static_cast<Index>(m.axes.size());
  m.B.resize(problem_.X.rows(), N);
  m.gradient.resize(N);
  m.curvature = Vector::Zero(N);
  for (std::size_t c = 0; c < m.axes.size(); ++c) {
    const Atom& atom = atoms_[m.owner[c]];
    const auto column = static_cast<Index>(c);
    m.B.col(column) = atom.sign * output(atom, m.axes[c]);
    m.gradient[column] = -m.B.col(column).dot(r_);
    const bool across = c > 0 && m.owner[c] == m.owner[c - 1];
    // ||u|| grows at rate 1 along u, and not at all across it, where it curves by 1 / ||u||.
    across ? m.curvature[column] = problem_.b / atom.u.norm() : m.gradient[column] += problem_.b;
  }
  return m;
}

Master::Step Master::newton_step(const Model& m) const {
  // Columns of unit length in the metric of the Hessian: pivots then tell how dependent they are.
  const Vector unit = (m.B.colwise().squaredNorm().transpose() + m.curvature).cwiseSqrt().cwiseInverse();
  const Eigen::MatrixXd B = m.B * unit.asDiagonal();
  const Vector curvature = m.curvature.cwiseProduct(unit.cwiseAbs2()), gradient = m.gradient.cwiseProduct(unit);
  Eigen::MatrixXd H = B.transpose() * B;
  H.diagonal() += curvature;
  const Eigen::LLT<Eigen::Ref<Eigen::MatrixXd>> factor(H);

  Step step{};
  if (factor.info() == Eigen::Success && H.diagonal().minCoeff() > kWellConditioned) {
    step.coordinates = -factor.solve(gradient);
  } else {
    // R of [B; sqrt(curvature)] is the same triangle without the squaring that H's entries went through.
    Eigen::MatrixXd stacked = Eigen::MatrixXd::Zero(B.rows() + B.cols(), B.cols());
    stacked << B, Eigen::MatrixXd(curvature.cwiseSqrt().asDiagonal());
    const Eigen::HouseholderQR<Eigen::Ref<Eigen::MatrixXd>> qr(stacked);
    auto R = stacked.topRows(B.cols());
    step.dependent = R.diagonal().cwiseAbs().minCoeff() < kDependent;
    for (double& pivot : R.diagonal()) pivot = std::copysign(std::max(std::abs(pivot), kDependent), pivot);
    step.coordinates = R.triangularView<Eigen::Upper>().transpose().solve(-gradient);
    R.triangularView<Eigen::Upper>().solveInPlace(step.coordinates);
  }
  step.coordinates = step.coordinates.cwiseProduct(unit);
  step.du.assign(atoms_.size(), Point::Zero());
  for (std::size_t c = 0; c < m.axes.size(); ++c)
    step.du[m.owner[c]] += step.coordinates[static_cast<Index>(c)] * m.axes[c];
  return step;
}

Master::Reach Master::reach(const std::vector<Point>& du) const {
  Reach reach{1, -1};
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    // distance >= 0 inside the face, changing at rate `rate`
    const auto wall = [&](double distance, double rate) {
      if (rate >= 0) return;
      if (const double t = std::max(0.0, distance) / -rate; t < reach.t) reach = {t, static_cast<std::ptrdiff_t>(i)};
    };
    const auto& [sign, face, u, on] = atoms_[i];
    const Point& ray = circle_.ray(face.k);
    if (face.on_ray) {
      wall(ray.dot(u), ray.dot(du[i]));
    } else {
      const Point& end = circle_.ray(circle_.next(face.k));
      wall(cross(ray, u), cross(ray, du[i]));
      wall(cross(u, end), cross(du[i], end));
    }
  }
  return reach;
}

double Master::line_search(const Model& m, const Step& step, double longest) const {
  // f moves linearly along the step, so that F costs O(n) a trial.
  const Vector df = m.B * step.coordinates;
  const double slope = m.gradient.dot(step.coordinates), start = value();
  const auto F = [&](double t) {
    double norms = 0;
    for (std::size_t i = 0; i < atoms_.size(); ++i) norms += (atoms_[i].u + t * step.du[i]).norm();
    return 0.5 * (r_ - t * df).squaredNorm() + problem_.b * norms;
  };
  for (double t = longest; t > 1e-12 * longest; t *= 0.5)
    if (F(t) <= start + 1e-4 * t * slope + 4 * kEps * start) return t;
  return 0;
}

void Master::settle(std::size_t i, double length_before) {
  Atom& atom = atoms_[i];
  // The ray that was reached is the edge nearer to u.
  Index k = atom.face.k;
  if (!atom.face.on_ray && circle_.ray(circle_.next(k)).dot(atom.u) > circle_.ray(k).dot(atom.u)) k = circle_.next(k);
  const double length = circle_.ray(k).dot(atom.u);
  if (length <= kVanished * length_before) {
    atoms_.erase(atoms_.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
  const Face ray{k, true};
  atom.u = length * circle_.ray(k);
  if (!(atom.face == ray)) atom.on = active_points(circle_, ray);
  atom.face = ray;
  merge();
}

/// Caratheodory: while the outputs of the unit directions are dependent, move along the dependency, which keeps f, in
/// the sense that does not raise the cost, until an atom reaches zero. Returns whether it did so.
bool Master::reduce() {
  bool reduced = false;
  while (atoms_.size() > 1) {
    const auto count = static_cast<Index>(atoms_.size());
    Eigen::MatrixXd outputs(problem_.X.rows(), count);
    for (Index i = 0; i < count; ++i) {
      const Atom& atom = atoms_[static_cast<std::size_t>(i)];
      outputs.col(i) = atom.sign * output(atom, atom.u.normalized());
    }
    const Vector norms = outputs.colwise().norm();
    Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(outputs * norms.cwiseInverse().asDiagonal());
    qr.setThreshold(kDependent);
    const Index rank = qr.rank();
    if (rank == count) return reduced;

    Vector null = Vector::Zero(count);  // of the pivoted, normalised outputs: R11 x = R12's first column
    null[rank] = -1;
    null.head(rank) =
        qr.matrixQR().topLeftCorner(rank, rank).triangularView<Eigen::Upper>().solve(qr.matrixQR().col(rank).head(rank));
    Vector change = (qr.colsPermutation() * null).cwiseQuotient(norms);  // of the lengths ||u||
    if (change.sum() > 0) change = -change;
    if (!(change.minCoeff() < 0)) return reduced;

    double longest = kInfinity;
    std::size_t first = 0;
    for (std::size_t i = 0; i < atoms_.size(); ++i) {
      const double rate = change[static_cast<Index>(i)];
      if (const double t = -atoms_[i].u.norm() / rate; rate < 0 && t < longest) longest = t, first = i;
    }
    for (std::size_t i = 0; i < atoms_.size(); ++i)
      atoms_[i].u += longest * change[static_cast<Index>(i)] * atoms_[i].u.normalized();
    atoms_.erase(atoms_.begin() + static_cast<std::ptrdiff_t>(first));
    update_residual();
    reduced = true;
  }
  return reduced;
}

void Master::merge() {
  for (std::size_t i = 0; i < atoms_.size(); ++i)
    for (std::size_t k = atoms_.size() - 1; k > i; --k)
      if (atoms_[k].sign == atoms_[i].sign && atoms_[k].face == atoms_[i].face) {
        atoms_[i].u += atoms_[k].u;
        atoms_.erase(atoms_.begin() + static_cast<std::ptrdiff_t>(k));
      }
}

bool Master::occupied(int sign, const Face& face) const {
  return std::any_of(atoms_.begin(), atoms_.end(),
                     [&](const Atom& atom) { return atom.sign == sign && atom.face == face; });
}

double Master::value() const {
  double norms = 0;
  for (const Atom& atom : atoms_) norms += atom.u.norm();
  return 0.5 * r_.squaredNorm() + problem_.b * norms;
}

Vector Master::output(const Atom& atom, const Point& w) const {
  Vector f = Vector::Zero(problem_.X.rows());
  for (const Index j : atom.on) f[j] = problem_.X(j, 0) * w.x() + problem_.X(j, 1) * w.y();
  return f;
}

void Master::update_residual() {
  r_ = problem_.y;
  for (const Atom& atom : atoms_)
    for (const Index j : atom.on)
      r_[j] -= atom.sign * (problem_.X(j, 0) * atom.u.x() + problem_.X(j, 1) * atom.u.y());
}

}  // namespace hcx::exact
