// Activation patterns, listed, drawn and counted.
#include "bindings/expose.hpp"
#include "core/checks.hpp"
#include "patterns/count.hpp"
#include "patterns/listing.hpp"
#include "patterns/sample.hpp"

namespace hcx::wasm {
namespace {

struct ListSettings {
  bool bias = false;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit("bias", s.bias);
  }
};

struct SampleSettings : ListSettings {
  std::int64_t count = 500;
  std::uint64_t seed = 0;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    ListSettings::fields(s, visit);
    visit("count", s.count);
    visit("seed", s.seed);
  }
};

Matrix points(const Matrix& X, const ListSettings& settings) {
  require_nonempty(X, "X");
  return settings.bias ? with_bias(X) : X;
}

}  // namespace
}  // namespace hcx::wasm

EMSCRIPTEN_BINDINGS(hcx_patterns) {
  using namespace hcx;
  using namespace hcx::wasm;
  expose<[](const Matrix& X, const ListSettings& settings) { return list_patterns(points(X, settings)); }>(
      "enumeratePatterns", "X", "options");
  expose<[](const Matrix& X, const SampleSettings& settings) {
    return sample_patterns(points(X, settings), settings.count, settings.seed);
  }>("samplePatterns", "X", "options");
  expose<patterns_of>("patternsOf", "X", "W");
  expose<cover_count>("countPatterns", "n", "d");
  expose<pattern_growth>("patternGrowth", "n", "d");
}
