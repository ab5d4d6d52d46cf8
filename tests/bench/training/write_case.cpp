#include "write_case.hpp"

#include <fstream>
#include <limits>

namespace hcx::bench {
namespace {

template <class Values>
void write_list(std::ostream& out, const char* key, const Values& values) {
  const char* separator = "[";
  out << ",\n\"" << key << "\":";
  for (const double value : values) {
    out << separator << value;
    separator = ",";
  }
  out << "]";
}

}  // namespace

void write_case(const std::filesystem::path& folder, const Case& chosen) {
  const auto& [name, group, problem, settings, steps] = chosen;
  std::filesystem::create_directories(folder);
  std::ofstream out(folder / (name + ".json"));
  out.exceptions(std::ios::failbit | std::ios::badbit);
  out.precision(std::numeric_limits<double>::max_digits10);
  out << "{\"name\":\"" << name << "\",\"group\":\"" << group << "\",\"width\":" << settings.weights->width()
      << ",\"points\":" << problem.X.rows() << ",\"dimension\":" << problem.X.cols() << ",\"loss\":\""
      << to_string(problem.loss) << "\",\"lambda\":" << problem.lambda << ",\"optimizer\":\""
      << to_string(settings.rule.optimizer) << "\",\"stepSize\":" << settings.step_size << ",\"steps\":" << steps;
  write_list(out, "X", problem.X.reshaped<Eigen::RowMajor>());
  write_list(out, "y", problem.y);
  write_list(out, "W", settings.weights->W.reshaped<Eigen::RowMajor>());
  write_list(out, "alpha", settings.weights->alpha);
  out << "}\n";
}

}  // namespace hcx::bench
