#include "solvers/exact/master.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/pivoted_qr.hpp"
#include "solvers/exact/shorten.hpp"

namespace hcx::exact {
namespace {

constexpr double kEps = std::numeric_limits<double>::epsilon();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr int kMaxNewtonSteps = 1000;  // per call; 3 to 10 is typical
constexpr int kMaxIdleSteps = 4;       // steps at the level of rounding before the derivatives count as final
constexpr double kDependent = 1e-11;   // smallest pivot of outputs of unit length that counts as independent
constexpr double kVanished = 1e-12;    // an atom shorter than this part of its length before the step is zero
constexpr double kOutside = 1e-13;    // relative distance beyond an edge: what rounding leaves of an atom that was tiny
constexpr double kLeavesRay = 1e-11;  // slope beside a ray, in units of b, that is worth leaving it for

}  // namespace

Master::Master(const ScaledProblem& problem, const Circle& circle)
    : problem_(problem), circle_(circle), order_(problem.X, circle), y_(order_.placed(problem.y)), r_(y_) {}

void Master::add(int sign, const Point& u) {
  const Index k = circle_.sector_of(u);
  CircleFace face{k, false};
  for (const Index r : {k, circle_.next(k)})
    if (std::abs(cross(circle_.ray(r), u)) <= 1e-12 * u.norm() && circle_.ray(r).dot(u) > 0) face = {r, true};
  const PointSpan on = order_.of(face);
  if (on.empty()) return;  // it acts on no point
  atoms_.push_back({sign, face, face.on_ray ? Point(circle_.ray(face.k) * circle_.ray(face.k).dot(u)) : u, on});
  merge();
  update_residual();
}

void Master::add(const std::vector<Candidate>& candidates) {
  const double share = 1.0 / static_cast<double>(candidates.size());
  for (const Candidate& c : candidates) {
    const PointSpan on = order_.of(c.face);
    const Vector phi = Segments(order_, {on}).output({c.w});
    const double mass = (c.sign * r_.dot(phi) - problem_.b) / phi.squaredNorm();
    if (mass > 0) atoms_.push_back({c.sign, c.face, share * mass * c.w, on});
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
    atom.on = order_.of(atom.face);
    ++released;
  }
  if (released > 0) merge();
  return released;
}

void Master::trim() {
  if (static_cast<Index>(atoms_.size()) > problem_.X.rows()) reduce();
}

bool Master::minimise(double tolerance, const Slice& slice) {
  update_residual();
  double smallest = kInfinity;
  int idle = 0;
  for (int k = 0; k < kMaxNewtonSteps && !atoms_.empty() && idle <= kMaxIdleSteps; ++k) {
    const Model local = model();
    const double derivative = local.gradient.lpNorm<Eigen::Infinity>();
    if (derivative <= tolerance * problem_.b) return true;
    if (k > 0 && slice.over()) return false;

    std::optional<Vector> step = newton_step(gram(local), local.curvature, local.gradient);
    if (!step && reduce()) continue;
    if (!step) step = accurate_newton_step(columns(local), local.curvature, local.gradient);
    ++newton_steps_;
    const double slope = local.gradient.dot(*step);
    idle = -slope <= kEps * value() && derivative > 0.5 * smallest ? idle + 1 : 0;
    smallest = std::min(smallest, derivative);

    const std::vector<Point> du = moves(local, *step);
    const Vector df = output(local.segments, du);
    const Reach longest = reach(du);
    const double t = line_search(slope, df, du, longest.t);
    if (t == 0 && longest.t > 0) return true;
    // Carried along, r converges to the dual solution to full relative precision. Computed as y - f it would keep the
    // rounding of a sum of large terms that cancel, which for small b is all that is left.
    r_ -= t * df;
    if (move(du, t, t == longest.t ? longest.atom : -1)) {
      merge();
      update_residual();
    }
  }
  return true;
}

bool Master::move(const std::vector<Point>& du, double t, std::ptrdiff_t stopped) {
  bool changed = false;
  std::vector<Point> moved;
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    Atom& atom = atoms_[i];
    Point u = atom.u + t * du[i];
    // What was tiny has only a rounded direction left: on a ray it is the ray's.
    if (atom.face.on_ray) u = circle_.ray(atom.face.k) * circle_.ray(atom.face.k).dot(u);
    if (stopped == static_cast<std::ptrdiff_t>(i) || outside(atom, u)) {
      snap(atom, u);
      changed = true;
    }
    moved.push_back(u);
  }
  return place(moved) || changed;
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

double Master::line_search(double slope, const Vector& df, const std::vector<Point>& du, double longest) const {
  const double start = value();
  const auto F = [&](double t) {
    double norms = 0;
    for (std::size_t i = 0; i < atoms_.size(); ++i) norms += (atoms_[i].u + t * du[i]).norm();
    return 0.5 * (r_ - t * df).squaredNorm() + problem_.b * norms;
  };
  for (double t = longest; t > 1e-12 * longest; t *= 0.5)
    if (F(t) <= start + 1e-4 * t * slope + 4 * kEps * start) return t;
  return 0;
}

bool Master::outside(const Atom& atom, const Point& u) const {
  if (atom.face.on_ray) return false;
  const Point& end = circle_.ray(circle_.next(atom.face.k));
  return std::min(cross(circle_.ray(atom.face.k), u), cross(u, end)) < -kOutside * u.norm();
}

void Master::snap(Atom& atom, Point& u) const {
  // The ray that was reached is the edge nearer to u.
  const Index first = atom.face.k, second = atom.face.on_ray ? first : circle_.next(first);
  const Index k = circle_.ray(second).dot(u) > circle_.ray(first).dot(u) ? second : first;
  const CircleFace ray{k, true};
  atom.face = ray;
  atom.on = order_.of(ray);
  // Where no point is on it puts nothing out: 0, with which it is dropped.
  u = atom.on.empty() ? Point(Point::Zero()) : Point(std::max(0.0, circle_.ray(k).dot(u)) * circle_.ray(k));
}

bool Master::place(const std::vector<Point>& u) {
  std::vector<Atom> kept;
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    if (u[i].norm() <= kVanished * atoms_[i].u.norm()) continue;
    atoms_[i].u = u[i];
    kept.push_back(std::move(atoms_[i]));
  }
  const bool dropped = kept.size() < atoms_.size();
  atoms_ = std::move(kept);
  return dropped;
}

std::vector<Vector> Master::dependencies() const {
  std::vector<Point> directions;
  std::vector<std::size_t> owner;
  for (const Atom& atom : atoms_) {
    owner.push_back(directions.size());
    directions.push_back(atom.sign * atom.u.normalized());
  }
  Eigen::MatrixXd outputs = segments().columns(directions, owner);
  const Vector norms = outputs.colwise().norm();
  for (Index i = 0; i < outputs.cols(); ++i) outputs.col(i) /= norms[i];
  const PivotedQR qr(outputs, kDependent);
  std::vector<Vector> found;
  for (Index k = 0; k < outputs.cols() - qr.rank(); ++k) found.push_back(qr.null_vector(k).cwiseQuotient(norms));
  return found;
}

bool Master::reduce() {
  bool reduced = false;
  while (atoms_.size() > 1) {
    const std::vector<Vector> changes = dependencies();
    if (changes.empty()) break;
    Vector lengths(static_cast<Index>(atoms_.size()));
    for (std::size_t i = 0; i < atoms_.size(); ++i) lengths[static_cast<Index>(i)] = atoms_[i].u.norm();
    const bool all = shorten(lengths, changes);
    std::vector<Point> shortened;
    for (std::size_t i = 0; i < atoms_.size(); ++i)
      shortened.push_back(lengths[static_cast<Index>(i)] * atoms_[i].u.normalized());
    if (!place(shortened)) break;
    update_residual();
    reduced = true;
    if (all) break;
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

bool Master::occupied(int sign, const CircleFace& face) const {
  return std::any_of(atoms_.begin(), atoms_.end(),
                     [&](const Atom& atom) { return atom.sign == sign && atom.face == face; });
}

double Master::value() const {
  double norms = 0;
  for (const Atom& atom : atoms_) norms += atom.u.norm();
  return 0.5 * r_.squaredNorm() + problem_.b * norms;
}

}  // namespace hcx::exact
