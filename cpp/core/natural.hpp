/// Natural numbers of any size, as far as counting needs them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hcx {

/// A natural number with addition, and multiplication and division by factors below 2^32.
class Natural {
 public:
  Natural(std::uint32_t value = 0);  // NOLINT(google-explicit-constructor): a number is a number

  Natural& operator+=(const Natural& other);
  Natural& operator*=(std::uint32_t factor);
  /// Floor division; divisor > 0.
  Natural& operator/=(std::uint32_t divisor);
  bool operator==(const Natural& other) const = default;

  std::string decimal() const;  ///< base 10, no leading zeros
  double approximate() const;   ///< nearest double or so; infinity when too large

 private:
  void trim();
  std::vector<std::uint32_t> digits_;  ///< base 2^32, least significant first, no leading zeros
};

}  // namespace hcx
