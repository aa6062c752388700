#include "policycalc/json/append.h"

#include <limits>

#include <boost/test/unit_test.hpp>

#include "policycalc/json/writer.h"

namespace policycalc::json::test {

BOOST_AUTO_TEST_SUITE(Append)

BOOST_AUTO_TEST_CASE(writes_a_text_as_the_writer_does) {
  using namespace std::string_view_literals;
  for (const std::string_view text :
       {""sv, "plain"sv, "赣州 😀"sv, "\"quoted\""sv, "back\\slash"sv, "a\nb\x1F"sv, "\0"sv,
        "\x7F"sv, "</script>&"sv, "\xFF"sv, "赣\xE8"sv}) {
    std::string out = "before ";
    appendString(out, text);
    BOOST_TEST(out == "before " + Writer().string(text).take());
  }
}

BOOST_AUTO_TEST_CASE(writes_integers) {
  std::string out = "[";
  appendInteger(out, 0);
  out += ',';
  appendInteger(out, std::numeric_limits<std::int64_t>::min());
  out += ',';
  appendInteger(out, std::numeric_limits<std::int64_t>::max());
  BOOST_TEST(out == "[0,-9223372036854775808,9223372036854775807");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::json::test
