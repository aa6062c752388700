#include "policycalc/base/nearest.h"

#include <ostream>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/base/text.h"

namespace {

using policycalc::base::didYouMean;
using policycalc::base::join;
using policycalc::base::nearestNames;

const std::vector<std::string> kNames{
    "employees", "employer", "ownership", "hmt",       "total_assets", "360702", "360703",
    "360704",    "360782x",  "loan_need", "land_need", "民营",         ""};

std::string near(std::string_view text) {
  return join(nearestNames(text, kNames), " ");
}

struct Row {
  std::string text;
  const char* names;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.text.substr(0, 40);
}

const Row kNear[] = {
    // One character is missing, wrong, too many, or in its neighbour's place.
    {"employee", "employees employer"},
    {"employes", "employees employer"},
    {"emplxyees", "employees"},
    {"employeees", "employees"},
    {"empolyees", "employees"},
    {"ownershpi", "ownership"},
    // Letter case does not matter, and names keep their own.
    {"EMPLOYEES", "employees employer"},
    {"Ownership", "ownership"},
    // The beginning of a name is enough from three characters on.
    {"own", "ownership"},
    {"emp", "employees employer"},
    {"em", ""},
    {"total", "total_assets"},
    {"ownership_of_the_company", ""},
    // A third of the characters may be wrong, of a short name one.
    {"hnt", "hmt"},
    {"hnx", ""},
    {"lan_need", "loan_need land_need"},
    {"l_need", ""},
};

const Row kFar[] = {
    {"", ""},
    {"no_such_fact", ""},
    {"   ", ""},
    {std::string(64, 'e'), ""},
    {std::string(65, 'e'), ""},
    {std::string(1'000'000, 'e'), ""},
    {std::string("\0\0\0\0", 4), ""},
    {std::string("employees\0", 10), "employees"},
    {"民企", ""},
    {"民", "民营"},
    {"ｅｍｐｌｏｙｅｅｓ", ""},
    {"\xFF\xFE\xFD", ""},
    {"\xE6\xB0", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(NearestNames)

BOOST_DATA_TEST_CASE(few_slips_are_near, kNear, row) {
  BOOST_TEST(near(row.text) == row.names);
}

BOOST_DATA_TEST_CASE(anything_else_is_far, kFar, row) {
  BOOST_TEST(near(row.text) == row.names);
}

BOOST_AUTO_TEST_CASE(the_nearest_comes_first_and_at_most_three) {
  BOOST_TEST(join(nearestNames("abcdef", {"abcdxy", "abcdex", "abcdef", "abcdey", "abcdez"}),
                  " ") == "abcdef abcdex abcdey");
  // Equally near names keep their order.
  BOOST_TEST(join(nearestNames("abcd", {"abce", "abcf", "abcg", "abch"}), " ") == "abce abcf abcg");
}

// A name beyond the limit is skipped; one at the limit is not.
BOOST_AUTO_TEST_CASE(long_names_are_never_near) {
  const std::string at_limit(64, 'a');
  const std::string beyond(65, 'a');
  BOOST_TEST(join(nearestNames(at_limit, {beyond, at_limit}), " ") == at_limit);
  BOOST_TEST(join(nearestNames("aaa", {beyond, at_limit}), " ") == at_limit);
  BOOST_TEST(nearestNames(std::string(64, 'b'), {at_limit}).empty());
}

BOOST_AUTO_TEST_CASE(an_empty_list_has_no_nearest_name) {
  BOOST_TEST(nearestNames("employees", {}).empty());
}

BOOST_AUTO_TEST_CASE(the_question_names_them) {
  BOOST_TEST(didYouMean({}) == "");
  BOOST_TEST(didYouMean({"a"}) == " (did you mean `a`?)");
  BOOST_TEST(didYouMean({"a", "b", "c"}) == " (did you mean `a` or `b` or `c`?)");
}

BOOST_AUTO_TEST_SUITE_END()
