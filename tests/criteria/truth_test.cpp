#include "policycalc/criteria/truth.h"

#include <boost/test/unit_test.hpp>

using namespace policycalc::criteria;

namespace {

constexpr Truth F = Truth::kNotMet;
constexpr Truth U = Truth::kUnknown;
constexpr Truth T = Truth::kMet;

struct Row {
  Truth a, b, both, either;
};
// Kleene's tables, written out.
constexpr Row kTable[] = {{F, F, F, F}, {F, U, F, U}, {F, T, F, T}, {U, F, F, U}, {U, U, U, U},
                          {U, T, U, T}, {T, F, F, T}, {T, U, U, T}, {T, T, T, T}};

}  // namespace

BOOST_AUTO_TEST_SUITE(Kleene)

BOOST_AUTO_TEST_CASE(both_and_either) {
  for (const Row& row : kTable) {
    BOOST_TEST_CONTEXT(toString(row.a) << " " << toString(row.b)) {
      BOOST_TEST((both(row.a, row.b) == row.both));
      BOOST_TEST((either(row.a, row.b) == row.either));
      // De Morgan holds in three values too.
      BOOST_TEST((negate(both(row.a, row.b)) == either(negate(row.a), negate(row.b))));
    }
  }
}

BOOST_AUTO_TEST_CASE(not_keeps_the_unknown_unknown) {
  BOOST_TEST((negate(T) == F));
  BOOST_TEST((negate(F) == T));
  BOOST_TEST((negate(U) == U));
}

BOOST_AUTO_TEST_CASE(names_are_those_of_the_api) {
  BOOST_TEST(toString(T) == "true");
  BOOST_TEST(toString(F) == "false");
  BOOST_TEST(toString(U) == "unknown");
}

BOOST_AUTO_TEST_SUITE_END()
