#include "bindings/expose_sliced.hpp"
#include "core/checks.hpp"

namespace hcx::wasm {

void require_slice(double seconds) {
  if (!(seconds > 0)) throw InvalidArgument("seconds is " + to_text(seconds) + ", expected a number > 0");
}

}  // namespace hcx::wasm
