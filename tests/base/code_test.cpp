#include "policycalc/base/code.h"

#include <array>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

using namespace policycalc::base;

namespace {

constexpr auto kFirst = std::to_array<std::string_view>({"early", "late"});
constexpr auto kSecond = std::to_array<std::string_view>({"twice"});
constexpr auto kAll = joinedCodes(kFirst, kSecond);

std::string taken(CodeOf<kAll> code) {
  return std::string(code.text());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Code)

BOOST_AUTO_TEST_CASE(a_literal_of_any_list_is_taken_as_it_is) {
  BOOST_TEST(taken("early") == "early");
  BOOST_TEST(taken("late") == "late");
  BOOST_TEST(taken("twice") == "twice");
}

BOOST_AUTO_TEST_CASE(joined_lists_keep_their_order) {
  const auto expected = std::to_array<std::string_view>({"early", "late", "twice"});
  BOOST_TEST(kAll == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
