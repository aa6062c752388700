#include "web/profiles/decimal_pattern.h"

#include <regex>
#include <string>

#include <boost/test/unit_test.hpp>

namespace policycalc::web::test {
namespace {

/// Whether the pattern takes the number of `hundredths`, in each spelling of it.
bool takes(const std::regex& pattern, int hundredths) {
  const std::string whole = std::to_string(hundredths / 100);
  const int rest = hundredths % 100;
  const std::string two = std::to_string(rest / 10) + std::to_string(rest % 10);
  const bool taken = std::regex_match(whole + "." + two, pattern);
  const auto check = [&](const std::string& text) {
    BOOST_TEST(std::regex_match(text, pattern) == taken, text);
  };
  check(whole + "." + two + "000");
  if (rest % 10 == 0) check(whole + "." + two.substr(0, 1));
  if (rest == 0) check(whole);
  BOOST_TEST(!std::regex_match("0" + whole + "." + two, pattern));
  BOOST_TEST(!std::regex_match(whole + "." + two + "1", pattern));
  return taken;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DecimalPattern)

BOOST_AUTO_TEST_CASE(it_takes_all_numbers_to_the_largest_and_none_above) {
  for (const int most : {1000, 1001, 1007, 1070, 1077, 1099, 2530, 9907, 12345}) {
    const std::string whole = std::to_string(most / 100);
    const std::string decimals = std::to_string(100 + most % 100).substr(1);
    const std::regex pattern(decimalPattern({whole, decimals}));
    for (int number = 0; number <= 2 * most; ++number) {
      BOOST_TEST(takes(pattern, number) == (number <= most));
    }
  }
}

BOOST_AUTO_TEST_CASE(it_takes_a_zero_in_every_spelling_and_no_other_text) {
  const std::regex pattern(decimalPattern({"100", "0000"}));
  for (const char* text : {"0", "0.0", "-0", "-0.000", "100", "100.0", "100.00000", "99.9999"}) {
    BOOST_TEST(std::regex_match(text, pattern), text);
  }
  for (const char* text : {"", "-", ".", "-1", "+1", "1.", ".5", "00", "01", "1e2", " 1", "1 ",
                           "1,5", "100.0001", "101", "0.00001", "--0", "0x1", "１"}) {
    BOOST_TEST(!std::regex_match(text, pattern), text);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::web::test
