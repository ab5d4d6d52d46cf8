#include "patterns/listing.hpp"

#include <algorithm>

#include "patterns/count.hpp"

namespace hcx {
namespace {

ArcColumns columns_of(const std::vector<Arc>& arcs) {
  const auto count = static_cast<Index>(arcs.size());
  ArcColumns columns{Vector(count), Vector(count)};
  for (Index k = 0; k < count; ++k) {
    const Arc& arc = arcs[static_cast<std::size_t>(k)];
    columns.from[k] = arc.from;
    columns.to[k] = arc.to;
  }
  return columns;
}

}  // namespace

PatternListing list_patterns(const Matrix& X) {
  std::vector<Cell> cells = enumerate_cells(X);
  PatternListing listing{cover_count(X.rows(), std::max<Index>(1, rank(X))),
                         {},
                         Matrix(static_cast<Index>(cells.size()), X.cols()),
                         std::nullopt};
  for (Cell& cell : cells) {
    listing.directions.row(static_cast<Index>(listing.patterns.size())) = cell.w.transpose();
    listing.patterns.push_back(std::move(cell.pattern));
  }
  if (X.cols() == 2) listing.arcs = columns_of(arcs(X));
  return listing;
}

}  // namespace hcx
