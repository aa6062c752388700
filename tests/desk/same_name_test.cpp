// Before a second applicant of one name is added, the window is shown the first.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "desk/helped.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::textAt;

const std::string kWithCode = R"({"credit_code":"913607021922038219"})";
const std::string kWithOtherCode = R"({"credit_code":"91360702MA35K0006X"})";
const std::string kWithout = R"({"district":"360702"})";

struct Pair {
  std::string name;
  std::string first;
  std::string first_profile;
  std::string second;
  std::string second_profile;
  std::string told;
};

std::ostream& operator<<(std::ostream& out, const Pair& pair) {
  return out << pair.name;
}

/// A body that does not say that the company is another; `is_another` is JSON.
std::string asked(const std::string& name, const std::string& profile,
                  const std::string& is_another = {}) {
  return R"({"name":")" + name + R"(","profile":)" + profile + R"(,"verified":[],)" +
         R"("authorisation":)" + authorisation() +
         (is_another.empty() ? std::string() : R"(,"is_another":)" + is_another) + "}";
}

const std::vector<Pair> kPairs = {
    {"neither_has_a_code", "红星家具厂", kWithout, "红星家具厂", kWithout, "1"},
    {"the_first_has_a_code", "红星家具厂", kWithCode, "红星家具厂", kWithout, "1"},
    {"the_second_has_a_code", "红星家具厂", kWithout, "红星家具厂", kWithCode, "1"},
    {"two_codes_tell_them_apart", "红星家具厂", kWithCode, "红星家具厂", kWithOtherCode, "0"},
    {"other_name", "红星家具厂", kWithout, "红星家具公司", kWithout, "0"},
    {"a_part_of_the_name", "红星家具厂", kWithout, "红星家具", kWithout, "0"},
    {"other_brackets", "红星（赣州）公司", kWithout, "红星(赣州)公司", kWithout, "1"},
    {"other_blanks_and_case", "ACME Foods", kWithout, "acme foods", kWithout, "1"},
    {"no_brackets", "红星（赣州）公司", kWithout, "红星赣州公司", kWithout, "1"},
    {"blank_inside", "红星 家具厂", kWithout, "红星家具厂", kWithout, "1"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskSameName)

BOOST_DATA_TEST_CASE(the_second_is_added_once_the_window_says_that_it_is_another, kPairs, pair) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const Reply first = clerk.post("/applicants", asked(pair.first, pair.first_profile));
  BOOST_TEST_REQUIRE(first.status == 201, first.text);
  BOOST_TEST(textAt(bodyOf(first), "/same_name") == "0");
  Reply second = clerk.post("/applicants", asked(pair.second, pair.second_profile));
  if (pair.told != "0") {
    BOOST_TEST(refusalOf(second) == "409 name_found ");
    BOOST_TEST(textAt(bodyOf(second), "/applicants/0/id") == "1");
    BOOST_TEST(textAt(bodyOf(second), "/applicants/0/name") == pair.first);
    second = clerk.post("/applicants", helpedBody(pair.second, pair.second_profile));
  }
  BOOST_TEST_REQUIRE(second.status == 201, second.text);
  BOOST_TEST(textAt(bodyOf(second), "/same_name") == pair.told);
  BOOST_TEST(textAt(bodyOf(second), "/id") == "2");
}

BOOST_AUTO_TEST_CASE(only_those_of_the_county_are_found) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  Browser other = signedInAt(service, "li", "clerk", kNankang);
  help(other, helpedBody("红星家具厂", "{}"));
  const auto told = [&] {
    return textAt(bodyOf(clerk.post("/applicants", helpedBody("红星家具厂", "{}"))), "/same_name");
  };
  BOOST_TEST(told() == "0");
  BOOST_TEST(told() == "1");
  BOOST_TEST(told() == "2");
  const json::Value asks = bodyOf(clerk.post("/applicants", asked("红星家具厂", "{}")));
  BOOST_TEST(asks.find("applicants")->elements.size() == 3U);
}

BOOST_AUTO_TEST_CASE(applicants_with_an_expired_authorisation_are_not_found) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const std::string path = help(clerk, helpedBody("红星家具厂", "{}"));
  BOOST_TEST(clerk.del(path + "/authorisation").status == 200);
  const Reply again = clerk.post("/applicants", asked("红星家具厂", "{}"));
  BOOST_TEST(textAt(bodyOf(again), "/same_name") == "0");
}

BOOST_AUTO_TEST_CASE(that_it_is_another_is_true_false_or_not_said) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  help(clerk, helpedBody("红星家具厂", "{}"));
  BOOST_TEST(refusalOf(clerk.post("/applicants", asked("红星家具厂", "{}", R"("yes")"))) ==
             "400 wrong_type /is_another");
  BOOST_TEST(refusalOf(clerk.post("/applicants", asked("红星家具厂", "{}", "false"))) ==
             "409 name_found ");
  BOOST_TEST(clerk.post("/applicants", asked("红星家具厂", "{}", "true")).status == 201);
}

BOOST_AUTO_TEST_CASE(a_company_is_searched_for_as_its_name_is_compared) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  help(clerk, helpedBody("红星（赣州） ACME 家具厂", "{}"));
  for (const char* typed : {"%E7%BA%A2%E6%98%9F%E8%B5%A3%E5%B7%9E", "acme%20%E5%AE%B6",
                            "%E6%98%9F%28%E8%B5%A3%E5%B7%9E%29", "%E2%80%8Bacme"}) {
    const json::Value found = bodyOf(clerk.get(std::string("/applicants?q=") + typed));
    BOOST_TEST(found.find("applicants")->elements.size() == 1U, typed);
  }
}

BOOST_AUTO_TEST_CASE(only_the_answer_to_adding_has_the_count) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const std::string path = help(clerk);
  BOOST_TEST(bodyOf(clerk.get(path)).find("same_name") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
