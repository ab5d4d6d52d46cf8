/// F around the master's atoms: what its Newton steps are made of.
#include "solvers/exact/master.hpp"

namespace hcx::exact {

Master::Model Master::model() const {
  Model m{segments()};
  std::vector<double> gradient, curvature;
  const std::vector<Point> correlations = m.segments.correlations(r_);
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    const Atom& atom = atoms_[i];
    const auto column = [&](const Point& axis, double slope, double curved) {
      m.axes.push_back(axis), m.owner.push_back(i);
      gradient.push_back(slope - atom.sign * correlations[i].dot(axis)), curvature.push_back(curved);
    };
    const Point along = atom.face.on_ray ? circle_.ray(atom.face.k) : atom.u.normalized();
    // ||u|| grows at rate 1 along u, and not at all across it, where it curves by 1 / ||u||.
    column(along, problem_.b, 0);
    if (!atom.face.on_ray) column(turned(along), 0, problem_.b / atom.u.norm());
  }
  m.gradient = Vector::Map(gradient.data(), static_cast<Index>(gradient.size()));
  m.curvature = Vector::Map(curvature.data(), static_cast<Index>(curvature.size()));
  return m;
}

Gram Master::gram(const Model& m) const {
  const std::size_t N = m.axes.size();
  Gram gram{Eigen::MatrixXd(N, N), Vector(N)};
  const auto axes = [&](std::size_t c) { return c + 1 < N && m.owner[c + 1] == m.owner[c] ? c + 2 : c + 1; };
  for (std::size_t c = 0; c < N; c = axes(c))
    for (std::size_t d = 0; d <= c; d = axes(d)) {
      const Atom &a = atoms_[m.owner[c]], &b = atoms_[m.owner[d]];
      const Moments common = order_.common(a.on, b.on);
      for (std::size_t i = c; i < axes(c); ++i) {
        if (c == d) gram.terms[static_cast<Index>(i)] = common.trace();
        for (std::size_t k = d; k < axes(d); ++k)
          gram.products(static_cast<Index>(i), static_cast<Index>(k)) =
              a.sign * b.sign * common.product(m.axes[i], m.axes[k]);
      }
    }
  return gram;
}

Eigen::MatrixXd Master::columns(const Model& m) const {
  std::vector<Point> signed_axes;
  for (std::size_t c = 0; c < m.axes.size(); ++c) signed_axes.push_back(atoms_[m.owner[c]].sign * m.axes[c]);
  return m.segments.columns(signed_axes, m.owner);
}

std::vector<Point> Master::moves(const Model& m, const Vector& coordinates) const {
  std::vector<Point> du(atoms_.size(), Point::Zero());
  for (std::size_t c = 0; c < m.axes.size(); ++c) du[m.owner[c]] += coordinates[static_cast<Index>(c)] * m.axes[c];
  return du;
}

Segments Master::segments() const {
  std::vector<PointSpan> spans;
  for (const Atom& atom : atoms_) spans.push_back(atom.on);
  return {order_, spans};
}

Vector Master::output(const Segments& segments, const std::vector<Point>& w) const {
  std::vector<Point> signed_w;
  for (std::size_t i = 0; i < atoms_.size(); ++i) signed_w.push_back(atoms_[i].sign * w[i]);
  return segments.output(signed_w);
}

void Master::update_residual() {
  std::vector<Point> weights;
  for (const Atom& atom : atoms_) weights.push_back(atom.u);
  r_ = y_ - output(segments(), weights);
}

}  // namespace hcx::exact
