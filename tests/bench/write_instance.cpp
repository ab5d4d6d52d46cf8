#include "write_instance.hpp"

#include <fstream>
#include <limits>

namespace hcx::bench {
namespace {

template <class Items, class Write>
void write_list(std::ostream& out, const Items& items, Write&& write) {
  const char* separator = "[";
  for (const auto& item : items) {
    out << separator;
    write(item);
    separator = ",";
  }
  out << "]";
}

void write_vector(std::ostream& out, const Vector& values) {
  write_list(out, values, [&](double value) { out << value; });
}

void write_pattern(std::ostream& out, const Pattern& pattern) {
  out << '"';
  for (Index j = 0; j < pattern.size(); ++j) out << (pattern[j] ? '1' : '0');
  out << '"';
}

}  // namespace

void write_instance(const std::filesystem::path& folder, const Instance& instance) {
  const auto& [name, problem, patterns, signs, every_pattern] = instance;
  std::filesystem::create_directories(folder);
  std::ofstream out(folder / (name + ".json"));
  out.exceptions(std::ios::failbit | std::ios::badbit);
  out.precision(std::numeric_limits<double>::max_digits10);
  out << "{\"name\":\"" << name << "\",\"loss\":\"" << to_string(problem.loss) << "\",\"lambda\":" << problem.lambda;
  out << ",\n\"X\":";
  write_list(out, problem.X.rowwise(), [&](const auto& row) { write_vector(out, row.transpose()); });
  out << ",\n\"y\":";
  write_vector(out, problem.y);
  out << ",\n\"patterns\":";
  write_list(out, patterns, [&](const Pattern& pattern) { write_pattern(out, pattern); });
  out << ",\n\"signs\":";
  if (signs.empty()) {
    out << "\"both\"";
  } else {
    write_list(out, signs, [&](int sign) { out << sign; });
  }
  out << ",\n\"everyPattern\":" << (every_pattern ? "true" : "false") << "}\n";
}

}  // namespace hcx::bench
