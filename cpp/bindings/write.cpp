#include "bindings/write.hpp"

namespace hcx::wasm {
namespace {

template <class T>
val copied(const T* data, std::size_t size) {
  return val(emscripten::typed_memory_view(size, data)).call<val>("slice");
}

}  // namespace

val to_js(const Vector& values) { return copied(values.data(), static_cast<std::size_t>(values.size())); }
val to_js(const Matrix& matrix) { return copied(matrix.data(), static_cast<std::size_t>(matrix.size())); }
val to_js(const std::vector<signed char>& signs) { return copied(signs.data(), signs.size()); }
val to_js(const std::vector<int>& numbers) { return copied(numbers.data(), numbers.size()); }

val to_js(const Pattern& pattern) {
  std::vector<unsigned char> bits;
  for (Index j = 0; j < pattern.size(); ++j) bits.push_back(pattern[j]);
  return copied(bits.data(), bits.size());
}

val to_js(const std::vector<Pattern>& patterns) {
  val list = val::array();
  for (const Pattern& pattern : patterns) list.call<void>("push", to_js(pattern));
  return list;
}

val to_js(const Network& network) {
  val object = val::object();
  object.set("W", to_js(network.W));
  object.set("alpha", to_js(network.alpha));
  object.set("width", static_cast<double>(network.width()));
  object.set("dimension", static_cast<double>(network.W.cols()));
  return object;
}

}  // namespace hcx::wasm
