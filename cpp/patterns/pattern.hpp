/// Activation pattern: which data points a weight vector sees.
#pragma once

#include <cstdint>
#include <vector>

#include "core/types.hpp"

namespace hcx {

/// The diagonal of D = diag(1[X w > 0]), n bits.
class Pattern {
 public:
  Pattern() = default;
  explicit Pattern(Index n) : size_(n), words_(static_cast<std::size_t>((n + 63) / 64), 0) {}

  Index size() const { return size_; }
  bool operator[](Index j) const { return (words_[word(j)] >> (j % 64)) & 1; }
  void set(Index j, bool on) {
    const std::uint64_t bit = std::uint64_t{1} << (j % 64);
    on ? words_[word(j)] |= bit : words_[word(j)] &= ~bit;
  }
  Index active() const;  ///< number of points that are on
  bool operator==(const Pattern&) const = default;
  bool operator<(const Pattern& other) const { return words_ < other.words_; }  ///< any order, for maps

 private:
  static std::size_t word(Index j) { return static_cast<std::size_t>(j / 64); }
  Index size_ = 0;
  std::vector<std::uint64_t> words_;
};

/// 1[X w > 0]; a point on the boundary x_j . w = 0 is off.
Pattern pattern_of(const Matrix& X, const Vector& w);

}  // namespace hcx
