#include "solvers/exact/segments.hpp"

#include "catch.hpp"
#include "random_problem.hpp"

using namespace hcx;
using namespace hcx::exact;

namespace {

/// Points of every awkward kind, n a multiple of 5.
Matrix planar_data(const std::string& kind, Index n) {
  Matrix X = random_problem(7, n, 2, 0.1, kind == "biased").X;
  for (Index j = 0; j < n; j += 5) {
    if (kind == "duplicates") X.row(j) = X.row(j + 1);
    if (kind == "on shared lines") X.row(j) = 3 * X.row(j + 2), X.row(j + 1) = -0.25 * X.row(j + 2);
    if (kind == "antipodal") X.row(j) = -X.row(j + 1);
    if (kind == "zero rows") X.row(j).setZero();
    if (kind == "on the axes") X(j, 0) = 0, X(j + 1, 1) = 0;
  }
  if (kind == "one dimension") X.col(1).setZero();
  if (kind == "lengths far apart") X.topRows(n / 2) *= 1e-6;
  return X;
}

Matrix switched(const Matrix& X, const Pattern& on) {
  Matrix DX = X;
  for (Index j = 0; j < X.rows(); ++j)
    if (!on[j]) DX.row(j).setZero();
  return DX;
}

std::vector<CircleFace> all_faces(const Circle& circle) {
  std::vector<CircleFace> faces;
  for (Index k = 0; k < circle.rays(); ++k) faces.push_back({k, false}), faces.push_back({k, true});
  return faces;
}

const auto kinds = {"plain",     "biased",      "duplicates",    "on shared lines",  "antipodal",
                    "zero rows", "on the axes", "one dimension", "lengths far apart"};

}  // namespace

TEST_CASE("what two faces have in common is what their patterns have", "[exact][segments]") {
  const std::string kind = GENERATE(values(kinds));
  CAPTURE(kind);
  const Matrix X = planar_data(kind, 15);
  const Circle circle(X);
  const PointOrder order(X, circle);
  for (const CircleFace& a : all_faces(circle))
    for (const CircleFace& b : all_faces(circle)) {
      const Matrix expected = switched(X, pattern_of(circle, a)).transpose() * switched(X, pattern_of(circle, b));
      const Moments common = order.common(order.of(a), order.of(b));
      const double tiny = 1e-15 * expected.trace();  // of this arc, however short: not of the whole circle
      CHECK(std::abs(common.xx - expected(0, 0)) <= tiny);
      CHECK(std::abs(common.xy - expected(0, 1)) <= tiny);
      CHECK(std::abs(common.yy - expected(1, 1)) <= tiny);
    }
}

TEST_CASE("sums by segments are those by columns", "[exact][segments]") {
  const std::string kind = GENERATE(values(kinds));
  const Index n = GENERATE(5, 40), count = GENERATE(1, 2, 9, 30);
  CAPTURE(kind, n, count);
  const Matrix X = planar_data(kind, n);
  const Circle circle(X);
  const PointOrder order(X, circle);
  Random random(static_cast<std::uint64_t>(n + count));
  const Vector r = random_problem(3, n, 1, 0).y;

  std::vector<PointSpan> spans;
  std::vector<Point> w;
  std::vector<std::size_t> owner;
  std::vector<Point> correlations;
  Matrix B(n, count);
  for (Index i = 0; i < count; ++i) {
    const CircleFace face{static_cast<Index>(random.uniform(0, static_cast<double>(circle.rays()))),
                          random.uniform() < 0.5};
    spans.push_back(order.of(face));
    w.emplace_back(random.normal(), random.normal());
    owner.push_back(static_cast<std::size_t>(i));
    const Matrix DX = switched(X, pattern_of(circle, face));
    B.col(i) = DX * w.back();
    correlations.push_back(DX.transpose() * r);
  }

  const Segments segments(order, spans);
  const auto found = segments.correlations(order.placed(r));
  for (std::size_t i = 0; i < spans.size(); ++i) CHECK((found[i] - correlations[i]).norm() <= 1e-11);
  CHECK((order.unplaced(segments.output(w)) - B.rowwise().sum()).norm() <= 1e-11);
  const Eigen::MatrixXd R = segments.columns(w, owner);
  CHECK(R.rows() <= n);
  CHECK((R.transpose() * R - B.transpose() * B).norm() <= 1e-14 * (1 + B.squaredNorm()));
}
