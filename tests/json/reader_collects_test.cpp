// Several faults in one document: all that do not hide each other are reported.
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/json/reader.h"

#include "json/reading.h"

using policycalc::json::issuesOf;
using policycalc::json::printed;

BOOST_AUTO_TEST_SUITE(ReaderCollects)

BOOST_AUTO_TEST_CASE(every_repetition_of_a_key) {
  BOOST_TEST(printed(issuesOf("{\"b\":1, \"a\":1,\n \"a\":2, \"b\":3,\n \"a\":4}")) ==
             "file.json:2:2: /a: duplicate_key: the key `a` is in this object twice\n"
             "file.json:2:9: /b: duplicate_key: the key `b` is in this object twice\n"
             "file.json:3:2: /a: duplicate_key: the key `a` is in this object twice\n");
}

BOOST_AUTO_TEST_CASE(keys_that_are_the_same_only_after_decoding) {
  BOOST_TEST(printed(issuesOf("{\"a\":1,\"\\u0061\":2}")) ==
             "file.json:1:8: /a: duplicate_key: the key `a` is in this object twice\n");
  BOOST_TEST(printed(issuesOf("{\"\":1,\"\":2}")) ==
             "file.json:1:7: /: duplicate_key: the key `` is in this object twice\n");
}

BOOST_AUTO_TEST_CASE(a_repeated_key_deep_inside_with_its_escaped_pointer) {
  BOOST_TEST(printed(issuesOf("{\"a/b\":[0,{\"~\":1,\"~\":2}]}")) ==
             "file.json:1:18: /a~1b/1/~0: duplicate_key: the key `~` is in this object twice\n");
}

BOOST_AUTO_TEST_CASE(one_key_in_different_objects_is_allowed) {
  BOOST_TEST(issuesOf("{\"a\":{\"a\":{\"a\":1}},\"b\":[{\"a\":1},{\"a\":2}]}").empty());
}

BOOST_AUTO_TEST_CASE(keys_that_differ_in_case_or_form_are_allowed) {
  BOOST_TEST(issuesOf("{\"a\":1,\"A\":2,\"a \":3,\"é\":4,\"e\u0301\":5,\"a\\u0000\":6}").empty());
}

BOOST_AUTO_TEST_CASE(faults_of_different_kinds_in_the_order_of_the_text) {
  BOOST_TEST(printed(issuesOf("{\"a\": 1e99,\n\"b\": [\"\\udc00\", \"\\udc01\"],\n\"a\": 1}")) ==
             "file.json:1:7: /a: number_range: the number `1e99` is too large or too long\n"
             "file.json:2:8: /b/0: lone_surrogate: the escape `\\udc00` names half a character\n"
             "file.json:2:18: /b/1: lone_surrogate: the escape `\\udc01` names half a character\n"
             "file.json:3:1: /a: duplicate_key: the key `a` is in this object twice\n");
}

BOOST_AUTO_TEST_CASE(two_halves_in_one_string) {
  BOOST_TEST(printed(issuesOf("[\"\\udc00 \\ud83d\\ude00 \\udc01\"]")) ==
             "file.json:1:3: /0: lone_surrogate: the escape `\\udc00` names half a character\n"
             "file.json:1:23: /0: lone_surrogate: the escape `\\udc01` names half a character\n");
}

BOOST_AUTO_TEST_CASE(faults_found_before_a_syntax_error) {
  BOOST_TEST(printed(issuesOf("{\"a\":1,\"a\":[{\"b\":1,\"b\":1e99},{\"c\":1,\"c\":?")) ==
             "file.json:1:8: /a: duplicate_key: the key `a` is in this object twice\n"
             "file.json:1:20: /a/0/b: duplicate_key: the key `b` is in this object twice\n"
             "file.json:1:24: /a/0/b: number_range: the number `1e99` is too large or too long\n"
             "file.json:1:37: /a/1/c: duplicate_key: the key `c` is in this object twice\n"
             "file.json:1:41: /a/1/c: syntax: a value is expected here\n");
}

BOOST_AUTO_TEST_CASE(half_a_character_in_a_key_does_not_get_into_pointers) {
  BOOST_TEST(
      printed(issuesOf("{\"a\\udc00\":{\"b\":1e99},\"a\\udc00\":2}")) ==
      "file.json:1:4: lone_surrogate: the escape `\\udc00` names half a character\n"
      "file.json:1:17: /a\uFFFD\uFFFD\uFFFD/b: number_range: the number `1e99` is too large or "
      "too long\n"
      "file.json:1:23: /a\uFFFD\uFFFD\uFFFD: duplicate_key: the key `a\uFFFD\uFFFD\uFFFD` "
      "is in this object twice\n"
      "file.json:1:25: lone_surrogate: the escape `\\udc00` names half a character\n");
}

BOOST_AUTO_TEST_CASE(faults_found_before_trailing_text) {
  BOOST_TEST(printed(issuesOf("{\"a\":1,\"a\":2} x")) ==
             "file.json:1:8: /a: duplicate_key: the key `a` is in this object twice\n"
             "file.json:1:15: trailing_text: the document goes on after its end\n");
}

BOOST_AUTO_TEST_SUITE_END()
