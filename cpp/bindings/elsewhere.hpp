/// What the small module throws when it is asked for what only the full one was linked with.
#pragma once

#include <exception>

namespace hcx::wasm {

/// Thrown before anything is computed. The envelope tells it as kind "elsewhere", and the worker then asks the full module;
/// the message is for a program that asks the small module directly.
struct Elsewhere : std::exception {
  const char* what() const noexcept override { return "only the full module answers this"; }
};

}  // namespace hcx::wasm
