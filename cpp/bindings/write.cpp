#include "bindings/write.hpp"

#include <string>

namespace hcx::wasm {
namespace {

template <class T>
val copied(const T* data, std::size_t size) {
  return val(emscripten::typed_memory_view(size, data)).call<val>("slice");
}

}  // namespace

val to_js(std::string_view text) { return val(std::string(text)); }
val to_js(const Natural& number) { return val::global("BigInt")(number.decimal()); }
val to_js(std::span<const double> values) { return copied(values.data(), values.size()); }
val to_js(std::span<const int> numbers) { return copied(numbers.data(), numbers.size()); }
val to_js(std::span<const signed char> signs) { return copied(signs.data(), signs.size()); }
val to_js(std::span<const unsigned char> codes) { return copied(codes.data(), codes.size()); }
val to_js(const Vector& values) { return copied(values.data(), static_cast<std::size_t>(values.size())); }
val to_js(const Matrix& matrix) { return copied(matrix.data(), static_cast<std::size_t>(matrix.size())); }

val to_js(const Pattern& pattern) {
  std::vector<unsigned char> bits;
  for (Index j = 0; j < pattern.size(); ++j) bits.push_back(pattern[j]);
  return to_js(bits);
}

val to_js(const Network& network) {
  val object = val::object();
  FieldWriter{object}(network);
  return object;
}

void FieldWriter::operator()(const Network& network) {
  (*this)("W", network.W);
  (*this)("alpha", network.alpha);
  (*this)("width", network.width());
  (*this)("dimension", network.W.cols());
}

void set(val& object, const char* name, const val& value) { object.set(name, value); }
void push(val& list, const val& entry) { list.call<void>("push", entry); }

}  // namespace hcx::wasm
