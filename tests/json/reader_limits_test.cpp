// Documents made to exhaust memory, the call stack, time or the reader of the answer.
#include <cstddef>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/json/reader.h"
#include "policycalc/json/writer.h"

#include "json/reading.h"

namespace {

using policycalc::base::Issue;
using policycalc::base::Issues;
using policycalc::json::canonical;
using policycalc::json::issuesOf;
using policycalc::json::parsed;
using policycalc::json::printed;
using policycalc::json::ReadLimits;
using policycalc::json::repeated;

constexpr std::size_t kMany = 20'000;
const ReadLimits kMegabytes{std::size_t{8} * 1024 * 1024, 32};

std::string nested(std::size_t depth) {
  return repeated("[", depth) + repeated("]", depth);
}

std::string objectWithKeys(std::size_t count, std::size_t different) {
  std::string text = "{";
  for (std::size_t i = 0; i < count; ++i) {
    text += (i == 0 ? "\"k" : ",\"k") + std::to_string(i % different) + "\":0";
  }
  return text + "}";
}

const int kDepths[] = {0, 1, 2, 32, 1000};

}  // namespace

BOOST_AUTO_TEST_SUITE(ReaderLimits)

BOOST_AUTO_TEST_CASE(the_size_is_an_inclusive_limit) {
  const std::string text = "\"" + std::string(98, 'x') + "\"";
  BOOST_TEST(issuesOf(text, {100, 32}).empty());
  BOOST_TEST(printed(issuesOf(text, {99, 32})) ==
             "file.json:1:1: too_large: the document has 100 bytes, more than 99\n");
}

BOOST_AUTO_TEST_CASE(the_default_size_is_256_kib) {
  const std::string text = "\"" + std::string(256 * 1024 - 2, 'x') + "\"";
  BOOST_TEST(issuesOf(text).empty());
  BOOST_REQUIRE(issuesOf(text + " ").size() == 1U);
  BOOST_TEST(issuesOf(text + " ").front().code == "too_large");
}

BOOST_DATA_TEST_CASE(the_depth_is_an_inclusive_limit, kDepths) {
  const auto depth = static_cast<std::size_t>(sample);
  if (depth > 0) BOOST_TEST(issuesOf(nested(depth), {kMany, sample}).empty());
  const Issues issues = issuesOf(nested(depth + 1), {kMany, sample});
  BOOST_REQUIRE(issues.size() == 1U);
  BOOST_TEST(issues.front().code == "too_deep");
  BOOST_TEST(issues.front().column == sample + 1);
}

BOOST_AUTO_TEST_CASE(too_deep_names_the_place_and_the_limit) {
  BOOST_TEST(printed(issuesOf("{\"a\":\n[1,{}]}", {kMany, 2})) ==
             "file.json:2:4: /a/1: too_deep: more than 2 arrays and objects are nested\n");
  BOOST_TEST(printed(issuesOf("{\"a\":{\"b\":[]}}", {kMany, 2})) ==
             "file.json:1:11: /a/b: too_deep: more than 2 arrays and objects are nested\n");
}

BOOST_AUTO_TEST_CASE(the_number_of_values_is_an_inclusive_limit) {
  const ReadLimits five{kMany, 32, 5};
  BOOST_TEST(issuesOf("[1,true,\"a\",null]", five).empty());
  BOOST_TEST(printed(issuesOf("[1,true,\"a\",[],null]", five)) ==
             "file.json:1:16: /4: too_many_values: the document has more than 5 values\n");
  for (const char* sixth : {"1", "true", "\"a\"", "null", "[]", "{}"}) {
    const Issues issues = issuesOf("[0,0,0,0," + std::string(sixth) + ",x", five);
    BOOST_REQUIRE(issues.size() == 1U);  // the reader goes no further
    BOOST_TEST(issues.front().code == "too_many_values");
  }
  BOOST_TEST(issuesOf("{\"a\":{\"b\":{\"c\":[0]}}}", five).empty());
  BOOST_TEST(issuesOf("{\"a\":{\"b\":{\"c\":[0,0]}}}", five).size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_faults_before_one_value_too_many_are_reported_too) {
  const Issues issues = issuesOf("{\"a\":0,\"a\":1,\"b\":[0,0]}", {kMany, 32, 4});
  BOOST_REQUIRE(issues.size() == 2U);
  BOOST_TEST(issues.front().code == "duplicate_key");
  BOOST_TEST(issues.back().code == "too_many_values");
}

BOOST_AUTO_TEST_CASE(neighbours_do_not_add_up_to_depth) {
  BOOST_TEST(issuesOf("[" + repeated("[[]],", 100) + "{}]", {kMany, 3}).empty());
}

BOOST_AUTO_TEST_CASE(no_caller_can_ask_for_more_than_a_thousand_levels) {
  const ReadLimits boundless{kMegabytes.max_bytes, 2'000'000'000};
  BOOST_TEST(issuesOf(nested(1000), boundless).empty());
  const Issues issues = issuesOf(nested(1001), boundless);
  BOOST_REQUIRE(issues.size() == 1U);
  BOOST_TEST(issues.front().message == "more than 1000 arrays and objects are nested");
}

BOOST_AUTO_TEST_CASE(a_million_open_brackets_neither_crash_nor_build_a_pointer) {
  for (const char* bracket : {"[", "{\"a\":", "[{\"a\":"}) {
    const Issues issues = issuesOf(repeated(bracket, 1'000'000), kMegabytes);
    BOOST_REQUIRE(issues.size() == 1U);
    BOOST_TEST(issues.front().code == "too_deep");
  }
}

BOOST_AUTO_TEST_CASE(a_negative_depth_allows_scalars_only) {
  BOOST_TEST(issuesOf("1", {kMany, -5}).empty());
  BOOST_TEST(issuesOf("[]", {kMany, -5}).size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_deepest_document_can_be_copied_written_and_destroyed) {
  const ReadLimits deepest{kMany, 1000};
  const auto value = parsed(repeated("{\"a\":[", 500) + repeated("]}", 500), deepest);
  const auto copy = value;  // NOLINT(performance-unnecessary-copy-initialization)
  BOOST_TEST(canonical(copy) == repeated("{\"a\":[", 500) + repeated("]}", 500));
}

BOOST_AUTO_TEST_CASE(twenty_thousand_keys_are_told_apart) {
  const auto value = parsed(objectWithKeys(kMany, kMany), kMegabytes);
  BOOST_TEST(value.members.size() == kMany);
}

BOOST_AUTO_TEST_CASE(the_last_of_twenty_thousand_keys_repeats_the_first) {
  const Issues issues = issuesOf(objectWithKeys(kMany, kMany - 1), kMegabytes);
  BOOST_REQUIRE(issues.size() == 1U);
  BOOST_TEST(issues.front().code == "duplicate_key");
  BOOST_TEST(issues.front().pointer == "/k0");
}

BOOST_AUTO_TEST_CASE(at_most_a_hundred_faults_are_listed_the_first_ones_of_an_object) {
  const Issues issues = issuesOf(objectWithKeys(kMany, 10), kMegabytes);
  BOOST_REQUIRE(issues.size() == 100U);
  BOOST_TEST(issues.front().pointer == "/k0");
  BOOST_TEST(issues.back().pointer == "/k9");
  BOOST_TEST(issues.back().column == 2 + 7 * 109);
  BOOST_TEST(issues.omitted() == kMany - 10 - 100);
}

BOOST_AUTO_TEST_CASE(a_long_key_is_not_repeated_in_every_pointer) {
  const std::string key(100'000, 'k');
  const std::string text =
      "{\"a\":{\"" + key + "\":[" + repeated("1e99,", 1000) + "{\"x\":1,\"x\":1}]}}";
  const Issues issues = issuesOf(text);
  BOOST_REQUIRE(issues.size() == 100U);
  for (const Issue& issue : issues) BOOST_TEST(issue.pointer == "/a");
}

BOOST_AUTO_TEST_CASE(a_long_key_is_cut_in_the_message) {
  const std::string member = "\"" + std::string(100'000, 'k') + "\":1";
  const Issues issues = issuesOf("{" + member + "," + member + "}");
  BOOST_REQUIRE(issues.size() == 1U);
  BOOST_TEST(issues.front().pointer.empty());
  BOOST_TEST(issues.front().message.size() < 200U);
}

BOOST_AUTO_TEST_SUITE_END()
