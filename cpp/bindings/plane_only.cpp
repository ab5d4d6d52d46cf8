// Linked into the small module in place of the methods for d >= 3, for listed patterns and without weight decay, which only
// the full module has. Each answers Elsewhere, and the worker then asks the full module: which problems the small module
// serves is decided here, by what it was linked without, and nowhere else.
#include "bindings/elsewhere.hpp"
#include "certificate/column_units.hpp"
#include "certificate/pattern_certificate.hpp"
#include "response/responses.hpp"
#include "solvers/exact/either_dimension.hpp"
#include "solvers/exact/least_misfit_in_any_dimension.hpp"
#include "solvers/registry.hpp"

namespace hcx {
namespace {

[[noreturn]] void left_out() { throw wasm::Elsewhere(); }

}  // namespace

Certificate certify(const Problem&, const Network&, const PatternSet&, const std::optional<Vector>&) { left_out(); }
Responses responses_by_search(const Matrix&, const Network&, long long) { left_out(); }
std::unique_ptr<SolverRun> exact::begin_in_space(const Problem&, const Settings&) { left_out(); }

namespace exact {
std::vector<SolverEntry> entries();
}
SolverEntry solver_named(std::string_view name) {
  if (name != "exact") left_out();
  return exact::entries().front();
}

std::optional<ColumnUnits> ColumnUnits::of(const Problem& problem) {
  if (problem.lambda == 0) left_out();
  return std::nullopt;
}
Problem ColumnUnits::measured(const Problem&) const { left_out(); }
Network ColumnUnits::measured(const Network&) const { left_out(); }
Block ColumnUnits::callers(const Block&) const { left_out(); }
Certificate ColumnUnits::callers(Certificate) const { left_out(); }
Network exact::least_misfit(const Matrix&, const Vector&) { left_out(); }

}  // namespace hcx
