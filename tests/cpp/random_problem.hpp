/// Problems drawn from a seed, for properties that must hold on all of them.
#pragma once

#include "core/problem.hpp"
#include "core/random.hpp"
#include "network/network.hpp"

/// n points in dimension d, the last coordinate 1 when biased; normal labels.
inline hcx::Problem random_problem(std::uint64_t seed, hcx::Index n, hcx::Index d, double lambda, bool biased = false) {
  hcx::Random random(seed);
  hcx::Problem problem{hcx::Matrix(n, d), hcx::Vector(n), lambda};
  for (double& x : problem.X.reshaped()) x = random.normal();
  for (double& y : problem.y) y = random.normal();
  if (biased) problem.X.col(d - 1).setOnes();
  return problem;
}

inline hcx::Network random_network(std::uint64_t seed, hcx::Index m, hcx::Index d) {
  hcx::Random random(seed);
  hcx::Network network{hcx::Matrix(m, d), hcx::Vector(m)};
  for (double& w : network.W.reshaped()) w = random.normal();
  for (double& a : network.alpha) a = random.normal();
  return network;
}

/// One input and a bias.
inline hcx::Problem on_the_line(const hcx::Vector& x, const hcx::Vector& y, double lambda) {
  hcx::Problem problem{hcx::Matrix::Ones(x.size(), 2), y, lambda};
  problem.X.col(0) = x;
  return problem;
}
