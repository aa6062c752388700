#include "policycalc/base/ascii.h"

#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
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
    BOOST_TEST(static_cast<unsigned char>(toUpper(c)) == (lower ? code - 32 : code), code);
    const char32_t point = static_cast<char32_t>(code);
    BOOST_TEST((toUpper(point) == (lower ? point - 32 : point)), code);
  }
}

BOOST_AUTO_TEST_CASE(only_ascii_letters_of_a_text_become_small) {
  BOOST_TEST(toLower(std::string_view("Hall-9.赣ÄZ")) == "hall-9.赣Äz");
  BOOST_TEST(toLower(std::string_view()).empty());
}

BOOST_AUTO_TEST_CASE(only_ascii_letters_become_capital) {
  BOOST_TEST(toUpper(std::string_view("max_connections-9.赣äz")) == "MAX_CONNECTIONS-9.赣äZ");
  BOOST_TEST(toUpper(std::string_view()).empty());
  BOOST_TEST((toUpper(U'ä') == U'ä'));
  BOOST_TEST((toUpper(char32_t{0x161}) == char32_t{0x161}));  // its low byte is that of `a`
}

struct Trim {
  std::string_view text;
  std::string_view blanks;
  std::string_view expected;

  friend std::ostream& operator<<(std::ostream& out, const Trim& trim) {
    return out << '[' << trim.text << ']';
  }
};

const Trim kTrims[] = {
    {"", " \t", ""},
    {" ", " \t", ""},
    {" \t \t", " \t", ""},
    {"a", " \t", "a"},
    {" a", " \t", "a"},
    {"a\t", " \t", "a"},
    {"\t a b \t", " \t", "a b"},
    {"\na\n", " \t", "\na\n"},
    {"\r\n a\r\n", " \t\r\n", "a"},
    {"　a　", " \t", "　a　"},  // a wide blank is no blank of ASCII
    {" a ", "", " a "},
};

BOOST_DATA_TEST_CASE(a_text_loses_the_blanks_at_both_ends, kTrims, trim) {
  BOOST_TEST(trimmed(trim.text, trim.blanks) == trim.expected);
}

BOOST_AUTO_TEST_CASE(blanks_are_spaces_and_tabs_unless_others_are_named) {
  BOOST_TEST(trimmed("\t zhang.san ") == "zhang.san");
  BOOST_TEST(trimmed("zhang.san\n") == "zhang.san\n");
}

BOOST_AUTO_TEST_CASE(texts_are_equal_but_for_their_case) {
  BOOST_TEST(equalsIgnoringCase("Content-Type", "content-tYPE"));
  BOOST_TEST(equalsIgnoringCase("", ""));
  BOOST_TEST(!equalsIgnoringCase("gzip", "gzi"));
  BOOST_TEST(!equalsIgnoringCase("gzi", "gzip"));
  BOOST_TEST(!equalsIgnoringCase("@", "`"));  // 32 apart, as letters are
}

BOOST_AUTO_TEST_SUITE_END()
