#include "policycalc/base/text.h"

#include <string>

#include <boost/test/unit_test.hpp>

namespace {

using policycalc::base::countCodePoints;
using policycalc::base::join;
using policycalc::base::quoted;

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Texts)

BOOST_AUTO_TEST_CASE(code_points_are_counted_not_bytes) {
  BOOST_TEST(countCodePoints("") == 0U);
  BOOST_TEST(countCodePoints("abc") == 3U);
  BOOST_TEST(countCodePoints("é") == 1U);
  BOOST_TEST(countCodePoints("赣州") == 2U);
  BOOST_TEST(countCodePoints("a😀b") == 3U);
}

BOOST_AUTO_TEST_CASE(parts_are_joined_with_separators_between) {
  BOOST_TEST(join({}, ", ").empty());
  BOOST_TEST(join({"a"}, ", ") == "a");
  BOOST_TEST(join({"a", "", "c"}, ", ") == "a, , c");
}

BOOST_AUTO_TEST_CASE(quotes_are_cut_to_60_code_points_and_never_inside_one) {
  BOOST_TEST(quoted("") == "``");
  BOOST_TEST(quoted("abc") == "`abc`");
  for (const std::string& letter : {std::string("a"), std::string("赣"), std::string("😀")}) {
    BOOST_TEST(quoted(repeated(letter, 59)) == "`" + repeated(letter, 59) + "`");
    BOOST_TEST(quoted(repeated(letter, 60)) == "`" + repeated(letter, 60) + "`");
    BOOST_TEST(quoted(repeated(letter, 61)) == "`" + repeated(letter, 60) + "…`");
  }
}

BOOST_AUTO_TEST_SUITE_END()
