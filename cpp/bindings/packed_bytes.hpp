/// A list of Uint8Arrays in one go: there may be hundreds, and each crossing from JavaScript costs more than its bytes.
#pragma once

#include <emscripten/val.h>

#include <optional>
#include <utility>
#include <vector>

#include "core/types.hpp"

namespace hcx::wasm {

/// Rows of bytes, each of its own length, one after another.
class PackedBytes {
 public:
  /// Row k ends before bytes[ends[k]], where the next one begins.
  PackedBytes(std::vector<unsigned char> bytes, std::vector<Index> ends)
      : bytes_(std::move(bytes)), ends_(std::move(ends)) {}

  const unsigned char* row(Index k) const { return bytes_.data() + begin(k); }
  Index length(Index k) const { return ends_[static_cast<std::size_t>(k)] - begin(k); }

 private:
  Index begin(Index k) const { return k == 0 ? 0 : ends_[static_cast<std::size_t>(k - 1)]; }
  std::vector<unsigned char> bytes_;
  std::vector<Index> ends_;
};

/// The first `count` entries of a list, or nothing unless all of them are Uint8Arrays, of 1e8 bytes together at most.
std::optional<PackedBytes> packed_bytes(const emscripten::val& list, Index count);

}  // namespace hcx::wasm
