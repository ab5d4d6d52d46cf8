/// Products of a matrix and a vector, compiled once: each place that writes one out brings kilobytes of Eigen with it.
#pragma once

#include "core/types.hpp"

namespace hcx {

Vector times(const Matrix& A, const Vector& x);             ///< A x
Vector transposed_times(const Matrix& A, const Vector& y);  ///< A' y

}  // namespace hcx
