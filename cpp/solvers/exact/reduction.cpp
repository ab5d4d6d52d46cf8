#include "solvers/exact/reduction.hpp"

#include <limits>

#include "core/pivoted_qr.hpp"

namespace hcx::exact {
namespace {

constexpr double kDependent = 1e-13;

/// Output of each block along its own direction, unit columns; `norms` are their lengths before.
Eigen::MatrixXd unit_outputs(const Matrix& X, const std::vector<Block>& blocks, Vector& norms) {
  Eigen::MatrixXd outputs(X.rows(), static_cast<Index>(blocks.size()));
  norms.resize(outputs.cols());
  for (Index i = 0; i < outputs.cols(); ++i) {
    const Block& block = blocks[static_cast<std::size_t>(i)];
    const Vector w = block.u.stableNormalized();
    for (Index j = 0; j < X.rows(); ++j) outputs(j, i) = block.pattern[j] ? block.sign * X.row(j).dot(w) : 0.0;
    norms[i] = outputs.col(i).stableNorm();
    if (norms[i] > 0) outputs.col(i) /= norms[i];
  }
  return outputs;
}

}  // namespace

std::vector<Block> reduced(const Matrix& X, std::vector<Block> blocks) {
  while (static_cast<Index>(blocks.size()) > X.rows()) {
    Vector norms;
    const PivotedQR qr(unit_outputs(X, blocks, norms), kDependent);
    Vector change = qr.null_vector();
    for (Index i = 0; i < change.size(); ++i) change[i] = norms[i] > 0 ? change[i] / norms[i] : -1;
    if (change.sum() > 0) change = -change;  // of the lengths: so that the cost does not rise

    double longest = std::numeric_limits<double>::infinity();
    std::size_t vanishing = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const double rate = change[static_cast<Index>(i)], length = blocks[i].u.stableNorm();
      if (rate < 0 && -length / rate < longest) longest = -length / rate, vanishing = i;
    }
    if (!(longest < std::numeric_limits<double>::infinity())) break;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const double length = blocks[i].u.stableNorm();
      blocks[i].u *= (length + longest * change[static_cast<Index>(i)]) / length;
    }
    blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(vanishing));
  }
  return blocks;
}

}  // namespace hcx::exact
