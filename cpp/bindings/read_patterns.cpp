// Activation patterns and signs from JavaScript lists.
#include "bindings/packed_bytes.hpp"
#include "bindings/read.hpp"
#include "core/checks.hpp"

namespace hcx::wasm {
namespace {

/// Entries of a pattern as JavaScript gives them: bytes, or else numbers.
struct Entries {
  const unsigned char* bytes;
  const double* numbers;
  double operator[](Index j) const { return bytes ? bytes[j] : numbers[j]; }
};

Pattern pattern_from(const Entries& entries, Index size, const std::string& name, Index k) {
  Pattern pattern(size);
  for (Index j = 0; j < size; ++j) {
    const double bit = entries[j];
    if (bit != 0 && bit != 1) throw InvalidArgument(at(at(name, k), j) + " is " + to_text(bit) + ", expected 0 or 1");
    pattern.set(j, bit == 1);
  }
  return pattern;
}

}  // namespace

void read(const val& value, const std::string& name, std::vector<Pattern>& into) {
  if (!is_list(value)) refuse(value, name, "an array of patterns");
  const Index count = length_of(value);
  if (const auto packed = packed_bytes(value, count)) {
    for (Index k = 0; k < count; ++k)
      into.push_back(pattern_from({packed->row(k), nullptr}, packed->length(k), name, k));
    return;
  }
  Vector bits;
  for (Index k = 0; k < count; ++k) {
    read(value[static_cast<unsigned>(k)], at(name, k), bits);
    into.push_back(pattern_from({nullptr, bits.data()}, bits.size(), name, k));
  }
}

void read(const val& value, const std::string& name, std::vector<signed char>& into) {
  Vector values;
  read(value, name, values);
  for (Index k = 0; k < values.size(); ++k) {
    if (values[k] != 1 && values[k] != -1)
      throw InvalidArgument(at(name, k) + " is " + to_text(values[k]) + ", expected 1 or -1");
    into.push_back(values[k] > 0 ? 1 : -1);
  }
}

void read(const val& value, const std::string& name, PatternChoice& into) {
  if (!value.isString()) {
    if (!is_list(value)) refuse(value, name, "\"all\", \"sampled\" or an array of patterns");
    into.from = PatternChoice::From::Given;
    return read(value, name, into.given);
  }
  const auto text = value.as<std::string>();
  if (text != "all" && text != "sampled")
    throw InvalidArgument(name + " is \"" + text + "\", expected \"all\", \"sampled\" or an array of patterns");
  into.from = text == "all" ? PatternChoice::From::All : PatternChoice::From::Sampled;
}

void read(const val& value, const std::string& name, SignChoice& into) {
  if (!value.isString()) {
    if (!is_list(value)) refuse(value, name, "\"both\" or an array of signs");
    into.both = false;
    return read(value, name, into.given);
  }
  if (const auto text = value.as<std::string>(); text != "both")
    throw InvalidArgument(name + " is \"" + text + "\", expected \"both\" or an array of signs");
}

}  // namespace hcx::wasm
