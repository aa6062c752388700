#include <ostream>
#include <string>
#include <string_view>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/json/writer.h"

#include "json/reading.h"

namespace {

using policycalc::json::canonical;
using policycalc::json::parsed;
using policycalc::json::Writer;

struct Row {
  std::string_view text;
  std::string_view canonical;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.text;
}

const Row kRows[] = {
    {" null ", "null"},
    {"[ ]", "[]"},
    {"{ }", "{}"},
    {"[1.50, 1.5, 15e-1, 0.15E1]", "[1.5,1.5,1.5,1.5]"},
    {"[1e2, 100, 100.00, 1E+2]", "[100,100,100,100]"},
    {"[-0, 0, 0.0, -0e5]", "[0,0,0,0]"},
    {"[-12.50, 1e-3]", "[-12.5,0.001]"},
    {R"({"b":1,"a":2,"B":3,"":4,"aa":5,"é":6,"赣":7,"~":8})",
     R"({"":4,"B":3,"a":2,"aa":5,"b":1,"~":8,"é":6,"赣":7})"},
    {"{\"\U00010000\":1,\"\uFFFD\":2}", "{\"\uFFFD\":2,\"\U00010000\":1}"},  // bytes, not UTF-16
    {R"({"z":[{"b":1.0,"a":[{"d":0,"c":{}}]}],"a":{"y":null,"x":true}})",
     R"({"a":{"x":true,"y":null},"z":[{"a":[{"c":{},"d":0}],"b":1}]})"},
    {R"("\u0061\u8d63\/\ud83d\ude00\u000a\u001f")", "\"a赣/😀\\n\\u001F\""},
    {R"({"\u0062":1,"a":2})", R"({"a":2,"b":1})"},
    {R"([3,1,2])", "[3,1,2]"},
};

const std::string_view kDifferent[] = {
    "null",
    "false",
    "0",
    "\"\"",
    "[]",
    "{}",
    "\"0\"",
    "\"null\"",
    "[0]",
    "[[]]",
    "[0,0]",
    "1",
    "-1",
    "1.5",
    "15",
    "\"1.5\"",
    R"({"a":0})",
    R"({"a":1})",
    R"({"b":0})",
    R"({"a":0,"b":0})",
    R"([{"a":0},{"b":0}])",
    R"("\u0000")",
    R"("\u0000\u0000")",
    R"("a")",
    R"("A")",
    R"({"a":{"b":0}})",
    R"({"a":[0]})",
    R"({"a":null})",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Canonical)

BOOST_DATA_TEST_CASE(one_text_for_one_meaning, kRows) {
  BOOST_TEST(canonical(parsed(sample.text)) == sample.canonical);
}

BOOST_DATA_TEST_CASE(canonical_text_stays_as_it_is, kRows) {
  BOOST_TEST(canonical(parsed(sample.canonical)) == sample.canonical);
}

BOOST_DATA_TEST_CASE(writing_and_reading_again_changes_no_meaning, kRows) {
  for (const Writer::Layout layout : {Writer::Layout::kCompact, Writer::Layout::kIndented}) {
    Writer out(layout);
    const std::string again = out.value(parsed(sample.text)).take();
    BOOST_TEST(canonical(parsed(again)) == sample.canonical);
  }
}

BOOST_AUTO_TEST_CASE(different_meanings_have_different_texts) {
  for (const std::string_view a : kDifferent) {
    for (const std::string_view b : kDifferent) {
      BOOST_TEST((canonical(parsed(a)) == canonical(parsed(b))) == (a == b));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
