#include "core/matrix_vector.hpp"

namespace hcx {

Vector times(const Matrix& A, const Vector& x) { return A * x; }
Vector transposed_times(const Matrix& A, const Vector& y) { return A.transpose() * y; }

}  // namespace hcx
