/// Without weight decay a column of X may be measured in any unit.
#pragma once

#include <optional>
#include <vector>

#include "certificate/certificate.hpp"
#include "core/problem.hpp"
#include "network/network.hpp"
#include "programme/programme.hpp"

namespace hcx {

/// At lambda = 0, X and W have the same outputs as X D^-1 and W D for every diagonal D > 0, and the same optimum. D makes the
/// columns alike, where otherwise one of ones beside one of millions costs six digits. It holds powers of two: nothing is
/// rounded, and every output stays the same to the bit.
class ColumnUnits {
 public:
  /// Nothing with weight decay, which measures ||w||, or when the columns are alike. O(n d).
  static std::optional<ColumnUnits> of(const Problem& problem);

  Problem measured(const Problem& problem) const;  ///< with X D^-1
  Network measured(const Network& network) const;  ///< with W D; unchanged when W has not d columns
  Block callers(const Block& block) const;         ///< u D^-1
  /// Of the measured problem: its worst direction in the caller's units.
  Certificate callers(Certificate certificate) const;

 private:
  explicit ColumnUnits(Vector units) : units_(std::move(units)) {}
  Vector units_;  ///< D, d
};

}  // namespace hcx
