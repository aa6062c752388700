#include "policycalc/criteria/truth.h"

#include <boost/test/unit_test.hpp>

namespace policycalc::test {

using criteria::Truth;

namespace {

constexpr Truth kF = Truth::kNotMet;
constexpr Truth kU = Truth::kUnknown;
constexpr Truth kT = Truth::kMet;

struct Row {
  Truth a, b, both, either;
};
// Kleene's tables, written out.
constexpr Row kTable[] = {{kF, kF, kF, kF}, {kF, kU, kF, kU}, {kF, kT, kF, kT},
                          {kU, kF, kF, kU}, {kU, kU, kU, kU}, {kU, kT, kU, kT},
                          {kT, kF, kF, kT}, {kT, kU, kU, kT}, {kT, kT, kT, kT}};

}  // namespace

BOOST_AUTO_TEST_SUITE(Kleene)

BOOST_AUTO_TEST_CASE(both_and_either) {
  for (const Row& row : kTable) {
    BOOST_TEST_CONTEXT(toString(row.a) << " " << toString(row.b)) {
      BOOST_TEST((both(row.a, row.b) == row.both));
      BOOST_TEST((either(row.a, row.b) == row.either));
      // De Morgan's laws hold for three values, too.
      BOOST_TEST((negate(both(row.a, row.b)) == either(negate(row.a), negate(row.b))));
    }
  }
}

BOOST_AUTO_TEST_CASE(not_keeps_the_unknown_unknown) {
  BOOST_TEST((negate(kT) == kF));
  BOOST_TEST((negate(kF) == kT));
  BOOST_TEST((negate(kU) == kU));
}

BOOST_AUTO_TEST_CASE(names_are_those_of_the_api) {
  BOOST_TEST(toString(kT) == "true");
  BOOST_TEST(toString(kF) == "false");
  BOOST_TEST(toString(kU) == "unknown");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
