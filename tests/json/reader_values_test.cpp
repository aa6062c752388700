#include <ostream>
#include <string>
#include <string_view>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/json/reader.h"
#include "policycalc/json/value.h"

#include "json/reading.h"

namespace {

using policycalc::json::parsed;
using policycalc::json::typeName;
using policycalc::json::Value;
using namespace std::string_literals;  // NOLINT(google-build-using-namespace)

struct Text {
  std::string_view json;
  std::string decoded;
};

std::ostream& operator<<(std::ostream& out, const Text& row) {
  return out << row.json;
}

const Text kTexts[] = {
    {R"("")", ""},
    {R"("abc")", "abc"},
    {R"("\"\\\/\b\f\n\r\t")", "\"\\/\b\f\n\r\t"},
    {R"("a\u0000b")", "a\0b"s},
    {R"("\u001f\u007f")", "\x1F\x7F"},
    {R"("\u00e9\u8D63")", "é赣"},
    {R"("\ud83d\ude00")", "😀"},
    {R"("\ud800\udc00\udbff\udfff")", "\U00010000\U0010FFFF"},
    {R"("\ud7ff\ue000\ufffe\uffff")", "\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBE\xEF\xBF\xBF"},
    {"\"赣州市 😀 \U0010FFFF\"", "赣州市 😀 \U0010FFFF"},
    {"\"\xED\x9F\xBF\"", "\xED\x9F\xBF"},
    {"\"\uFEFF\"", "\uFEFF"},
    {"\"\x7F\"", "\x7F"},
};

const std::string_view kNumbers[] = {
    "0",
    "-0",
    "1",
    "-1",
    "10",
    "1.50",
    "0.001",
    "1e2",
    "1E+2",
    "1e-2",
    "15e-1",
    "-0.0",
    "1e38",
    "1e-60",
    "9007199254740993",
    "18446744073709551616",
    "99999999999999999999999999999999999999",
    "0.1000000000000000055511",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(ReaderValues)

BOOST_AUTO_TEST_CASE(scalars) {
  BOOST_TEST(parsed("null").isNull());
  BOOST_TEST(parsed(" true ").isBoolean());
  BOOST_TEST(parsed("true").boolean);
  BOOST_TEST(!parsed("\r\n\tfalse").boolean);
}

BOOST_DATA_TEST_CASE(texts_are_decoded, kTexts) {
  const Value value = parsed(sample.json);
  BOOST_TEST(value.isString());
  BOOST_TEST(value.text == sample.decoded);
  const Value object = parsed("{" + std::string(sample.json) + ":1}");
  BOOST_TEST(object.members.front().key == sample.decoded);
}

BOOST_DATA_TEST_CASE(numbers_keep_their_digits, kNumbers) {
  const Value value = parsed("[" + std::string(sample) + "]");
  BOOST_REQUIRE(value.elements.size() == 1U);
  BOOST_TEST(value.elements.front().isNumber());
  BOOST_TEST(value.elements.front().text == sample);
}

BOOST_AUTO_TEST_CASE(arrays_and_objects_keep_their_order) {
  const Value value = parsed(R"({"b":[1,[],{}],"a":{"x":null},"":"e"})");
  BOOST_REQUIRE(value.members.size() == 3U);
  BOOST_TEST(value.members[0].key == "b");
  BOOST_TEST(value.members[1].key == "a");
  BOOST_TEST(value.members[2].key.empty());
  const Value& array = value.members[0].value;
  BOOST_REQUIRE(array.elements.size() == 3U);
  BOOST_TEST(array.elements[1].isArray());
  BOOST_TEST(array.elements[2].isObject());
}

BOOST_AUTO_TEST_CASE(find_looks_up_members) {
  const Value value = parsed(R"({"a":1,"b":{"c":2}})");
  BOOST_REQUIRE(value.find("b") != nullptr);
  BOOST_TEST(value.find("b")->find("c")->text == "2");
  BOOST_TEST(value.find("c") == nullptr);
  BOOST_TEST(parsed("[1]").find("a") == nullptr);
  BOOST_TEST(parsed("\"a\"").find("a") == nullptr);
}

BOOST_AUTO_TEST_CASE(every_value_knows_where_it_began) {
  const Value value = parsed(
      "\n { \"a\" : [ 1 ,\n \"x,:y\" , true,null ] ,\r\n"
      "\t\"赣\":\t-2.5e0 , \"o\":{\n} }\n");
  const auto at = [](const auto& thing) {
    return std::to_string(thing.position.line) + ":" + std::to_string(thing.position.column);
  };
  BOOST_TEST(at(value) == "2:2");
  BOOST_TEST(at(value.members[0]) == "2:4");
  const Value& array = value.members[0].value;
  BOOST_TEST(at(array) == "2:10");
  BOOST_TEST(at(array.elements[0]) == "2:12");
  BOOST_TEST(at(array.elements[1]) == "3:2");
  BOOST_TEST(at(array.elements[2]) == "3:11");
  BOOST_TEST(at(array.elements[3]) == "3:16");
  BOOST_TEST(at(value.members[1]) == "4:2");
  BOOST_TEST(at(value.members[1].value) == "4:9");  // columns count bytes
  BOOST_TEST(at(value.members[2]) == "4:18");
  BOOST_TEST(at(value.members[2].value) == "4:22");
}

// Windows editors and shells write one; columns are counted after it.
BOOST_AUTO_TEST_CASE(a_byte_order_mark_at_the_beginning_is_read_over) {
  const Value value = parsed("\xEF\xBB\xBF{\"a\": \"\xEF\xBB\xBF\"}");
  BOOST_TEST(value.position.column == 1);
  BOOST_REQUIRE(value.find("a") != nullptr);
  BOOST_TEST(value.find("a")->text == "\xEF\xBB\xBF");  // inside a text it is part of the text
  BOOST_TEST(parsed("\xEF\xBB\xBF\r\n 1").text == "1");
}

BOOST_AUTO_TEST_CASE(types_have_names_for_people) {
  BOOST_TEST(typeName(parsed("null").type) == "null");
  BOOST_TEST(typeName(parsed("true").type) == "boolean");
  BOOST_TEST(typeName(parsed("1").type) == "number");
  BOOST_TEST(typeName(parsed("\"\"").type) == "string");
  BOOST_TEST(typeName(parsed("[]").type) == "array");
  BOOST_TEST(typeName(parsed("{}").type) == "object");
}

BOOST_AUTO_TEST_SUITE_END()
