#include "data/dataset.hpp"

#include <cmath>

#include "core/invalid_argument.hpp"
#include "core/matrix_vector.hpp"
#include "core/random.hpp"

namespace hcx {
namespace {

Matrix column(const Vector& x) { return x; }

/// n equally spaced points from a to b, both included.
Vector linspace(double a, double b, Index n) {
  Vector x(n);
  for (Index i = 0; i < n; ++i)
    x[i] = i + 1 == n ? b : a + (b - a) / static_cast<double>(n - 1) * static_cast<double>(i);
  return x;
}

Dataset teaser(std::uint64_t) {
  // Read off the original's picture, to about 0.001.
  Vector y(10);
  y << .585, .275, .611, .318, .628, .289, .591, .295, .604, .326;
  return {"teaser", column(linspace(-0.5, 0.5, 10)), y, true};
}

Dataset notebook(std::uint64_t) {
  const Vector x = linspace(-1, 1, 10);
  return {"notebook", column(x), (10 * x.array()).sin(), true};
}

Dataset two_points(std::uint64_t) { return {"two-points", Matrix{{-1.0}, {1.0}}, Vector{{1.0, 2.0}}, false}; }

Dataset single_neuron(std::uint64_t) { return {"single-neuron", Matrix{{-0.2}, {1.0}}, Vector{{0.5, 1.0}}, true}; }

Dataset collinear(std::uint64_t) {
  const Vector x{{-0.7, -0.3, 0.7, 0.8}};
  return {"collinear", column(x), 0.7 + 0.6 * x.array(), true};
}

Dataset linear_teacher(std::uint64_t seed) {
  Random random(seed);
  Matrix X(100, 10);
  for (Index i = 0; i < X.rows(); ++i)
    for (Index k = 0; k < X.cols(); ++k) X(i, k) = random.normal();
  Vector w(X.cols());
  for (double& value : w) value = random.normal();
  const Vector y = times(X, w);
  return {"linear-teacher", X, y / std::sqrt(y.squaredNorm() / static_cast<double>(y.size())), false};
}

struct Generator {
  std::string_view name;
  Dataset (*make)(std::uint64_t seed);
};
constexpr Generator kGenerators[] = {
    {"teaser", teaser},         {"notebook", notebook},
    {"two-points", two_points}, {"single-neuron", single_neuron},
    {"collinear", collinear},   {"linear-teacher", linear_teacher},
};

}  // namespace

Dataset dataset(std::string_view name, std::uint64_t seed) {
  std::string known;
  for (const auto& generator : kGenerators) {
    if (generator.name == name) return generator.make(seed);
    known += (known.empty() ? "" : ", ") + std::string(generator.name);
  }
  throw InvalidArgument("name is \"" + std::string(name) + "\", expected one of " + known);
}

const std::vector<std::string_view>& dataset_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> list;
    for (const auto& generator : kGenerators) list.push_back(generator.name);
    return list;
  }();
  return names;
}

}  // namespace hcx
