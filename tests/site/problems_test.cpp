// The pages of the codes that the API refuses with.
#include <boost/test/unit_test.hpp>

#include "policycalc/http/failure.h"
#include "policycalc/http/problem.h"
#include "policycalc/http/problem_codes.h"
#include "policycalc/web/contract/issue_codes.h"

#include "site/served.h"

namespace policycalc::site::test {

BOOST_AUTO_TEST_SUITE(ProblemPages)

BOOST_AUTO_TEST_CASE(every_code_has_a_page_with_cause_and_cure_in_both_languages) {
  const Served served;
  const std::string list = served.body("/problems");
  for (const http::ProblemCode& code : http::problemCodes()) {
    BOOST_TEST(countIn(list, "href=\"/problems/" + code.code + "\"") == 1U, code.code);
    for (const http::InBoth& text : {code.title, code.cause, code.cure}) {
      BOOST_TEST((!text.zh.empty() && !text.en.empty()), code.code);
    }
    const std::string page = served.body("/problems/" + code.code);
    BOOST_TEST(holds(page, "<code>" + code.code + "</code>"));
    BOOST_TEST(countIn(page, "<h1>") == 1U);
  }
}

BOOST_AUTO_TEST_CASE(every_failure_and_every_public_issue_has_an_entry) {
  for (int i = 0; i <= static_cast<int>(http::Failure::kInternal); ++i) {
    const http::Problem problem = http::problemOf(static_cast<http::Failure>(i));
    BOOST_TEST(http::findProblemCode(problem.code) != nullptr, problem.code);
  }
  for (const std::string_view code : web::kCommonIssueCodes) {
    BOOST_TEST(http::findProblemCode(code) != nullptr, code);
  }
  for (const std::string_view code : web::kFeedbackIssueCodes) {
    BOOST_TEST(http::findProblemCode(code) != nullptr, code);
  }
}

BOOST_AUTO_TEST_CASE(an_unknown_code_gets_the_page_of_unknown_addresses) {
  const Served served;
  BOOST_TEST(served.get("/problems/no_such_code").status == 404);
  BOOST_TEST(served.get("/problems/<script>").status == 404);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::site::test
