#include "policycalc/json/writer.h"

#include <cstdint>
#include <limits>
#include <ostream>
#include <string>
#include <string_view>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "json/reading.h"

namespace {

using policycalc::base::Decimal;
using policycalc::json::parsed;
using policycalc::json::Writer;
using namespace std::string_literals;  // NOLINT(google-build-using-namespace)

std::string written(std::string_view text) {
  Writer out;
  return out.string(text).take();
}

struct Text {
  std::string text;
  std::string_view json;
};

std::ostream& operator<<(std::ostream& out, const Text& row) {
  return out << row.json;
}

const Text kTexts[] = {
    {"", R"("")"},
    {"abc", R"("abc")"},
    {"\"\\/", R"("\"\\/")"},
    {"\b\f\n\r\t", R"("\b\f\n\r\t")"},
    {"\0\x01\x1F\x7F"s, "\"\\u0000\\u0001\\u001F\x7F\""},
    {"<a href='x'>&", R"("<a href='x'>&")"},
    {"赣州市 😀 \U0010FFFF", "\"赣州市 😀 \U0010FFFF\""},
};

const Text kBroken[] = {
    {"a\x80z", "\"a\uFFFDz\""},
    {"\xFF\xFE", "\"\uFFFD\uFFFD\""},
    {"赣\xE8\xB5", "\"赣\uFFFD\uFFFD\""},
    {"\xED\xA0\x80", "\"\uFFFD\uFFFD\uFFFD\""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Writers)

BOOST_DATA_TEST_CASE(texts_are_escaped_where_json_asks_for_it, kTexts) {
  BOOST_TEST(written(sample.text) == sample.json);
  BOOST_TEST(parsed(sample.json).text == sample.text);
}

BOOST_DATA_TEST_CASE(invalid_utf8_is_never_written, kBroken) {
  BOOST_TEST(written(sample.text) == sample.json);
  Writer out;
  out.beginObject().key(sample.text).null().endObject();
  BOOST_TEST(out.take() == "{" + std::string(sample.json) + ":null}");
}

BOOST_AUTO_TEST_CASE(every_control_character_is_escaped_at_every_place_of_a_text) {
  for (char c = 0; c < 0x20; ++c) {
    for (std::size_t before = 0; before < 40; ++before) {
      const std::string text = std::string(before, 'x') + c + std::string(20, 'y');
      BOOST_REQUIRE(parsed(written(text)).text == text);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_compact_document) {
  Writer out;
  out.beginObject().key("a").beginArray().integer(1).boolean(true).boolean(false).null().endArray();
  out.key("b").beginObject().endObject().key("c").string("x").endObject();
  BOOST_TEST(out.take() == R"({"a":[1,true,false,null],"b":{},"c":"x"})");
}

BOOST_AUTO_TEST_CASE(an_indented_document) {
  Writer out(Writer::Layout::kIndented);
  out.beginObject().key("a").beginArray().integer(1).raw("[2,3]").endArray();
  out.key("b").beginObject().endObject().key("c").beginArray().endArray().endObject();
  BOOST_TEST(out.take() == "{\n  \"a\": [\n    1,\n    [2,3]\n  ],\n  \"b\": {},\n  \"c\": []\n}");
}

BOOST_AUTO_TEST_CASE(integers_reach_their_limits) {
  Writer out;
  out.beginArray().integer(0).integer(-1);
  out.integer(std::numeric_limits<std::int64_t>::max());
  out.integer(std::numeric_limits<std::int64_t>::min()).endArray();
  BOOST_TEST(out.take() == "[0,-1,9223372036854775807,-9223372036854775808]");
}

BOOST_AUTO_TEST_CASE(decimals_are_exact_and_plain) {
  Writer out;
  out.beginArray().decimal(Decimal(300000000, 2)).decimal(Decimal(1, 2)).decimal(Decimal(-125, 1));
  out.decimal(Decimal()).endArray();
  BOOST_TEST(out.take() == "[3000000,0.01,-12.5,0]");
}

BOOST_AUTO_TEST_CASE(rendered_and_written_parts_mix) {
  Writer out;
  out.beginObject().key("a").raw("[1]").key("b").beginArray().raw("{}").raw("2").integer(3);
  out.endArray().key("c").raw("\"x\"").endObject();
  BOOST_TEST(out.take() == R"({"a":[1],"b":[{},2,3],"c":"x"})");
}

BOOST_AUTO_TEST_CASE(rendered_and_written_members_mix) {
  Writer first;
  first.beginObject().rawMembers(R"("a":1,"b":[])").key("c").null().endObject();
  BOOST_TEST(first.take() == R"({"a":1,"b":[],"c":null})");

  Writer last;
  last.beginArray().beginObject().key("c").null().rawMembers(R"("a":1)").rawMembers(R"("b":2)");
  last.endObject().beginObject().rawMembers("").endObject().endArray();
  BOOST_TEST(last.take() == R"([{"c":null,"a":1,"b":2},{}])");

  Writer nothing;
  nothing.beginObject().key("c").null().rawMembers("").key("d").null().endObject();
  BOOST_TEST(nothing.take() == R"({"c":null,"d":null})");
}

BOOST_AUTO_TEST_CASE(an_empty_text_can_be_null) {
  Writer out;
  out.beginArray().stringOrNull("").stringOrNull("x").endArray();
  BOOST_TEST(out.take() == R"([null,"x"])");
}

BOOST_AUTO_TEST_CASE(parsed_values_come_out_as_they_were_written) {
  const std::string text = R"({"b":[1.50,-0,1e2,{"c":null}],"a":"\u0000😀","d":[true,false,[],{}]})";
  Writer out;
  BOOST_TEST(out.value(parsed(text)).take() == text);
}

BOOST_AUTO_TEST_SUITE_END()
