#include "data/dataset.hpp"

#include "catch.hpp"
#include "refusal.hpp"

using namespace hcx;

TEST_CASE("every named data set has as many labels as points", "[data]") {
  CHECK(dataset_names().size() == 6);
  for (const auto name : dataset_names()) {
    const Dataset data = dataset(name);
    CHECK(data.name == name);
    CHECK(data.X.rows() == data.y.size());
    CHECK(data.X.allFinite());
  }
}

TEST_CASE("the data sets are the article's", "[data]") {
  CHECK(dataset("teaser").X(0, 0) == -0.5);
  CHECK(dataset("teaser").X(9, 0) == 0.5);
  CHECK(dataset("teaser").y.size() == 10);
  const Vector collinear = dataset("collinear").y;
  CHECK(collinear.squaredNorm() / 4 == Approx(0.7489).margin(5e-5));  // the first label of the small-scale animation
  const Dataset teacher = dataset("linear-teacher", 3);
  CHECK(teacher.y.squaredNorm() / 100 == Approx(1));
  CHECK(dataset("linear-teacher", 4).X != teacher.X);
}

TEST_CASE("an unknown data set is refused with the names that exist", "[data]") {
  CHECK(refusal([] { dataset("mnist"); }) ==
        "name is \"mnist\", expected one of teaser, notebook, two-points, single-neuron, collinear, linear-teacher");
}
