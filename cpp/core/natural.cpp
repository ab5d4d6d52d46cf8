#include "core/natural.hpp"

#include <algorithm>

namespace hcx {

Natural::Natural(std::uint32_t value) {
  if (value) digits_.push_back(value);
}

Natural& Natural::operator+=(const Natural& other) {
  digits_.resize(std::max(digits_.size(), other.digits_.size()) + 1);
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < digits_.size(); ++i) {
    carry += digits_[i];
    if (i < other.digits_.size()) carry += other.digits_[i];
    digits_[i] = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
  trim();
  return *this;
}

Natural& Natural::operator*=(std::uint32_t factor) {
  std::uint64_t carry = 0;
  for (auto& digit : digits_) {
    carry += std::uint64_t{digit} * factor;
    digit = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
  digits_.push_back(static_cast<std::uint32_t>(carry));
  trim();
  return *this;
}

Natural& Natural::operator/=(std::uint32_t divisor) {
  std::uint64_t rest = 0;
  for (auto digit = digits_.rbegin(); digit != digits_.rend(); ++digit) {
    rest = (rest << 32) | *digit;
    *digit = static_cast<std::uint32_t>(rest / divisor);
    rest %= divisor;
  }
  trim();
  return *this;
}

std::string Natural::decimal() const {
  if (digits_.empty()) return "0";
  std::string text;
  for (Natural rest = *this; !rest.digits_.empty();) {
    std::uint64_t carry = 0;  // divide by 10 and keep the remainder
    for (auto digit = rest.digits_.rbegin(); digit != rest.digits_.rend(); ++digit) {
      carry = (carry << 32) | *digit;
      *digit = static_cast<std::uint32_t>(carry / 10);
      carry %= 10;
    }
    text.push_back(static_cast<char>('0' + carry));
    rest.trim();
  }
  return {text.rbegin(), text.rend()};
}

double Natural::approximate() const {
  double value = 0;
  for (auto digit = digits_.rbegin(); digit != digits_.rend(); ++digit) value = value * 0x1p32 + *digit;
  return value;
}

void Natural::trim() {
  while (!digits_.empty() && digits_.back() == 0) digits_.pop_back();
}

}  // namespace hcx
