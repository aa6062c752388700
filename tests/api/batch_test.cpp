#include <sstream>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "live/live_service.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using live::LiveService;
using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;

constexpr const char* kPath = "/api/v1/match/batch";
constexpr const char* kLines = "application/x-ndjson";
constexpr const char* kFirm =
    R"({"id":"A-1","profile":{"district":"360702","quality_awards":["china_quality_award"]}})";

std::vector<json::Value> linesOf(const http::test::Reply& reply) {
  BOOST_TEST_REQUIRE(reply.status == 200, reply.text);
  BOOST_TEST(reply.header("Content-Type") == kLines);
  std::vector<json::Value> lines;
  std::istringstream stream(reply.body);
  for (std::string line; std::getline(stream, line);) lines.push_back(parse(line));
  return lines;
}

std::string codeOf(const http::test::Reply& reply) {
  BOOST_TEST(reply.status == 400, reply.text);
  return reply.status == 400 ? textAt(parse(reply.body), "/issues/0/code") : reply.text;
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(BatchEndpoint)

BOOST_AUTO_TEST_CASE(a_list_and_lines_are_answered_alike) {
  const LiveService service;
  const auto list = linesOf(service.post(kPath, "[" + std::string(kFirm) + ",{\"profile\":{}}]"));
  const auto lines =
      linesOf(service.post(kPath, std::string(kFirm) + "\r\n{\"profile\":{}}", kLines));
  for (const auto& answers : {list, lines}) {
    BOOST_REQUIRE(answers.size() == 3U);
    BOOST_TEST(textAt(answers[0], "/line") == "1");
    BOOST_TEST(textAt(answers[0], "/id") == "A-1");
    BOOST_TEST(answers[0].find("verdicts")->find("11.1.1a")->text == "eligible");
    BOOST_TEST(answers[1].find("id") == nullptr);
    BOOST_TEST(answers[2].find("done")->boolean);
    BOOST_TEST(textAt(answers[2], "/lines") == "2");
    BOOST_TEST(textAt(answers[2], "/refused") == "0");
  }
}

BOOST_AUTO_TEST_CASE(verdicts_are_those_of_a_match) {
  const LiveService service;
  const auto answers = linesOf(
      service.post(std::string(kPath) + "?as_of=2026-11-25&only=eligible,conditional,undetermined,"
                                        "not_eligible,not_applicable,not_in_force",
                   "[" + std::string(kFirm) + "]"));
  const json::Value one =
      parse(service
                .post("/api/v1/match",
                      R"({"detail":"verdicts","as_of":"2026-11-25","profile":{"district":"360702",)"
                      R"("quality_awards":["china_quality_award"]}})")
                .body);
  const auto& expected = at(one, "/verdicts").members;
  const json::Value& found = at(answers[0], "/verdicts");
  BOOST_TEST(found.members.size() == expected.size());
  for (const json::Member& member : expected) {
    BOOST_TEST(found.find(member.key)->text == member.value.text, member.key);
  }
}

BOOST_AUTO_TEST_CASE(a_fault_is_told_in_the_place_of_its_company) {
  const LiveService service;
  const auto answers = linesOf(service.post(
      kPath,
      "\n" + std::string(kFirm) + "\n{\"id\":7,\"profile\":{\"employes\":1,\"x\":2}}\n" +
          "{\"id\":1}\n" + "\xFF\n" + "{\"profile\":{\"company_name\":\"" +
          std::string(64 * 1024, 'x') + "\"}}\n" + "[]\n",
      kLines));
  BOOST_REQUIRE(answers.size() == 7U);
  BOOST_TEST(textAt(answers[0], "/line") == "2");
  BOOST_TEST(textAt(answers[1], "/line") == "3");
  BOOST_TEST(textAt(answers[1], "/id") == "7");
  BOOST_TEST(textAt(answers[1], "/error/code") == "unknown_fact");
  BOOST_TEST(textAt(answers[1], "/error/pointer") == "/profile/employes");
  BOOST_TEST(textAt(answers[1], "/error/instead/0") == "employees");
  BOOST_TEST(textAt(answers[1], "/more_errors") == "1");
  BOOST_TEST(textAt(answers[2], "/error/code") == "missing_field");
  BOOST_TEST(textAt(answers[3], "/error/code") == "invalid_utf8");
  BOOST_TEST(textAt(answers[4], "/error/code") == "too_large");
  BOOST_TEST(textAt(answers[5], "/error/code") == "wrong_type");
  BOOST_TEST(textAt(answers[6], "/refused") == "5");
}

BOOST_AUTO_TEST_CASE(a_thousand_companies_are_answered_and_one_more_is_refused) {
  const LiveService service;
  const std::string line = "{\"profile\":{}}\n";
  BOOST_TEST(linesOf(service.post(kPath, repeated(line, 999), kLines)).size() == 1000U);
  BOOST_TEST(linesOf(service.post(kPath, repeated(line, 1000), kLines)).size() == 1001U);
  BOOST_TEST(codeOf(service.post(kPath, repeated(line, 1001), kLines)) == "too_many_lines");
  const std::string rest = ",{\"profile\":{}}";
  BOOST_TEST(linesOf(service.post(kPath, "[{\"profile\":{}}" + repeated(rest, 999) + "]")).size() ==
             1001U);
  BOOST_TEST(codeOf(service.post(kPath, "[{\"profile\":{}}" + repeated(rest, 1000) + "]")) ==
             "too_many_lines");
}

BOOST_AUTO_TEST_CASE(a_body_of_four_mebibytes_is_read_and_a_longer_one_refused) {
  const LiveService service;
  constexpr std::size_t kMost = std::size_t{4} * 1024 * 1024;
  BOOST_TEST(linesOf(service.post(kPath, std::string(kMost, '\n'), kLines)).size() == 1U);
  BOOST_TEST(service.post(kPath, std::string(kMost + 1, '\n'), kLines).status == 413);
}

BOOST_AUTO_TEST_CASE(an_empty_batch_is_done_at_once) {
  const LiveService service;
  BOOST_TEST(service.post(kPath, "[]").body == "{\"done\":true,\"lines\":0,\"refused\":0}\n");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_the_whole_is_refused) {
  const LiveService service;
  BOOST_TEST(codeOf(service.post(kPath, "{}")) == "wrong_type");
  BOOST_TEST(codeOf(service.post(kPath, "[")) == "syntax");
  const std::string many = repeated("0,", 200'001) + "0";
  BOOST_TEST(codeOf(service.post(kPath, "[[" + many + "]]")) == "too_many_values");
  BOOST_TEST(codeOf(service.post(std::string(kPath) + "?only=eligable", "[]")) ==
             "unknown_verdict");
  BOOST_TEST(codeOf(service.post(std::string(kPath) + "?measures=7.1x", "[]")) ==
             "unknown_measure");
  BOOST_TEST(codeOf(service.post(std::string(kPath) + "?as_of=today", "[]")) == "wrong_value");
  BOOST_TEST(codeOf(service.post(std::string(kPath) + "?x=1", "[]")) == "unknown_parameter");
  BOOST_TEST(codeOf(service.post(std::string(kPath) + "?catalogue=sha256:0", "[]")) ==
             "unknown_catalogue");
  for (const char* type :
       {"text/csv", "application/x-ndjson; charset=gbk", "", "application/xml"}) {
    BOOST_TEST(service.post(kPath, "[]", type).status == 415, type);
  }
  BOOST_TEST(service.post(kPath, "[]", kLines, "Content-Encoding: gzip\r\n").status == 415);
}

BOOST_AUTO_TEST_CASE(measures_and_verdicts_can_be_chosen) {
  const LiveService service;
  const auto answers = linesOf(service.post(
      std::string(kPath) + "?measures=7.1,11.1.1a&only=eligible", "[" + std::string(kFirm) + "]"));
  BOOST_REQUIRE(at(answers[0], "/verdicts").members.size() == 1U);
  BOOST_TEST(at(answers[0], "/verdicts").members[0].key == "11.1.1a");
}

// 5 points, and one for every 2 KiB of the body.
BOOST_AUTO_TEST_CASE(a_long_body_costs_more_points) {
  const LiveService service(CallLimits{.anonymous = 1000, .key = 0});
  const auto left = [&](std::size_t bytes) {
    const auto reply =
        service.post(kPath, std::string(bytes, '\n'), kLines, live::from("192.0.2.1"));
    const std::string limit = reply.header("RateLimit");
    return std::stoi(limit.substr(limit.find("r=") + 2));
  };
  BOOST_TEST(left(2047) == 995);
  BOOST_TEST(left(2048) == 989);
  BOOST_TEST(left(4096) == 982);
}

BOOST_AUTO_TEST_CASE(batches_are_counted_with_all_verdicts_on_the_measures_asked_for) {
  const LiveService service;
  service.post(std::string(kPath) + "?only=conditional&measures=11.1.1a",
               "[" + std::string(kFirm) + ",{\"profile\":{\"employees\":\"x\"}}]");
  const std::string metrics = service.get("/metrics").body;
  const auto has = [&](const std::string& line) {
    BOOST_TEST(metrics.find("\n" + line + "\n") != std::string::npos, line);
  };
  has("policycalc_batches_total 1");
  has(R"(policycalc_batch_companies_total{result="answered"} 1)");
  has(R"(policycalc_batch_companies_total{result="refused"} 1)");
  has(R"(policycalc_batch_verdicts_total{verdict="eligible"} 1)");
  has(R"(policycalc_batch_verdicts_total{verdict="not_applicable"} 0)");
  BOOST_TEST(metrics.find("\npolicycalc_batch_seconds_total 0.000000\n") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
