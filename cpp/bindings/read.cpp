#include "bindings/read.hpp"

#include <algorithm>
#include <cmath>

#include "core/checks.hpp"

namespace hcx::wasm {
namespace {

constexpr double kMostNumbers = 1e8;

}  // namespace

[[noreturn]] void refuse(const val& value, const std::string& name, const std::string& expected) {
  throw InvalidArgument(name + " is " + kind_of(value) + ", expected " + expected);
}

std::string at(const std::string& name, Index i) { return name + "[" + std::to_string(i) + "]"; }

Index length_of(const val& list) {
  const double length = list["length"].as<double>();
  return length >= 0 && length <= kMostNumbers ? static_cast<Index>(length) : 0;
}

bool is_typed_array(const val& value) {
  return val::global("ArrayBuffer").call<bool>("isView", value) && !value["length"].isUndefined();
}

bool is_list(const val& value) { return value.isArray() || is_typed_array(value); }

std::string kind_of(const val& value) {
  if (value.isUndefined()) return "missing";
  if (value.isNull()) return "null";
  if (value.isArray()) return "an array";
  const std::string type = value.typeOf().as<std::string>();
  if (type == "number") return to_text(value.as<double>());
  return (type == "object" ? "an " : "a ") + type;
}

void require_object(const val& value, const std::string& name) {
  if (value.isNull() || value.isArray() || value.typeOf().as<std::string>() != "object")
    refuse(value, name, "an object");
}

void refuse_unknown_keys(const val& object, const std::string& name, const std::vector<std::string>& known) {
  const val keys = val::global("Object").call<val>("keys", object);
  for (Index i = 0; i < length_of(keys); ++i) {
    const auto key = keys[static_cast<unsigned>(i)].as<std::string>();
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    std::string expected;
    for (const auto& k : known) expected += (expected.empty() ? "" : ", ") + k;
    throw InvalidArgument("unknown key \"" + key + "\" in " + name + ", expected " + expected);
  }
}

void read(const val& value, const std::string& name, double& into) {
  if (!value.isNumber()) refuse(value, name, "a number");
  into = value.as<double>();
}

void read(const val& value, const std::string& name, std::int64_t& into) {
  double number = 0;
  read(value, name, number);
  if (number != std::floor(number) || std::abs(number) > 0x1p53) refuse(value, name, "a whole number");
  into = static_cast<std::int64_t>(number);
}

void read(const val& value, const std::string& name, int& into) {
  std::int64_t number = 0;
  read(value, name, number);
  if (number > INT32_MAX || number < INT32_MIN) refuse(value, name, "a whole number below 2^31");
  into = static_cast<int>(number);
}

void read(const val& value, const std::string& name, std::uint64_t& into) {
  std::int64_t number = 0;
  read(value, name, number);
  require_between(number, 0, (std::int64_t{1} << 53) - 1, name);
  into = static_cast<std::uint64_t>(number);
}

void read(const val& value, const std::string& name, bool& into) {
  if (!value.isTrue() && !value.isFalse()) refuse(value, name, "true or false");
  into = value.isTrue();
}

void read(const val& value, const std::string& name, std::string& into) {
  if (!value.isString()) refuse(value, name, "a string");
  into = value.as<std::string>();
}

int enumerator_from(const val& value, const std::string& name, std::string_view (*name_of)(int)) {
  std::string text, expected;
  read(value, name, text);
  for (int i = 0; !name_of(i).empty(); ++i) {
    const std::string candidate(name_of(i));
    if (text == candidate) return i;
    expected += (expected.empty() ? "" : ", ") + candidate;
  }
  throw InvalidArgument(name + " is \"" + text + "\", expected one of " + expected);
}

}  // namespace hcx::wasm
