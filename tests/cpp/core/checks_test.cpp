#include "core/checks.hpp"

#include <cmath>

#include "catch.hpp"
#include "core/invalid_argument.hpp"
#include "core/problem.hpp"
#include "refusal.hpp"

using namespace hcx;

TEST_CASE("numbers are written to twelve digits, without more than they need", "[checks]") {
  CHECK(to_text(0.1) == "0.1");
  CHECK(to_text(-3) == "-3");
  CHECK(to_text(2e6) == "2000000");
  CHECK(to_text(-1.5) == "-1.5");
  CHECK(to_text(123456.75) == "123456.75");
  CHECK(to_text(0.00123) == "0.00123");
  CHECK(to_text(1.0 / 3) == "0.333333333333");
  CHECK(to_text(0.99999999999999) == "1");
  CHECK(to_text(-2.5e-7) == "-2.5e-7");
  CHECK(to_text(1e-162) == "1e-162");
  CHECK(to_text(1e300) == "1e+300");
  CHECK(to_text(5e-324).substr(0, 4) == "4.94");
  CHECK(to_text(NAN) == "nan");
}

TEST_CASE("a bad problem is refused by the name of its argument and both sizes", "[checks][problem]") {
  const Matrix X{{1, 2}, {3, 4}};
  const Vector y{{1, 2}};
  CHECK_NOTHROW(validate(Problem{X, y, 0.1}));
  CHECK(refusal([&] {
          validate(Problem{Matrix(0, 2), y, 0.1});
        }) == "X is 0 x 2, expected at least 1 row and 1 column");
  CHECK(refusal([&] { validate(Problem{X, Vector{{1, 2, 3}}, 0.1}); }) == "y has 3 values, expected 2 (rows of X)");
  CHECK(refusal([&] { validate(Problem{X, Vector{{1, NAN}}, 0.1}); }) == "y[1] is nan, expected a finite number");
  CHECK(refusal([&] {
          validate(Problem{Matrix{{1, INFINITY}, {1, 1}}, y, 0.1});
        }) == "X[0][1] is inf, expected a finite number");
  CHECK(refusal([&] { validate(Problem{X, y, -1}); }) == "lambda is -1, expected a finite number >= 0");
  CHECK(refusal([&] { validate(Problem{X, y, NAN}); }) == "lambda is nan, expected a finite number >= 0");
}

TEST_CASE("half the squares with lambda are half of the squares with 2 lambda", "[problem]") {
  const Problem half{Matrix::Ones(4, 2), Vector::Ones(4), 0.5, Loss::Half};
  CHECK(half.misfit_factor() == 0.5);
  CHECK(canonical_scale(half).b == 1.0);
  CHECK(canonical_scale(half).factor == 1.0);
}

TEST_CASE("the canonical scale of a mean loss is the sum's with n lambda", "[problem]") {
  const Problem mean{Matrix::Ones(4, 1), Vector::Ones(4), 0.5, Loss::Mean};
  CHECK(canonical_scale(mean).b == 2.0);
  CHECK(canonical_scale(mean).factor == 0.5);
}
