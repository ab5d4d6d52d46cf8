/// A case as JSON, for the other languages.
#pragma once

#include <filesystem>

#include "cases.hpp"

namespace hcx::bench {

/// Writes FOLDER/<name>.json with 17 digits a number. Matrices are flat lists, row by row. Throws std::ios::failure.
void write_case(const std::filesystem::path& folder, const Case& chosen);

}  // namespace hcx::bench
