/// The few types every part speaks: row-major matrices (one data point or one neuron a row) and column vectors.
#pragma once

#include <Eigen/Core>

namespace hcx {

using Index = Eigen::Index;
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Vector = Eigen::VectorXd;
using Point = Eigen::Vector2d;  ///< a weight vector or a data point when d = 2

}  // namespace hcx
