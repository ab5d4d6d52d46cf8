#include "landscape/optima/corners.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "core/pivoted_qr.hpp"

namespace hcx {
namespace {

using Columns = std::vector<Index>;
constexpr std::size_t kBasesPerCorner = 50;  // at most, on average, before the search gives up

Columns in_use_at(const Tableau& tableau) {
  Columns used;
  for (Index i = 0; i < tableau.values().size(); ++i)
    if (tableau.values()[i] > tableau.zero()) used.push_back(tableau.basis()[static_cast<std::size_t>(i)]);
  std::sort(used.begin(), used.end());
  return used;
}

class Search {
 public:
  Search(const Eigen::MatrixXd& features, const Vector& f, const Equations& equations, int most)
      : features_(features), f_(f), tableau_(equations), most_(static_cast<std::size_t>(most)) {
    visit(equations.basis);
  }

  bool step() {
    if (waiting_.empty() || full_) return false;
    tableau_.begin(waiting_.front());
    waiting_.pop_front();
    const Columns basis = tableau_.basis();
    const Index here = number_of(in_use_at(tableau_));
    for (Index j = 0; j < tableau_.columns() && !full_; ++j) {
      if (tableau_.is_basic(j)) continue;
      for (const Index row : tableau_.leaving(j)) {
        Columns next = basis;
        next[static_cast<std::size_t>(row)] = j;
        visit(next);
        if (here >= 0 && tableau_.step(j, row) > tableau_.zero()) join(here, j, row);
      }
    }
    return true;
  }

  Corners result() {
    Corners found{std::move(weights_), {edges_.begin(), edges_.end()}, waiting_.empty() && !full_};
    return found;
  }

 private:
  void visit(Columns basis) {
    std::sort(basis.begin(), basis.end());
    if (visited_.size() >= kBasesPerCorner * most_) full_ = true;
    if (!full_ && visited_.insert(basis).second) waiting_.push_back(std::move(basis));
  }

  /// Of the corner at the end of the edge along column j: the columns in use there.
  void join(Index here, Index j, Index row) {
    const double step = tableau_.step(j, row);
    Columns used{j};
    for (Index i = 0; i < tableau_.values().size(); ++i)
      if (tableau_.values()[i] - step * tableau_.column(j)[i] > tableau_.zero())
        used.push_back(tableau_.basis()[static_cast<std::size_t>(i)]);
    std::sort(used.begin(), used.end());
    const Index there = number_of(used);
    if (there >= 0 && there != here) edges_.insert({std::min(here, there), std::max(here, there)});
  }

  /// -1 when there is no room for another corner.
  Index number_of(const Columns& used) {
    if (const auto known = numbers_.find(used); known != numbers_.end()) return known->second;
    if (weights_.size() >= most_) {
      full_ = true;
      return -1;
    }
    Vector weights = Vector::Zero(features_.cols());
    if (!used.empty()) weights(used) = PivotedQR(features_(Eigen::all, used), 0).least_squares(f_).cwiseMax(0);
    weights_.push_back(std::move(weights));
    return numbers_[used] = static_cast<Index>(weights_.size()) - 1;
  }

  const Eigen::MatrixXd& features_;
  const Vector& f_;
  Tableau tableau_;
  std::size_t most_;
  bool full_ = false;
  std::set<Columns> visited_;
  std::deque<Columns> waiting_;
  std::map<Columns, Index> numbers_;
  std::vector<Vector> weights_;
  std::set<std::pair<Index, Index>> edges_;
};

}  // namespace

Corners corners_of(const Eigen::MatrixXd& features, const Vector& f, const Equations& equations, int most,
                   const Slice& time) {
  Search search(features, f, equations, most);
  while (search.step() && !time.over()) continue;  // one step at least, which finds the corner of the start
  return search.result();
}

}  // namespace hcx
