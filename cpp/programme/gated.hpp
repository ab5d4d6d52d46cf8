/// Gated ReLU networks: the gates stay, only what passes through them is trained, and the cones fall away.
#pragma once

#include <optional>
#include <vector>

#include "core/problem.hpp"
#include "network/network.hpp"
#include "patterns/pattern.hpp"
#include "programme/scaled_problem.hpp"

namespace hcx {

/// f_j = sum_k gate_k[j] (v_k . x_j): each gate lets its data points through, whatever v_k . x_j is.
struct GatedNetwork {
  std::vector<Pattern> gates;  ///< m, of n points each
  Matrix V;                    ///< m x d
};

/// Throws InvalidArgument when sizes disagree or a value is not finite.
void validate(const Problem& problem, const GatedNetwork& network);

/// y - f, n, for a network and a problem in the same units. O(n d m).
Vector gated_residual(const ScaledProblem& problem, const std::vector<Pattern>& gates, const Matrix& V);

/// As for ReLU networks, ||w||^2 + alpha^2 >= 2 ||v|| with v = alpha w:  L = k ||f - y||^2 + 2 lambda sum_k ||v_k||.
/// Throws as validate does, or beyond ScaledProblem's sizes. O(n d m).
double gated_objective(const Problem& problem, const GatedNetwork& network);

/// A ReLU network with the outputs of a gated one: v_k = u - w with u and w in the cone of the gate's pattern.
struct ConeDecomposition {
  Network network;   ///< at most two neurons a gate
  double objective;  ///< its loss
  /// L_gated + 4 lambda sum_k ||v_k|| / rho_k, rho_k the radius of the ball around the deepest direction of gate k's cone:
  /// an upper bound on `objective`, known before the decomposition. Mishkin, Sahiner, Pilanci (2022).
  double bound;

  template <class Self, class Visit>
  static void fields(Self& s, Visit&& visit) {
    visit(s.network);
    visit("objective", s.objective);
    visit("bound", s.bound);
  }
};

/// w = tau e, u = v + tau e, e the deepest direction and tau the least that brings u into the cone; nothing when a gate's
/// pattern is realised by no direction. O(m n d) and an interior direction a gate. Throws InvalidArgument as gated_objective does.
std::optional<ConeDecomposition> decompose(const Problem& problem, const GatedNetwork& network);

}  // namespace hcx
