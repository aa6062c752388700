#include "http/wire/syntax.h"

#include <array>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace wire = policycalc::http::wire;
using namespace std::string_view_literals;

BOOST_AUTO_TEST_SUITE(HttpSyntax)

BOOST_AUTO_TEST_CASE(escapes_are_decoded_once) {
  BOOST_TEST(*wire::percentDecode("%41%2e%252e+", wire::Plus::kLiteral) == "A.%2e+");
  BOOST_TEST(*wire::percentDecode("a+b%2B", wire::Plus::kSpace) == "a b+");
}

BOOST_AUTO_TEST_CASE(broken_escapes_are_refused) {
  for (const auto text : {"%"sv, "%4"sv, "%zz"sv, "%4g"sv, "a%"sv, "%-1"sv}) {
    BOOST_TEST(!wire::percentDecode(text, wire::Plus::kLiteral).has_value());
  }
}

BOOST_AUTO_TEST_CASE(lists_are_read_element_by_element) {
  std::vector<std::string> elements;
  wire::forEachElement(" a ,, b\t,c",
                       [&](std::string_view element) { elements.emplace_back(element); });
  BOOST_TEST(elements == (std::vector<std::string>{"a", "b", "c"}),
             boost::test_tools::per_element());
  BOOST_TEST(wire::listHas("keep-alive, Close", "close"));
  BOOST_TEST(!wire::listHas("closed", "close"));
}

BOOST_AUTO_TEST_CASE(names_and_values_have_no_control_characters) {
  BOOST_TEST(wire::isToken("X-Request-Id"));
  for (const auto name : {""sv, "a b"sv, "a:"sv, "a\0"sv, "\xe4"sv})
    BOOST_TEST(!wire::isToken(name));
  BOOST_TEST(wire::isFieldValue("a\tb \xe4"sv));
  for (const auto value : {"a\0"sv, "a\r"sv, "a\nb"sv, "\x7f"sv}) {
    BOOST_TEST(!wire::isFieldValue(value));
  }
}

BOOST_AUTO_TEST_SUITE_END()
