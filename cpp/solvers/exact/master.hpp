/// The restricted master problem: the convex programme over the few blocks found so far.
#pragma once

#include <vector>

#include "programme/scaled_problem.hpp"
#include "run/slice.hpp"
#include "solvers/exact/newton_system.hpp"
#include "solvers/exact/point_order.hpp"
#include "solvers/exact/pricing.hpp"
#include "solvers/exact/segments.hpp"

namespace hcx::exact {

/// A block in use: weight u in the closure of its face. A ray's atom has one degree of freedom, a sector's has two.
struct Atom {
  int sign;
  CircleFace face;
  Point u;
  PointSpan on;  ///< points that are on in the face
};

/// minimise F = 1/2 ||y - sum s D X u||^2 + b sum ||u||  over the atoms, each within its face.
/// Newton's method on the faces: an atom that reaches the edge of its sector becomes an atom of the ray there, one that
/// reaches zero is dropped, two on one face are summed, and dependent ones are reduced (Caratheodory).
class Master {
 public:
  Master(const ScaledProblem& problem, const Circle& circle);

  /// Takes over a block as it is, for warm starts. F may rise.
  void add(int sign, const Point& u);
  /// Opens the programme to k candidates: each takes 1/k of the mass that would be best for it alone, which by convexity
  /// lowers F.
  void add(const std::vector<Candidate>& candidates);
  /// Turns every ray atom that would lower F beside its ray into an atom of that sector; returns how many.
  /// `pricing` has priced the present residual.
  int release(const Pricing& pricing);
  /// Minimises over the present faces until every derivative is within tolerance * b of zero or rounding ends it; false
  /// when the slice is over before that, but not before one step.
  bool minimise(double tolerance, const Slice& slice);
  /// At most n atoms, by Caratheodory's reduction.
  void trim();

  bool occupied(int sign, const CircleFace& face) const;
  const std::vector<Atom>& atoms() const { return atoms_; }
  Vector residual() const { return order_.unplaced(r_); }  ///< y - f
  double value() const;                                    ///< F
  int newton_steps() const { return newton_steps_; }

 private:
  /// F to second order around the atoms, in polar coordinates: one column s D X e along each u, one across it in sectors.
  /// The n x N matrix B of columns is never written down: all its products come from sums over spans of points.
  struct Model {
    Segments segments;
    std::vector<Point> axes{};         ///< e, unit vectors
    std::vector<std::size_t> owner{};  ///< the atom of a column
    Vector gradient{};                 ///< N
    Vector curvature{};                ///< N: what b ||u|| adds to B'B, on the diagonal
  };
  /// How far a step can go within the faces, at most 1, and the atom that stops it (-1: none).
  struct Reach {
    double t;
    std::ptrdiff_t atom;
  };

  Model model() const;
  Gram gram(const Model& model) const;                ///< O(N^2)
  Eigen::MatrixXd columns(const Model& model) const;  ///< a few rows with the QR triangle of B
  std::vector<Point> moves(const Model& model, const Vector& coordinates) const;  ///< du, one an atom
  Reach reach(const std::vector<Point>& du) const;
  /// The longest of longest, longest/2, ... that lowers F enough; 0 when none does. f moves by t df, so a trial is O(n).
  double line_search(double slope, const Vector& df, const std::vector<Point>& du, double longest) const;
  /// u <- u + t du for every atom; `stopped` (-1: none) and those that rounding took over an edge stop on it. Returns whether
  /// an atom was dropped or changed its face.
  bool move(const std::vector<Point>& du, double t, std::ptrdiff_t stopped);
  /// Whether u has left the closure of the atom's sector.
  bool outside(const Atom& atom, const Point& u) const;
  /// The atom stops on the edge of its sector that u has reached: its face and u become that ray's.
  void snap(Atom& atom, Point& u) const;
  /// Sets every weight; atoms that vanish are dropped. Returns whether one was.
  bool place(const std::vector<Point>& u);
  /// Caratheodory: while the outputs of the unit directions are dependent, moves along a dependency, which keeps f, in the
  /// sense that does not raise the cost, until an atom vanishes. Returns whether one did. One QR serves many atoms.
  bool reduce();
  /// Dependencies of the atoms' outputs, in terms of their lengths ||u||.
  std::vector<Vector> dependencies() const;
  /// Sums atoms of one sign and face.
  void merge();
  Segments segments() const;
  Vector output(const Segments& segments, const std::vector<Point>& w) const;  ///< sum s D X w, w one an atom
  void update_residual();

  const ScaledProblem& problem_;
  const Circle& circle_;
  PointOrder order_;
  std::vector<Atom> atoms_;
  Vector y_, r_;  ///< labels and residual, in the order of order_
  int newton_steps_ = 0;
};

}  // namespace hcx::exact
