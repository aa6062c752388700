#include "policycalc/base/issue.h"

#include <ostream>
#include <string>
#include <string_view>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace {

using policycalc::base::childPointer;
using policycalc::base::formatIssue;
using policycalc::base::hasErrors;
using policycalc::base::Issue;
using policycalc::base::Issues;
using policycalc::base::Severity;
using policycalc::base::sortIssues;

Issue issueAt(std::string file, int line, int column, std::string pointer, std::string code) {
  return {Severity::kError, std::move(code), std::move(file), std::move(pointer), line,
          column,           "message"};
}

struct Printed {
  Issue issue;
  std::string_view line;
};

std::ostream& operator<<(std::ostream& out, const Printed& row) {
  return out << row.line;
}

const Printed kPrinted[] = {
    {{Severity::kError, "unknown_fact", "cases/08.json", "/profile/x", 3, 7, "`x` is no fact"},
     "cases/08.json:3:7: /profile/x: unknown_fact: `x` is no fact"},
    {{Severity::kWarning, "checksum", "a.json", "/code", 1, 2, "wrong"},
     "a.json:1:2: /code: warning: checksum: wrong"},
    {{Severity::kError, "missing_file", "units.json", "", 0, 0, "cannot be read"},
     "units.json: missing_file: cannot be read"},
    {{Severity::kError, "syntax", "a.json", "", 4, 1, "a value is expected here"},
     "a.json:4:1: syntax: a value is expected here"},
    {{Severity::kError, "wrong_value", "", "/as_of", 0, 0, "no date"},
     "/as_of: wrong_value: no date"},
    {{Severity::kError, "too_large", "", "", 0, 0, "too many bytes"}, "too_large: too many bytes"},
};

struct Step {
  std::string_view key;
  std::string_view pointer;
};

std::ostream& operator<<(std::ostream& out, const Step& row) {
  return out << row.pointer;
}

const Step kSteps[] = {
    {"b", "/a/b"},    {"", "/a/"},          {"x/y", "/a/x~1y"},  {"x~y", "/a/x~0y"},
    {"~1", "/a/~01"}, {"/~/", "/a/~1~0~1"}, {"企业", "/a/企业"}, {"a b", "/a/a b"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(IssueLists)

BOOST_AUTO_TEST_CASE(are_sorted_by_file_then_place_then_code) {
  Issues issues = {
      issueAt("b.json", 1, 1, "", "a"),   issueAt("a.json", 10, 1, "", "a"),
      issueAt("a.json", 2, 9, "", "a"),   issueAt("a.json", 2, 3, "/b", "a"),
      issueAt("a.json", 2, 3, "/a", "b"), issueAt("a.json", 2, 3, "/a", "a"),
      issueAt("", 0, 0, "", "a"),
  };
  const Issues expected = {issues[6], issues[5], issues[4], issues[3],
                           issues[2], issues[1], issues[0]};
  sortIssues(issues);
  BOOST_TEST((issues == expected));
}

BOOST_AUTO_TEST_CASE(equal_places_keep_their_order) {
  Issue first = issueAt("a", 1, 1, "", "a");
  Issue second = first;
  first.message = "z";
  second.message = "a";
  Issues issues = {first, second};
  sortIssues(issues);
  BOOST_TEST(issues.front().message == "z");
}

BOOST_AUTO_TEST_CASE(count_what_they_do_not_take) {
  Issues issues;
  for (int i = 0; i < 5; ++i) issues.addUpTo(3, issueAt("a", i, 1, "", "a"));
  BOOST_TEST(issues.size() == 3U);
  BOOST_TEST(issues.back().line == 2);
  BOOST_TEST(issues.omitted() == 2U);
  Issues all;
  all.addUpTo(4, issueAt("b", 1, 1, "", "a"));
  all.addUpTo(4, issues);
  BOOST_TEST(all.size() == 4U);
  BOOST_TEST(all.omitted() == 2U);
  all.addUpTo(4, issues);
  BOOST_TEST(all.size() == 4U);
  BOOST_TEST(all.omitted() == 7U);
}

BOOST_AUTO_TEST_CASE(warnings_are_not_errors) {
  Issue warning = issueAt("a", 1, 1, "", "a");
  warning.severity = Severity::kWarning;
  BOOST_TEST(!hasErrors({}));
  BOOST_TEST(!hasErrors({warning}));
  BOOST_TEST(hasErrors({warning, issueAt("a", 1, 1, "", "a")}));
}

BOOST_DATA_TEST_CASE(are_printed_without_empty_parts, kPrinted) {
  BOOST_TEST(formatIssue(sample.issue) == sample.line);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(Pointers)

BOOST_DATA_TEST_CASE(keys_are_escaped_as_rfc_6901_asks, kSteps) {
  BOOST_TEST(childPointer("/a", sample.key) == sample.pointer);
}

BOOST_AUTO_TEST_CASE(indices_are_plain_numbers) {
  BOOST_TEST(childPointer("", std::size_t{0}) == "/0");
  BOOST_TEST(childPointer("/a", std::size_t{12}) == "/a/12");
}

BOOST_AUTO_TEST_SUITE_END()
