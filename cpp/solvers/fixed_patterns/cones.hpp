/// The programme over given patterns, laid out for matrix products over all its blocks at once.
#pragma once

#include <vector>

#include "core/problem.hpp"
#include "patterns/pattern_set.hpp"

namespace hcx::fixed_patterns {

/// minimise 1/2 ||sum_k s_k D_k X u_k - y||^2 + b sum_k ||u_k||  over u_k in K_k = {u : (2 D_k - I) X u >= 0},
/// in units in which X and y are about 1. Repeated blocks are one, and patterns that see no point are left out.
/// Without walls it is the gated programme: u free, one block a pattern.
struct Cones {
  enum class Walls { Kept, Dropped };
  Cones(const Problem& problem, const PatternSet& set, Walls walls = Walls::Kept);

  struct Block {
    Index pattern;  ///< column of `on` and `side`
    double sign;    ///< s, +-1
  };

  Eigen::MatrixXd points;     ///< d x n: x_j / ||x_j||, or 0 for a zero row
  Eigen::MatrixXd rows;       ///< n x d: its transpose
  Vector lengths;             ///< n: ||x_j||
  Eigen::MatrixXd on;         ///< n x P: diagonals of D, 0 or 1
  Eigen::MatrixXd side;       ///< n x P: diagonals of 2 D - I, +-1
  std::vector<Block> blocks;  ///< K, those of one pattern next to each other
  Vector y;                   ///< n
  double b;
  bool walled;                    ///< false: K_k is the whole space
  double u_unit, y_unit;          ///< caller's u = u_unit * u, caller's y = y_unit * y
  std::vector<Pattern> patterns;  ///< P

  Index n() const { return lengths.size(); }
  Index d() const { return points.rows(); }
  Index count() const { return static_cast<Index>(blocks.size()); }
  const Block& block(Index k) const { return blocks[static_cast<std::size_t>(k)]; }
  const double* sides(Index k) const { return side.col(block(k).pattern).data(); }

  /// g = X' D theta for every pattern: d x P; block k's is s_k times its column. O(n d P).
  void responses(const Vector& theta, Eigen::MatrixXd& g) const;
  /// f = sum_k s_k D_k X u_k, U: d x K. O(n d P).
  Vector output(const Eigen::MatrixXd& U) const;
  /// 1/2 ||r||^2 + b sum ||u_k||
  double value(const Vector& residual, const Eigen::MatrixXd& U) const;
};

/// Of the columns that are not zero; 0 without any.
double mean_length(const Eigen::MatrixXd& U);

}  // namespace hcx::fixed_patterns
