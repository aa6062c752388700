// A second applicant with the same name is stored, and the window hears of the first.
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

const std::vector<Pair> kPairs = {
    {"neither_has_a_code", "红星家具厂", kWithout, "红星家具厂", kWithout, "1"},
    {"the_first_has_a_code", "红星家具厂", kWithCode, "红星家具厂", kWithout, "1"},
    {"the_second_has_a_code", "红星家具厂", kWithout, "红星家具厂", kWithCode, "1"},
    {"two_codes_tell_them_apart", "红星家具厂", kWithCode, "红星家具厂", kWithOtherCode, "0"},
    {"other_name", "红星家具厂", kWithout, "红星家具公司", kWithout, "0"},
    {"a_part_of_the_name", "红星家具厂", kWithout, "红星家具", kWithout, "0"},
    {"other_brackets", "红星（赣州）公司", kWithout, "红星(赣州)公司", kWithout, "1"},
    {"other_blanks_and_case", "ACME Foods", kWithout, "acme foods", kWithout, "1"},
    {"blank_inside", "红星 家具厂", kWithout, "红星家具厂", kWithout, "1"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskSameName)

BOOST_DATA_TEST_CASE(the_second_is_kept_and_counted, kPairs, pair) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const Reply first = clerk.post("/applicants", helpedBody(pair.first, pair.first_profile));
  BOOST_TEST_REQUIRE(first.status == 201, first.text);
  BOOST_TEST(textAt(bodyOf(first), "/same_name") == "0");
  const Reply second = clerk.post("/applicants", helpedBody(pair.second, pair.second_profile));
  BOOST_TEST_REQUIRE(second.status == 201, second.text);
  BOOST_TEST(textAt(bodyOf(second), "/same_name") == pair.told);
  BOOST_TEST(textAt(bodyOf(second), "/id") == "2");
}

BOOST_AUTO_TEST_CASE(all_of_the_county_are_counted_and_of_no_other) {
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
}

BOOST_AUTO_TEST_CASE(applicants_with_an_expired_authorisation_do_not_count) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const std::string path = help(clerk, helpedBody("红星家具厂", "{}"));
  BOOST_TEST(clerk.del(path + "/authorisation").status == 200);
  const Reply again = clerk.post("/applicants", helpedBody("红星家具厂", "{}"));
  BOOST_TEST(textAt(bodyOf(again), "/same_name") == "0");
}

BOOST_AUTO_TEST_CASE(only_the_answer_to_adding_has_the_count) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const std::string path = help(clerk);
  BOOST_TEST(bodyOf(clerk.get(path)).find("same_name") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
