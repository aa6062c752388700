#include "policycalc/http/problem.h"

#include <algorithm>
#include <string>
#include <utility>

#include <boost/test/unit_test.hpp>

#include "policycalc/json/reader.h"

namespace http = policycalc::http;
namespace json = policycalc::json;

namespace {

json::Value bodyOf(const http::Response& response) {
  auto value = json::read(*response.body);
  BOOST_REQUIRE(value.ok());
  return std::move(value).value();
}

policycalc::base::Issue issueAt(std::string pointer, std::string message = {}) {
  policycalc::base::Issue issue;
  issue.code = "c";
  issue.pointer = std::move(pointer);
  issue.message = std::move(message);
  return issue;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ProblemTest)

BOOST_AUTO_TEST_CASE(all_keys_are_there_with_the_usual_texts) {
  http::Problem bare;
  bare.status = 404;
  const http::Response response = http::problemResponse(bare, "id-1");
  const json::Value body = bodyOf(response);
  BOOST_TEST(response.status == 404);
  BOOST_TEST(response.headers.at("content-type") == "application/problem+json");
  BOOST_TEST(body.members.size() == 7U);
  BOOST_TEST(body.find("type")->text == "about:blank");
  BOOST_TEST(body.find("title")->text == "未找到");
  BOOST_TEST(body.find("status")->text == "404");
  BOOST_TEST(!body.find("detail")->text.empty());
  BOOST_TEST(body.find("request_id")->text == "id-1");
  BOOST_TEST(body.find("issues")->elements.empty());
}

BOOST_AUTO_TEST_CASE(issues_show_pointer_code_message_and_names_only) {
  http::Problem problem = http::makeProblem(400, "two are wrong");
  problem.issues = {{.code = "unknown_fact",
                     .file = "secret.json",
                     .pointer = "/profile/x",
                     .line = 3,
                     .message = "no fact `\"x\"`",
                     .instead = {"y", "\"z\""}}};
  const json::Value body = bodyOf(http::problemResponse(problem, "id-1"));
  const json::Value* issues = body.find("issues");
  BOOST_REQUIRE_EQUAL(issues->elements.size(), 1U);
  const json::Value& issue = issues->elements.front();
  BOOST_TEST(issue.members.size() == 5U);
  BOOST_TEST(issue.find("pointer")->text == "/profile/x");
  BOOST_TEST(issue.find("code")->text == "unknown_fact");
  BOOST_TEST(issue.find("message")->text == "没有这个事实，可以改用：y、\"z\"");
  BOOST_TEST(issue.find("message_en")->text == "no fact `\"x\"`");
  BOOST_REQUIRE_EQUAL(issue.find("instead")->elements.size(), 2U);
  BOOST_TEST(issue.find("instead")->elements.back().text == "\"z\"");
  BOOST_TEST(body.find("detail")->text == "two are wrong");
}

BOOST_AUTO_TEST_CASE(at_most_a_hundred_issues_are_listed_and_the_rest_is_counted) {
  for (const std::size_t found : {99U, 100U, 101U, 5000U}) {
    http::Problem problem = http::makeProblem(400);
    for (std::size_t i = 0; i < found; ++i) {
      problem.issues.push_back(issueAt("/" + std::to_string(i)));
    }
    const json::Value body = bodyOf(http::problemResponse(problem, "id-1"));
    BOOST_TEST(body.find("issues")->elements.size() == std::min<std::size_t>(found, 100));
    const json::Value* omitted = body.find("issues_omitted");
    BOOST_TEST((omitted == nullptr) == (found <= 100));
    if (omitted != nullptr) BOOST_TEST(omitted->text == std::to_string(found - 100));
  }
}

BOOST_AUTO_TEST_CASE(what_the_reader_only_counted_is_in_the_answer) {
  http::Problem problem = http::makeProblem(400);
  problem.issues.push_back(issueAt("/a"));
  problem.issues.countOmitted(7);
  const json::Value body = bodyOf(http::problemResponse(problem, "id-1"));
  BOOST_TEST(body.find("issues_omitted")->text == "7");
}

BOOST_AUTO_TEST_CASE(an_error_answer_stays_below_32_kib_whatever_the_issues_hold) {
  const std::string control(70'000, '\x01');  // six bytes each as JSON
  const std::string wide = [] {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "企";
    return text;
  }();
  for (const std::string& text : {control, wide, "/" + control, "/a/" + wide}) {
    http::Problem problem = http::makeProblem(400);
    for (int i = 0; i < 100; ++i) {
      problem.issues.push_back(issueAt(text, text));
    }
    const http::Response response = http::problemResponse(problem, "id-1");
    BOOST_TEST(response.body->size() < 32U * 1024);
    const json::Value body = bodyOf(response);  // whole characters: the reader is strict
    const std::size_t listed = body.find("issues")->elements.size();
    BOOST_TEST(listed >= 1U);
    BOOST_TEST(body.find("issues_omitted")->text == std::to_string(100 - listed));
  }
}

BOOST_AUTO_TEST_CASE(a_long_pointer_names_the_place_around_it) {
  http::Problem problem = http::makeProblem(400);
  problem.issues.push_back(issueAt("/profile/" + std::string(2000, 'k')));
  const json::Value body = bodyOf(http::problemResponse(problem, "id-1"));
  BOOST_TEST(body.find("issues")->elements.front().find("pointer")->text == "/profile");
}

BOOST_AUTO_TEST_CASE(every_refusal_has_a_title_and_a_detail) {
  for (const int status : {400, 404, 405, 408, 411, 413, 414, 415, 417, 431, 500, 501, 503, 505}) {
    const http::Problem problem = http::makeProblem(status);
    BOOST_TEST(!problem.title.empty(), status);
    BOOST_TEST(!problem.detail.empty(), status);
  }
  BOOST_TEST(http::makeProblem(499).title == http::makeProblem(400).title);
  BOOST_TEST(http::makeProblem(599).title == http::makeProblem(500).title);
}

BOOST_AUTO_TEST_SUITE_END()
