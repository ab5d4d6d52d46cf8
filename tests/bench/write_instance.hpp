/// Instances as files, so that every solver in every language sees the same numbers.
#pragma once

#include <filesystem>

#include "instances.hpp"

namespace hcx::bench {

/// folder/<name>.json: name, loss, lambda (weight decay), X, y, patterns (strings of 0 and 1), signs ("both" or a list),
/// everyPattern. Doubles have 17 digits: they are read back as they were.
void write_instance(const std::filesystem::path& folder, const Instance& instance);

}  // namespace hcx::bench
