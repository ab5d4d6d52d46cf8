/// Types that list their own fields, for reading settings and for writing results.
#pragma once

namespace hcx::wasm {

/// Takes whatever a `fields` function hands to a visitor.
struct AnyVisitor {
  template <class... Handed>
  void operator()(Handed&&...) const {}
};

/// T has  template <class Self, class Visit> static void fields(Self& self, Visit&& visit),  which calls
/// visit("objective", self.objective) for each field under its name in JavaScript.
template <class T>
concept HasFields = requires(T& object) {
  T::fields(object, AnyVisitor{});
};

}  // namespace hcx::wasm
