#include "architecture/status_numbers.h"

#include <boost/test/unit_test.hpp>

#include "architecture/project_sources.h"

namespace policycalc::test {

BOOST_AUTO_TEST_SUITE(StatusNumbers)

BOOST_AUTO_TEST_CASE(a_planted_status_is_found_with_its_line) {
  const auto found = statusNumbers("src/desk/a.cpp",
                                   "// 404 is only a comment\n"
                                   "const char* text = \"409 \\\" 409\";  // 409\n"
                                   "return refusal(request, 409, \"taken\");\n"
                                   "constexpr int kNoCode = 401;\n"
                                   "int status = 500;\n");
  BOOST_REQUIRE(found.size() == 3U);
  BOOST_TEST(found[0] == "src/desk/a.cpp:3: 409");
  BOOST_TEST(found[1] == "src/desk/a.cpp:4: 401");
  BOOST_TEST(found[2] == "src/desk/a.cpp:5: 500");
}

BOOST_AUTO_TEST_CASE(every_module_that_answers_requests_is_searched) {
  for (const char* path :
       {"src/http/router.cpp", "src/web/refusals.cpp", "src/api/qr/a.cpp", "src/desk/door/a.cpp",
        "src/app/serve.cpp", "include/policycalc/web/contract/operation.h"}) {
    BOOST_TEST(statusNumbers(path, "f(503);").size() == 1U, path);
  }
}

BOOST_AUTO_TEST_CASE(limits_and_other_numbers_are_allowed) {
  for (const char* line : {"constexpr std::size_t kMostReason = 500;", "Rate kOfAll{500, second};",
                           "Response::json(body, 201);", "x = 399;", "x = 418;", "x = 432;",
                           "x = 506;", "x = 4000;", "x = 1404;", "x = k404;"}) {
    BOOST_TEST(statusNumbers("src/desk/a.cpp", line).empty(), line);
  }
  BOOST_TEST(statusNumbers("src/catalogue/a.cpp", "f(400);").empty());
}

BOOST_AUTO_TEST_CASE(only_the_mapping_names_a_status) {
  std::string all;
  for (const auto& [path, text] : projectSources()) {
    for (const std::string& found : statusNumbers(path, text)) all += found + "\n";
  }
  BOOST_TEST(all == "");
  BOOST_TEST(projectSources().contains("src/http/failure.cpp"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
