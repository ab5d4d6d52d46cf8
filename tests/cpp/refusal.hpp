/// The message with which something refuses its input, or "accepted".
#pragma once

#include <string>

#include "core/invalid_argument.hpp"

template <class Action>
std::string refusal(Action&& action) {
  try {
    action();
  } catch (const hcx::InvalidArgument& error) {
    return error.what();
  }
  return "accepted";
}
