#include "bindings/packed_bytes.hpp"

#include <emscripten/emscripten.h>

// clang-format off
/// {bytes, ends} of the first `count` entries of a list, or undefined. Lengths are asked of the memory: an object may lie.
EM_JS(emscripten::EM_VAL, hcx_pack_bytes, (emscripten::EM_VAL list, int count), {
  const from = Emval.toValue(list);
  const lengthOf = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), 'length').get;
  const rows = [];
  const ends = new Int32Array(count);
  let total = 0;
  for (let k = 0; k < count; ++k) {
    const row = from[k];
    if (!(row instanceof Uint8Array)) return Emval.toHandle(undefined);
    total += lengthOf.call(row);
    if (total > 1e8) return Emval.toHandle(undefined);
    rows.push(row);
    ends[k] = total;
  }
  const bytes = new Uint8Array(total);
  for (let k = 0; k < count; ++k) bytes.set(rows[k], k > 0 ? ends[k - 1] : 0);
  return Emval.toHandle({bytes, ends});
});
// clang-format on

namespace hcx::wasm {
namespace {

using emscripten::val;

/// All of a typed array that nobody else holds.
template <class T>
std::vector<T> copy_of(const val& array) {
  std::vector<T> copy(array["length"].as<std::size_t>());
  val(emscripten::typed_memory_view(copy.size(), copy.data())).call<void>("set", array);
  return copy;
}

}  // namespace

std::optional<PackedBytes> packed_bytes(const val& list, Index count) {
  const val packed = val::take_ownership(hcx_pack_bytes(list.as_handle(), static_cast<int>(count)));
  if (packed.isUndefined()) return std::nullopt;
  std::vector<Index> ends;
  for (const int end : copy_of<int>(packed["ends"])) ends.push_back(end);
  return PackedBytes(copy_of<unsigned char>(packed["bytes"]), std::move(ends));
}

}  // namespace hcx::wasm
