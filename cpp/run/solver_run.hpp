/// A method that solves the convex programme, while it runs and when it has answered.
#pragma once

#include <vector>

#include "certificate/certificate.hpp"
#include "network/network.hpp"
#include "programme/programme.hpp"
#include "run/run.hpp"

namespace hcx {

/// The answer of every method.
struct Solution {
  Status status;
  Network network;            ///< at most n neurons where all patterns are in play, balanced: ||w_i|| = |alpha_i|
  std::vector<Block> blocks;  ///< the same as a point of the convex programme, one block a neuron
  Vector dual;  ///< theta as the method knows it, n values in the units of y; that of the bound has the certificate
  Certificate certificate;  ///< over all patterns and widths, or over the programme's patterns
  int iterations = 0;       ///< as the method counts them
  int newton_steps = 0;
  double seconds = 0;
};

class SolverRun : public Run {
 public:
  /// The best network so far and its true gap. The method itself goes on as if it had not been asked.
  virtual Solution result() const = 0;

 protected:
  using Run::Run;
};

}  // namespace hcx
