#include "core/kernels/column_qr.hpp"

#include <vector>

#include "catch.hpp"
#include "core/random.hpp"

using namespace hcx;

namespace {

Vector random_vector(Random& random, Index d) {
  Vector v(d);
  for (double& x : v) x = random.normal();
  return v;
}

/// The columns a factorisation should have, side by side.
Eigen::MatrixXd together(const std::vector<Vector>& columns, Index d) {
  Eigen::MatrixXd A(d, static_cast<Index>(columns.size()));
  for (Index i = 0; i < A.cols(); ++i) A.col(i) = columns[static_cast<std::size_t>(i)];
  return A;
}

/// v splits into A x, found again by x, and a rest orthogonal to A.
void check_split(const ColumnQR& qr, const std::vector<Vector>& columns, const Vector& v) {
  const Eigen::MatrixXd A = together(columns, v.size());
  REQUIRE(qr.size() == A.cols());
  Vector rest = v, x = Vector::Zero(v.size());
  qr.split(rest.data(), x.data());
  qr.solve(x.data());
  if (A.cols() > 0) CHECK((A.transpose() * rest).cwiseAbs().maxCoeff() <= 1e-12 * v.norm());
  CHECK((A * x.head(A.cols()) + rest - v).norm() <= 1e-11 * v.norm());
}

}  // namespace

TEST_CASE("columns that come and go leave a QR factorisation", "[core][property]") {
  const auto seed = GENERATE(range(1, 11));
  CAPTURE(seed);
  Random random(static_cast<std::uint64_t>(seed));
  const Index d = 1 + seed % 7;
  ColumnQR qr(d);
  std::vector<Vector> columns;
  for (int step = 0; step < 100; ++step) {
    if (random.uniform() < 0.6) {
      const Vector a = random_vector(random, d);
      const bool room = qr.size() < d;
      CHECK(qr.append(a.data(), 1e-10) == room);
      if (room) columns.push_back(a);
    } else if (!columns.empty()) {
      const auto i = static_cast<Index>(random.uniform() * static_cast<double>(columns.size()));
      qr.remove(i);
      columns.erase(columns.begin() + i);
    }
    check_split(qr, columns, random_vector(random, d));
  }
  qr.clear();
  CHECK(qr.size() == 0);
}

TEST_CASE("a column that depends on the others is refused and changes nothing", "[core]") {
  const Vector a{{1, 2, 3}}, b{{0, 1, -1}}, sum = a - 2 * b, zero = Vector::Zero(3);
  ColumnQR qr(3);
  CHECK(!qr.append(zero.data(), 1e-10));
  REQUIRE(qr.append(a.data(), 1e-10));
  REQUIRE(qr.append(b.data(), 1e-10));
  CHECK(!qr.append(sum.data(), 1e-10));
  check_split(qr, {a, b}, Vector{{1, 0, 0}});
}

TEST_CASE("almost parallel columns still give an orthogonal rest", "[core]") {
  const Vector a{{1, 1, 1, 1}}, b{{1, 1 + 1e-8, 1, 1}};
  ColumnQR qr(4);
  REQUIRE(qr.append(a.data(), 1e-10));
  REQUIRE(qr.append(b.data(), 1e-10));
  Vector rest{{3, -1, 2, 5}}, t(4);
  qr.split(rest.data(), t.data());
  CHECK(rest[1] == Approx(0).margin(1e-7));
  CHECK(rest.sum() == Approx(0).margin(1e-14));
}
