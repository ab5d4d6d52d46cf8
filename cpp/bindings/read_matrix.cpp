// Vectors and matrices from JavaScript lists.
#include "bindings/read.hpp"
#include "core/checks.hpp"

namespace hcx::wasm {

void copy_numbers(const val& list, Index n, const std::string& name, double* into) {
  // Anything may stand in a plain list, so that its elements are read one by one; a typed array is copied in one go.
  if (!is_typed_array(list)) {
    for (Index i = 0; i < n; ++i) read(list[static_cast<unsigned>(i)], at(name, i), into[i]);
    return;
  }
  if (n > 0 && !list[0].isNumber()) refuse(list[0], at(name, 0), "a number");
  const val copy = val::global("Float64Array").new_(list);  // has the length that the memory really has
  require_length(length_of(copy), n, name, "its length");
  val(emscripten::typed_memory_view(static_cast<std::size_t>(n), into)).call<void>("set", copy);
}

namespace {

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

}  // namespace hcx::wasm
