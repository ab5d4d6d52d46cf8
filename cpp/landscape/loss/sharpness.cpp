#include "landscape/loss/sharpness.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/checks.hpp"
#include "core/invalid_argument.hpp"
#include "landscape/loss/largest_eigenvalue.hpp"
#include "network/objective.hpp"
#include "patterns/enumerate.hpp"

namespace hcx {
namespace {

constexpr double kKink = 1e-12;
constexpr std::size_t kMostSides = 64, kFewSides = 8;
constexpr Index kManyWeights = 400;  // from here on only few sides
constexpr Index kMostWeights = 100'000;

/// One smooth piece of the loss around a network: which neuron is on at which point. Plain loops: on the page, Eigen's product
/// kernels would weigh more than all the rest of this file.
class Piece {
 public:
  Piece(const Problem& problem, const Network& network, bool both_layers)
      : problem_(problem),
        network_(network),
        both_(both_layers),
        z_(problem.X.rows(), network.width()),
        residual_(predict(network, problem.X) - problem.y) {
    for (Index j = 0; j < z_.rows(); ++j)
      for (Index i = 0; i < z_.cols(); ++i) {
        z_(j, i) = product(problem.X, j, network.W.row(i).data());
        on_.push_back(z_(j, i) > 0);
      }
  }

  const Matrix& activations() const { return z_; }
  void set(Index point, Index neuron, bool on) { on_[static_cast<std::size_t>(point * z_.cols() + neuron)] = on; }
  Index size() const { return network_.W.size() + (both_ ? network_.width() : 0); }

  /// H theta, theta = (W row by row, alpha if it is trained).
  Vector bend(const Vector& theta) const {
    Vector bent = Vector::Zero(theta.size());
    for (Index j = 0; j < z_.rows(); ++j) add_point(j, theta, bent);
    bent *= 2 * problem_.misfit_factor();
    return bent + 2 * problem_.lambda * theta;
  }

 private:
  static double product(const Matrix& X, Index j, const double* w) {
    double sum = 0;
    for (Index k = 0; k < X.cols(); ++k) sum += X(j, k) * w[k];
    return sum;
  }

  /// Half the change of f_j df_j + r_j d(df_j) along theta = (V, beta).
  void add_point(Index j, const Vector& theta, Vector& bent) const {
    const Index m = z_.cols(), d = problem_.X.cols();
    const char* on = on_.data() + j * m;
    const auto beta = [&](Index i) { return both_ ? theta[m * d + i] : 0; };
    Vector moved(m);  // change of the active pre-activations
    double df = 0;
    for (Index i = 0; i < m; ++i) {
      if (!on[i]) continue;
      moved[i] = product(problem_.X, j, theta.data() + i * d);
      df += network_.alpha[i] * moved[i] + beta(i) * z_(j, i);
    }
    for (Index i = 0; i < m; ++i) {
      if (!on[i]) continue;
      const double pull = network_.alpha[i] * df + beta(i) * residual_[j];
      for (Index k = 0; k < d; ++k) bent[i * d + k] += pull * problem_.X(j, k);
      if (both_) bent[m * d + i] += z_(j, i) * df + moved[i] * residual_[j];
    }
  }

  const Problem& problem_;
  const Network& network_;
  bool both_;
  Matrix z_;              ///< n x m
  std::vector<char> on_;  ///< n x m
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
  constexpr std::size_t kMostOnKink = 8;  // at most 2^8 patterns, in any dimension
  Matrix points(static_cast<Index>(kink.points.size()), X.cols());
  for (Index j = 0; j < points.rows(); ++j) points.row(j) = X.row(kink.points[static_cast<std::size_t>(j)]);
  if (X.cols() <= 2 || kink.points.size() <= kMostOnKink) {
    kink.sides = enumerate_patterns(points);
    return true;
  }
  Pattern on(points.rows());
  for (Index j = 0; j < on.size(); ++j) on.set(j, true);
  kink.sides = {Pattern(points.rows()), on};
  return false;
}

/// Every combination of the kinks' sides, or the first few.
bool visit_sides(Piece& piece, const std::vector<Kink>& kinks, std::vector<double>& values) {
  const std::size_t most = piece.size() > kManyWeights ? kFewSides : kMostSides;
  std::vector<std::size_t> choice(kinks.size(), 0);
  for (;;) {
    if (values.size() == most) return false;
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
