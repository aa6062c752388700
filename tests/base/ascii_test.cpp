#include "policycalc/base/ascii.h"

#include <string>

#include <boost/test/unit_test.hpp>

using namespace policycalc::base;

BOOST_AUTO_TEST_SUITE(Ascii)

BOOST_AUTO_TEST_CASE(letters_and_digits_end_where_ascii_says) {
  for (int code = 0; code < 256; ++code) {
    const char c = static_cast<char>(code);
    const bool upper = code >= 65 && code <= 90;
    const bool lower = code >= 97 && code <= 122;
    BOOST_TEST(isDigit(c) == (code >= 48 && code <= 57), code);
    BOOST_TEST(isLetter(c) == (upper || lower), code);
    BOOST_TEST(static_cast<unsigned char>(toLower(c)) == (upper ? code + 32 : code), code);
  }
}

BOOST_AUTO_TEST_CASE(only_ascii_letters_of_a_text_become_small) {
  BOOST_TEST(toLower(std::string_view("Hall-9.赣ÄZ")) == "hall-9.赣Äz");
  BOOST_TEST(toLower(std::string_view()).empty());
}

BOOST_AUTO_TEST_CASE(texts_are_equal_but_for_their_case) {
  BOOST_TEST(equalsIgnoringCase("Content-Type", "content-tYPE"));
  BOOST_TEST(equalsIgnoringCase("", ""));
  BOOST_TEST(!equalsIgnoringCase("gzip", "gzi"));
  BOOST_TEST(!equalsIgnoringCase("gzi", "gzip"));
  BOOST_TEST(!equalsIgnoringCase("@", "`"));  // 32 apart, as letters are
}

BOOST_AUTO_TEST_SUITE_END()
