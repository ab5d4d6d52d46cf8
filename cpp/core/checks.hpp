/// Argument checks that name the argument. Each throws InvalidArgument or returns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/types.hpp"

namespace hcx {

inline constexpr std::int64_t kLargestInteger =
    (std::int64_t{1} << 53) - 1;  ///< what a JavaScript number holds exactly

/// x in decimals, to 12 digits: 3, 0.1, -2.5e-7, inf, nan.
std::string to_text(double x);

/// "1 row", "2 rows"
std::string counted(long long number, std::string_view noun);

/// "lambda is -1, expected a finite number >= 0"
void require_at_least(double value, double least, std::string_view name);
/// "stepSize is 0, expected a finite number > 0"
void require_positive(double value, std::string_view name);
/// "width is 0, expected a whole number from 1 to 1000000"
void require_between(long long value, long long least, long long most, std::string_view name);

/// "y has 5 values, expected 4 (rows of X)"
void require_length(Index length, Index expected, std::string_view name, std::string_view whose);
/// "X is 0 x 2, expected at least 1 row and 1 column"
void require_nonempty(const Matrix& matrix, std::string_view name);
/// "X[2][0] is nan, expected a finite number"
void require_finite(const Matrix& matrix, std::string_view name);
/// "y[3] is inf, expected a finite number"
void require_finite(const Vector& vector, std::string_view name);

}  // namespace hcx
