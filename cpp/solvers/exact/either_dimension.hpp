/// The two methods behind exact::begin, one for the plane and one for space.
#pragma once

#include <memory>

#include "solvers/exact/exact.hpp"

namespace hcx::exact {

/// Of the largest b at which a neuron is of use: a smaller b is approached from larger ones, along the path of solutions.
inline constexpr double kDirect = 1e-5;

/// For both, problem and settings are valid. A program that never leaves the plane may link a stand-in for begin_in_space.
std::unique_ptr<SolverRun> begin_in_plane(const Problem& problem, const Settings& settings);  ///< d <= 2
std::unique_ptr<SolverRun> begin_in_space(const Problem& problem, const Settings& settings);  ///< d >= 3

}  // namespace hcx::exact
