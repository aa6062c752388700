#include "policycalc/json/decoder.h"

#include <string>

#include <boost/test/unit_test.hpp>

#include "json/reading.h"

namespace {

using policycalc::base::Issues;
using policycalc::json::Decoder;
using policycalc::json::IssueSink;
using policycalc::json::parsed;
using policycalc::json::printed;
using policycalc::json::Value;

/// A document with the list that collects what is wrong with it.
struct Document {
  explicit Document(std::string_view text) : value(parsed(text)) {}

  Value value;
  Issues issues;
  IssueSink sink{"f.json", issues};
  Decoder root{value, "", sink};
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Decoders)

BOOST_AUTO_TEST_CASE(read_members_of_every_type) {
  Document document(
      R"({"s":"x","b":true,"i":-70,"d":1.50,"t":"2024-03-13","l":["a","b"],"k":"two","n":null})");
  Decoder& root = document.root;
  BOOST_TEST(root.string("s") == "x");
  BOOST_TEST(root.boolean("b"));
  BOOST_TEST(root.integer("i") == -70);
  BOOST_TEST(root.decimal("d").toString() == "1.5");
  const auto date = root.date("t");
  BOOST_REQUIRE(date.has_value());
  BOOST_TEST(date->toString() == "2024-03-13");
  BOOST_TEST((root.strings("l") == std::vector<std::string>{"a", "b"}));
  BOOST_TEST((root.oneOf("k", {"one", "two"}) == std::optional<std::size_t>(1)));
  BOOST_TEST(root.optionalString("n").empty());
  BOOST_TEST(!root.optionalDate("absent").has_value());
  root.refuseUnknownKeys();
  BOOST_TEST(printed(document.issues).empty());
}

BOOST_AUTO_TEST_CASE(collect_all_faults_with_their_places) {
  Document document(
      "{\"s\":1,\n\"i\":1.5,\n\"t\":\"2025-02-29\",\n\"l\":[\"a\",2,\"\"],\n"
      "\"k\":\"three\",\n\"e\":\"\",\n\"x/y\":0}");
  Decoder& root = document.root;
  root.string("s");
  root.integer("i");
  root.date("t");
  root.strings("l");
  root.oneOf("k", {"one", "two"});
  root.string("e");
  root.boolean("m");
  root.refuseUnknownKeys();
  BOOST_TEST(printed(document.issues) ==
             "f.json:1:6: /s: wrong_type: a text is expected, not number\n"
             "f.json:2:5: /i: wrong_value: `1.5` is not a whole number\n"
             "f.json:3:5: /t: wrong_value: `2025-02-29` is not a date of the form YYYY-MM-DD "
             "between 1900 and 2999\n"
             "f.json:4:10: /l/1: wrong_type: a text is expected\n"
             "f.json:4:12: /l/2: wrong_type: a text is expected\n"
             "f.json:5:5: /k: wrong_value: `three` is not one of `one`, `two`\n"
             "f.json:6:5: /e: wrong_value: the text is empty\n"
             "f.json:1:1: /m: missing_field: the field `m` is missing\n"
             "f.json:7:1: /x~1y: unknown_field: `x/y` is not a field here\n");
}

BOOST_AUTO_TEST_CASE(give_members_of_any_type_as_they_are) {
  Document document(R"({"t":"","n":null,"i":3})");
  Decoder& root = document.root;
  BOOST_TEST_REQUIRE(root.text("t") != nullptr);
  BOOST_TEST(root.text("t")->text.empty());
  BOOST_TEST(root.text("n") == nullptr);
  BOOST_TEST(root.optionalText("n") == nullptr);
  BOOST_TEST(root.optionalText("i") == nullptr);
  BOOST_TEST(root.optionalText("absent") == nullptr);
  BOOST_TEST_REQUIRE(root.required("n") != nullptr);
  BOOST_TEST(root.required("n")->isNull());
  BOOST_TEST(root.required("m") == nullptr);
  BOOST_TEST(root.optional("n") == nullptr);
  BOOST_TEST(root.optional("i") != nullptr);
  root.report("i", *root.member("i"), "odd", "about one member");
  root.refuseUnknownKeys();
  BOOST_TEST(printed(document.issues) ==
             "f.json:1:13: /n: wrong_type: a text is expected, not null\n"
             "f.json:1:22: /i: wrong_type: a text is expected, not number\n"
             "f.json:1:1: /m: missing_field: the field `m` is missing\n"
             "f.json:1:22: /i: odd: about one member\n");
}

BOOST_AUTO_TEST_CASE(a_whole_number_is_written_in_plain_digits) {
  using policycalc::json::wholeNumber;
  BOOST_TEST((wholeNumber(parsed("9223372036854775807")) == 9223372036854775807));
  BOOST_TEST((wholeNumber(parsed("-20")) == -20));
  for (const char* other : {"2e1", "20.0", "9223372036854775808", "\"20\"", "true", "null"}) {
    BOOST_TEST(!wholeNumber(parsed(other)).has_value(), other);
  }
}

BOOST_AUTO_TEST_CASE(go_into_objects_and_arrays) {
  Document document(R"({"o":{"a":"x"},"l":[{"a":"y"},7,{"a":"z"}]})");
  BOOST_TEST(document.root.object("o").string("a") == "x");
  std::string all;
  for (Decoder& element : document.root.objects("l")) all += element.string("a");
  BOOST_TEST(all == "yz");
  BOOST_TEST(printed(document.issues) ==
             "f.json:1:31: /l/1: wrong_type: an object is expected, not number\n");
}

BOOST_AUTO_TEST_CASE(an_absent_object_is_reported_once_not_for_each_of_its_members) {
  Document document("{}");
  Decoder absent = document.root.object("o");
  BOOST_TEST(absent.string("a").empty());
  BOOST_TEST(absent.integer("b") == 0);
  BOOST_TEST(absent.strings("c").empty());
  absent.refuseUnknownKeys();
  BOOST_TEST(printed(document.issues) ==
             "f.json:1:1: /o: missing_field: the field `o` is missing\n");
}

BOOST_AUTO_TEST_CASE(a_document_that_is_not_an_object_is_reported_once) {
  Document document("[1]");
  document.root.string("a");
  document.root.refuseUnknownKeys();
  BOOST_TEST(printed(document.issues) ==
             "f.json:1:1: wrong_type: an object is expected, not array\n");
}

BOOST_AUTO_TEST_SUITE_END()
