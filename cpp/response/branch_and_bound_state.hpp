/// A search for the peak by branch and bound, while it runs.
#pragma once

#include <limits>
#include <queue>
#include <vector>

#include "response/cone_extent.hpp"
#include "response/peak_by_branch_and_bound.hpp"
#include "response/response_climb.hpp"

namespace hcx {

class BranchAndBoundRun::State {
 public:
  State(const BranchAndBound& search, const Vector& v, const BranchAndBound::Limits& limits)
      : s_(search),
        limits_(limits),
        node_(search.normals_),
        climb_(search.normals_),
        extent_(search.normals_),
        weights_(v.cwiseProduct(search.lengths_)) {
    rounding_ =
        std::numeric_limits<double>::epsilon() * static_cast<double>(v.size() + 2 * search.normals_.rows() + 16);
    margin_ = 4 * rounding_ * weights_.lpNorm<1>();
    peak_.w.setZero(search.normals_.rows());
    for (const int sign : {1, -1}) sides_.emplace_back(search.planes_, search.normals_, weights_, sign);
  }

  void climb_from(const Matrix& starts) {
    for (const ResponseTerms& side : sides_)
      for (Index i = 0; i < starts.rows(); ++i)
        if (!satisfied()) climb(side, starts.row(i).transpose());
  }
  void plant() {
    for (int side : {0, 1}) root(side);
  }
  void step();
  bool finished() const {
    return open_.empty() || open_.top().bound <= threshold() || peak_.nodes >= limits_.max_nodes || satisfied();
  }
  ResponsePeak peak() const;

 private:
  struct Node {
    double bound;
    int side;
    std::vector<signed char> decided;  ///< one a plane of the order: +-1 on that side, +-2 known to be, 0 open
    std::vector<signed char> places;
    std::vector<double> low, high;  ///< h . w of a unit w is between these, one a plane of the order
    std::size_t last = 0;           ///< the plane of the order decided last
    bool operator<(const Node& other) const { return bound < other.bound; }
  };

  bool satisfied() const { return peak_.value > limits_.satisfied; }
  double threshold() const { return std::max(peak_.value, limits_.enough) + margin_; }
  void climb(const ResponseTerms& side, const Vector& w);
  void found(const ResponseTerms& side, const Vector& w, double value);
  void root(int side);
  void branch(const Node& node, std::size_t k);
  void visit(Node node);
  bool bound(Node& node, const ResponseTerms& side);
  void set_cone(const Node& node, const ResponseTerms& side, std::size_t without);
  bool empty(const Node& node, const ResponseTerms& side);
  bool worth_tightening(const Node& node) const;
  bool tighten(Node& node, const ResponseTerms& side);

  const BranchAndBound& s_;
  BranchAndBound::Limits limits_;
  NearestCombination node_;
  ResponseClimb climb_;
  ConeExtent extent_;
  Vector weights_;
  double rounding_, margin_;
  std::vector<ResponseTerms> sides_;
  std::priority_queue<Node> open_;
  ResponsePeak peak_;
  double closed_ = 0;                     ///< the largest bound of a leaf that rounding keeps above the threshold
  long long tightened_ = 0, gained_ = 0;  ///< how often tightening was tried, and how often it helped
};

}  // namespace hcx
