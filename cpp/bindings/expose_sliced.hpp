/// Binding work that is done a slice of time at a time is one line too:
///
///   expose_sliced<SolveRun, Problem, SolveSettings>("createSolver", "Solver", "problem", "options");
#pragma once

#include <memory>

#include "bindings/expose.hpp"

namespace hcx::wasm {

/// "seconds is 0, expected a number > 0"
void require_slice(double seconds);

/// What every sliced Work offers to JavaScript.
template <class Work, class... Arguments>
struct Slices {
  static val create(const Arguments&... arguments) { return val(std::make_shared<Work>(arguments...)); }
  static void advance(Work& work, double seconds) {
    require_slice(seconds);
    work.advance(seconds);
  }
  static decltype(auto) result(const Work& work) { return work.result(); }
  static bool finished(const Work& work) { return work.finished(); }
  static auto band(const Work& work, std::int64_t first_row) { return work.band(first_row); }
};

/// Binds `create`, which makes a Work of these arguments, and the class that it answers: advance(seconds), result(), finished(),
/// and band(firstRow) where a Work has bands of complete rows.
template <class Work, class... Arguments, class... Names>
void expose_sliced(const char* create, const char* type, Names... names) {
  using Slices = Slices<Work, Arguments...>;
  ExposedClass<Work> bound(type);
  bound.template method<&Slices::advance>("advance", "seconds");
  bound.template method<&Slices::result>("result");
  bound.template value<&Slices::finished>("finished");
  if constexpr (requires(const Work& work) { work.band(std::int64_t{}); })
    bound.template method<&Slices::band>("band", "firstRow");
  expose<&Slices::create>(create, names...);
}

}  // namespace hcx::wasm
