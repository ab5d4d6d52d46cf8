#include "landscape/sharpness.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "landscape/largest_eigenvalue.hpp"
#include "network/objective.hpp"
#include "patterns/enumerate.hpp"

namespace hcx {
namespace {

constexpr double kKink = 1e-12;
constexpr std::size_t kMostSides = 64;
constexpr Index kMostWeights = 100'000;

/// One smooth piece of the loss around a network: which neuron is on at which point.
class Piece {
 public:
  Piece(const Problem& problem, const Network& network, bool both_layers)
      : problem_(problem), network_(network), both_(both_layers), z_(problem.X * network.W.transpose()) {
    on_ = (z_.array() > 0).cast<double>();
    residual_ = predict(network, problem.X) - problem.y;
  }

  const Matrix& activations() const { return z_; }
  void set(Index point, Index neuron, bool on) { on_(point, neuron) = on; }
  Index size() const { return network_.W.size() + (both_ ? network_.width() : 0); }

  /// H theta, theta = (W row by row, alpha if it is trained).
  Vector bend(const Vector& theta) const {
    const Index m = network_.width(), d = network_.W.cols();
    const Eigen::Map<const Matrix> V(theta.data(), m, d);
    const Vector beta = both_ ? Vector(theta.tail(m)) : Vector::Zero(m);
    const Matrix moved = (problem_.X * V.transpose()).cwiseProduct(on_);  // n x m: change of the active pre-activations
    const Matrix active = z_.cwiseProduct(on_);
    const Vector df = moved * network_.alpha + active * beta;
    // dL/dw_i = 2k sum_j on_ji alpha_i r_j x_j + ...: its derivative along (V, beta).
    const Matrix pull = (df * network_.alpha.transpose() + residual_ * beta.transpose()).cwiseProduct(on_);
    const double rate = 2 * problem_.misfit_factor();
    Vector bent = 2 * problem_.lambda * theta;
    Eigen::Map<Matrix>(bent.data(), m, d) += rate * (pull.transpose() * problem_.X);
    if (both_) bent.tail(m) += rate * (active.transpose() * df + moved.transpose() * residual_);
    return bent;
  }

 private:
  const Problem& problem_;
  const Network& network_;
  bool both_;
  Matrix z_, on_;  ///< n x m
  Vector residual_;
};

/// A neuron that switches at some data points, and the patterns around.
struct Kink {
  Index neuron;
  std::vector<Index> points;
  std::vector<Pattern> sides;
};

std::vector<Kink> kinks_of(const Problem& problem, const Network& network, const Matrix& z) {
  std::vector<Kink> kinks;
  for (Index i = 0; i < network.width(); ++i) {
    Kink kink{i, {}, {}};
    for (Index j = 0; j < problem.X.rows(); ++j) {
      const double length = problem.X.row(j).norm();
      if (length > 0 && std::abs(z(j, i)) <= kKink * length * network.W.row(i).norm()) kink.points.push_back(j);
    }
    if (!kink.points.empty()) kinks.push_back(std::move(kink));
  }
  return kinks;
}

/// Those that a small change of the neuron makes; false when they may be too many to list, then all on and all off.
bool list_sides(Kink& kink, const Matrix& X) {
  constexpr std::size_t kMostPoints = 8;  // at most 2^8 patterns, in any dimension
  const Matrix points = X(kink.points, Eigen::all);
  if (X.cols() <= 2 || kink.points.size() <= kMostPoints) {
    kink.sides = enumerate_patterns(points);
    return true;
  }
  Pattern on(points.rows());
  for (Index j = 0; j < on.size(); ++j) on.set(j, true);
  kink.sides = {Pattern(points.rows()), on};
  return false;
}

/// Every combination of the kinks' sides, up to kMostSides.
bool visit_sides(Piece& piece, const std::vector<Kink>& kinks, std::vector<double>& values) {
  std::vector<std::size_t> choice(kinks.size(), 0);
  for (;;) {
    if (values.size() == kMostSides) return false;
    for (std::size_t q = 0; q < kinks.size(); ++q)
      for (std::size_t j = 0; j < kinks[q].points.size(); ++j)
        piece.set(kinks[q].points[j], kinks[q].neuron, kinks[q].sides[choice[q]][static_cast<Index>(j)]);
    values.push_back(largest_eigenvalue(piece.size(), [&](const Vector& theta) { return piece.bend(theta); }));
    std::size_t q = 0;
    while (q < kinks.size() && ++choice[q] == kinks[q].sides.size()) choice[q++] = 0;
    if (q == kinks.size()) return true;
  }
}

}  // namespace

Sharpness sharpness(const Problem& problem, const Network& network, const SharpnessSettings& settings) {
  evaluate(problem, network);  // refuses what is not finite
  if (network.width() == 0) throw InvalidArgument("alpha has 0 values, expected at least 1 neuron");
  const bool both = settings.layers == TrainedLayers::Both;
  Piece piece(problem, network, both);
  require_between(piece.size(), 1, kMostWeights, "number of trained weights");

  const Gradient slope = gradient(problem, network);
  const double squares = slope.W.squaredNorm() + (both ? slope.alpha.squaredNorm() : 0);
  Sharpness s{0, std::numeric_limits<double>::infinity(), 0, {}, true, std::sqrt(squares)};
  std::vector<Kink> kinks = kinks_of(problem, network, piece.activations());
  for (Kink& kink : kinks) {
    s.kinks += static_cast<int>(kink.points.size());
    s.all_sides = list_sides(kink, problem.X) && s.all_sides;
  }
  s.all_sides = visit_sides(piece, kinks, s.sides) && s.all_sides;
  std::sort(s.sides.begin(), s.sides.end());
  s.largest = s.sides.back();
  if (s.largest > 0) s.stable_step_size = 2 / s.largest;
  return s;
}

}  // namespace hcx
