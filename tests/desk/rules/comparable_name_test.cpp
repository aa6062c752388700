#include "policycalc/desk/rules/comparable_name.h"

#include <ostream>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace policycalc::desk::test {
namespace {

struct Pair {
  std::string one;
  std::string other;
  bool same;
};

std::ostream& operator<<(std::ostream& out, const Pair& pair) {
  return out << pair.one << (pair.same ? " is " : " is not ") << pair.other;
}

const std::vector<Pair> kPairs{
    {"红星（赣州）公司", "红星(赣州)公司", true},
    {"红星【赣州】公司", "红星赣州公司", true},
    {"红星 家具厂", "红星　家具厂", true},
    {"红星\u200B家具厂", "红星家具厂", true},
    {"红星\U000E0041家具厂", "红星家具厂", true},
    {"ＡＣＭＥ Foods", "acme-foods", true},
    {"阿凡·提", "阿凡提", true},
    {"红星家具厂", "红星家具公司", false},
    {"红星家具", "红星家具厂", false},
    {"é", "É", false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskComparableName)

BOOST_DATA_TEST_CASE(names_that_look_the_same_compare_equal, kPairs, pair) {
  BOOST_TEST((comparableName(pair.one) == comparableName(pair.other)) == pair.same);
}

BOOST_AUTO_TEST_CASE(nothing_remains_of_marks_and_what_is_not_utf8_stays) {
  BOOST_TEST(comparableName(" （）\u200B—").empty());
  BOOST_TEST(comparableName("").empty());
  BOOST_TEST(comparableName("a\xFF ") == "A\xFF");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
