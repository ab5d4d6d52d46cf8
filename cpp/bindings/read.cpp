#include "bindings/read.hpp"

#include <cmath>

#include "bindings/packed_bytes.hpp"
#include "core/checks.hpp"

namespace hcx::wasm {
namespace {

[[noreturn]] void refuse(const val& value, const std::string& name, const std::string& expected) {
  throw InvalidArgument(name + " is " + kind_of(value) + ", expected " + expected);
}

bool is_typed_array(const val& value) {
  return val::global("ArrayBuffer").call<bool>("isView", value) && !value["length"].isUndefined();
}

std::string at(const std::string& name, Index i) { return name + "[" + std::to_string(i) + "]"; }

constexpr double kMostNumbers = 1e8;

/// A list's length, asked for once: an object may answer differently the next time.
Index length_of(const val& list) {
  const double length = list["length"].as<double>();
  return length >= 0 && length <= kMostNumbers ? static_cast<Index>(length) : 0;
}

/// Copies the n numbers of a list; a typed array in one go, a plain one element by element because anything may stand in it.
void copy_numbers(const val& list, Index n, const std::string& name, double* into) {
  if (!is_typed_array(list)) {
    for (Index i = 0; i < n; ++i) read(list[static_cast<unsigned>(i)], at(name, i), into[i]);
    return;
  }
  if (n > 0 && !list[0].isNumber()) refuse(list[0], at(name, 0), "a number");
  const val copy = val::global("Float64Array").new_(list);  // has the length that the memory really has
  require_length(length_of(copy), n, name, "its length");
  val(emscripten::typed_memory_view(static_cast<std::size_t>(n), into)).call<void>("set", copy);
}

void read_rows(const val& rows, const std::string& name, Matrix& into) {
  const Index n = length_of(rows);
  for (Index i = 0; i < n; ++i) {
    const val row = rows[static_cast<unsigned>(i)];
    if (!is_list(row)) refuse(row, at(name, i), "a row of numbers");
    const Index length = length_of(row);
    if (i == 0) into.resize(n, length);
    require_length(length, into.cols(), at(name, i), "length of " + at(name, 0));
    copy_numbers(row, length, at(name, i), into.row(i).data());
  }
  if (n == 0) into.resize(0, 0);
}

void read_shaped(const val& object, const std::string& name, Matrix& into) {
  std::int64_t rows = 0, cols = 0;
  read(object["rows"], name + ".rows", rows);
  read(object["cols"], name + ".cols", cols);
  require_between(rows, 0, 100'000'000, name + ".rows");
  require_between(cols, 0, 100'000'000, name + ".cols");
  require_between(rows * cols, 0, 100'000'000, name + ".rows x " + name + ".cols");
  const val data = object["data"];
  if (!is_list(data)) refuse(data, name + ".data", "an array of numbers");
  require_length(length_of(data), static_cast<Index>(rows * cols), name + ".data", name + ".rows x " + name + ".cols");
  into.resize(static_cast<Index>(rows), static_cast<Index>(cols));
  copy_numbers(data, into.size(), name + ".data", into.data());
}

}  // namespace

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

void read(const val& value, const std::string& name, bool& into) {
  if (!value.isTrue() && !value.isFalse()) refuse(value, name, "true or false");
  into = value.isTrue();
}

void read(const val& value, const std::string& name, std::string& into) {
  if (!value.isString()) refuse(value, name, "a string");
  into = value.as<std::string>();
}

void read(const val& value, const std::string& name, Vector& into) {
  if (!is_list(value)) refuse(value, name, "an array of numbers");
  const Index n = length_of(value);
  into.resize(n);
  copy_numbers(value, n, name, into.data());
}

void read(const val& value, const std::string& name, Matrix& into) {
  if (value.isArray()) return read_rows(value, name, into);
  if (value.isNull() || value.typeOf().as<std::string>() != "object" || is_typed_array(value))
    refuse(value, name, "an array of rows or {data, rows, cols}");
  read_shaped(value, name, into);
}

namespace {

template <class T>
Pattern pattern_from(const T* bits, Index size, const std::string& name, Index k) {
  Pattern pattern(size);
  for (Index j = 0; j < size; ++j) {
    if (bits[j] != 0 && bits[j] != 1)
      throw InvalidArgument(at(at(name, k), j) + " is " + to_text(bits[j]) + ", expected 0 or 1");
    pattern.set(j, bits[j] == 1);
  }
  return pattern;
}

}  // namespace

void read(const val& value, const std::string& name, std::vector<Pattern>& into) {
  if (!is_list(value)) refuse(value, name, "an array of patterns");
  const Index count = length_of(value);
  if (const auto packed = packed_bytes(value, count)) {
    for (Index k = 0; k < count; ++k) into.push_back(pattern_from(packed->row(k), packed->length(k), name, k));
    return;
  }
  Vector bits;
  for (Index k = 0; k < count; ++k) {
    read(value[static_cast<unsigned>(k)], at(name, k), bits);
    into.push_back(pattern_from(bits.data(), bits.size(), name, k));
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

Matrix rows_from(const val& value, const std::string& name, Index m, const std::string& whose) {
  Matrix rows;
  if (!is_typed_array(value)) {
    read(value, name, rows);
  } else if (const Index values = length_of(value); m > 0 && values % m == 0) {
    rows.resize(m, values / m);
    copy_numbers(value, values, name, rows.data());
  } else if (values > 0) {
    throw InvalidArgument(name + " has " + std::to_string(values) + " values, expected a multiple of " +
                          std::to_string(m) + " (" + whose + ")");
  }
  return rows;
}

Network network_from(const val& W, const val& alpha) {
  Network network;
  read(alpha, "alpha", network.alpha);
  network.W = rows_from(W, "W", network.width(), "length of alpha");
  validate(network, network.W.cols());
  return network;
}

void read(const val& value, const std::string& name, Network& into) {
  require_object(value, name);
  into = network_from(value["W"], value["alpha"]);
}

void FieldReader::operator()(const char* W, const char* alpha, std::optional<Network>& field) {
  known_.emplace_back(W);
  known_.emplace_back(alpha);
  const val rows = object_[W], ends = object_[alpha];
  if (rows.isUndefined() && ends.isUndefined()) return;
  if (rows.isUndefined()) throw InvalidArgument("alpha is given without W, expected both or neither");
  if (ends.isUndefined()) throw InvalidArgument("W is given without alpha, expected both or neither");
  field = network_from(rows, ends);
}

Matrix inputs_from(const val& value, const std::string& name, const val& bias, Index d) {
  Matrix inputs;
  bool ones = false;
  read(value, name, inputs);
  require_nonempty(inputs, name);
  require_finite(inputs, name);
  if (!bias.isUndefined()) read(bias, "bias", ones);
  if (ones) inputs = with_bias(inputs);
  if (d > 0 && inputs.cols() != d)
    throw InvalidArgument(name + " has " + counted(inputs.cols(), "column") + (ones ? " (bias included)" : "") +
                          ", expected " + std::to_string(d) + " (columns of W)");
  return inputs;
}

Problem problem_from(const val& value) {
  require_object(value, "problem");
  Problem problem;
  bool bias = false;
  read(value["X"], "X", problem.X);
  read(value["y"], "y", problem.y);
  read(value["lambda"], "lambda", problem.lambda);
  if (const val loss = value["loss"]; !loss.isUndefined()) read(loss, "loss", problem.loss);
  if (const val ones = value["bias"]; !ones.isUndefined()) read(ones, "bias", bias);
  refuse_unknown_keys(value, "problem", {"X", "y", "lambda", "loss", "bias"});
  validate(problem);
  if (bias) problem.X = with_bias(problem.X);
  return problem;
}

}  // namespace hcx::wasm
