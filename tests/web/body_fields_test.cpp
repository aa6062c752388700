#include "policycalc/web/body_fields.h"

#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/http/message.h"
#include "policycalc/web/query.h"

namespace policycalc::web {
namespace {

std::string listOf(int values) {
  std::string text = "[0";
  for (int i = 1; i < values; ++i) text += ",0";
  return text + "]";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(BodyFieldsTest)

BOOST_AUTO_TEST_CASE(a_body_holds_at_most_ten_thousand_values) {
  BOOST_TEST(readBody(listOf(9'999)).ok());  // with the list itself
  const auto refused = readBody(listOf(10'000));
  BOOST_REQUIRE(!refused.ok());
  BOOST_TEST(refused.error().size() == 1U);
  BOOST_TEST(refused.error().front().code == "too_many_values");
}

BOOST_AUTO_TEST_CASE(unknown_fields_are_listed_up_to_a_hundred) {
  std::string text = "{\"k\":0";
  for (int i = 1; i < 250; ++i) text += ",\"k" + std::to_string(i) + "\":0";
  const auto document = readBody(text + "}");
  BOOST_REQUIRE(document.ok());
  const base::Issues issues = BodyFields(*document).issues();
  BOOST_TEST(issues.size() == 100U);
  BOOST_TEST(issues.omitted() == 150U);
}

BOOST_AUTO_TEST_CASE(issues_found_elsewhere_count_against_the_same_hundred) {
  const auto document = readBody("{\"a\":0,\"b\":0}");
  BOOST_REQUIRE(document.ok());
  BodyFields fields(*document);
  base::Issues more;
  for (int i = 0; i < 120; ++i) more.addUpTo(base::kMostIssues, base::Issue());
  fields.add(more);
  const base::Issues issues = fields.issues();
  BOOST_TEST(issues.size() == 100U);
  BOOST_TEST(issues.omitted() == 22U);
}

BOOST_AUTO_TEST_CASE(unknown_parameters_are_listed_up_to_a_hundred) {
  http::Request request;
  request.query.resize(3000, {"k", ""});
  const base::Issues issues = Query(request).issues();
  BOOST_TEST(issues.size() == 100U);
  BOOST_TEST(issues.omitted() == 2900U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::web
