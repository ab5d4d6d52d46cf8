#include "solvers/gated/gated.hpp"

#include "core/checks.hpp"
#include "run/conclude.hpp"
#include "solvers/fixed_patterns/augmented_lagrangian.hpp"

namespace hcx::gated {
namespace {

GatedNetwork network_of(const fixed_patterns::Cones& cones, const Eigen::MatrixXd& U) {
  std::vector<Index> used;
  for (Index k = 0; k < cones.count(); ++k)
    if (!U.col(k).isZero(0)) used.push_back(k);
  GatedNetwork network{{}, Matrix(static_cast<Index>(used.size()), cones.d())};
  for (std::size_t i = 0; i < used.size(); ++i) {
    network.gates.push_back(cones.patterns[static_cast<std::size_t>(cones.block(used[i]).pattern)]);
    network.V.row(static_cast<Index>(i)) = cones.u_unit * U.col(used[i]).transpose();
  }
  return network;
}

/// The augmented Lagrangian of the programme without walls, step by step until its own bound closes the gap.
class GatedRun : public Run {
 public:
  GatedRun(const Problem& problem, const std::vector<Pattern>& gates, const Settings& settings)
      : Run(limits_of(settings)),
        problem_(problem),
        gates_(gates),
        tolerance_(settings.tolerance),
        cones_(problem, {gates, {}}, fixed_patterns::Cones::Walls::Dropped),
        lagrangian_(cones_) {
    lagrangian_.offer(lagrangian_.U(), cones_.y);
    lagrangian_.start(lagrangian_.U(), cones_.y, cones_.b);
    ready();
  }

  Result result() const {
    Result result{};
    result.network = network_of(cones_, lagrangian_.U());
    result.dual = cones_.y_unit * lagrangian_.theta();
    result.certificate = certify(problem_, result.network, gates_, result.dual);
    result.status = conclude(problem_, *this, tolerance_, result.certificate);
    result.iterations = iterations();
    result.seconds = seconds();
    return result;
  }

 private:
  void step(const Slice&) override {
    moved_ = lagrangian_.step();
    count_iteration();
  }
  bool done() const override { return !moved_ || proven(); }
  bool proven() const {
    return tolerance_.closes(lagrangian_.value(), lagrangian_.bound(), 0.5 * cones_.y.squaredNorm());
  }

  const Problem& problem_;
  const std::vector<Pattern>& gates_;
  Tolerance tolerance_;
  fixed_patterns::Cones cones_;
  fixed_patterns::AugmentedLagrangian lagrangian_;
  bool moved_ = true;  ///< the last step did: rounding allows further ones
};

}  // namespace

void validate(const Problem& problem, const Settings& settings) {
  hcx::validate(problem);
  require_positive(problem.lambda, "lambda");
  require_shared_settings(settings);
}

Result solve(const Problem& problem, const std::vector<Pattern>& gates, const Settings& settings) {
  validate(problem, settings);
  hcx::validate(PatternSet{gates, {}}, problem.X.rows());
  GatedRun run(problem, gates, settings);
  run.advance();
  return run.result();
}

}  // namespace hcx::gated
