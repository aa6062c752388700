#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "live/live_service.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;

struct BadBody {
  std::string name;
  std::string body;
  std::string pointer;
  std::string code;
};

std::ostream& operator<<(std::ostream& out, const BadBody& bad) {
  return out << bad.name;
}

std::string nested(std::size_t depth) {
  std::string text(depth, '[');
  text.append(depth, ']');
  return text;
}

std::string withCompanyName(const std::string& name) {
  std::string body = R"({"profile":{"company_name":")";
  body.append(name).append(R"("}})");
  return body;
}

std::vector<BadBody> badBodies() {
  return {
      {"empty", "", "", "syntax"},
      {"no_json", "profile", "", "syntax"},
      {"cut_off", R"({"profile":{"employees":)", "/profile/employees", "syntax"},
      {"not_a_number", R"({"profile":{"employees":NaN}})", "/profile/employees", "syntax"},
      {"trailing_text", R"({"profile":{}} x)", "", "trailing_text"},
      {"nul_after", std::string("{\"profile\":{}}\0junk", 19), "", "trailing_text"},
      {"duplicate_key", R"({"profile":{"employees":1,"employees":2}})", "/profile/employees",
       "duplicate_key"},
      {"bad_utf8", "{\"profile\":{\"company_name\":\"\xff\"}}", "/profile/company_name",
       "invalid_utf8"},
      {"lone_high_surrogate", R"({"profile":{"company_name":"\ud800"}})", "/profile/company_name",
       "lone_surrogate"},
      {"lone_low_surrogate", R"({"profile":{"company_name":"\udc00"}})", "/profile/company_name",
       "lone_surrogate"},
      {"huge_number", R"({"profile":{"annual_revenue":1e999}})", "/profile/annual_revenue",
       "number_range"},
      {"beyond_int64", R"({"profile":{"annual_revenue":99999999999999999999}})",
       "/profile/annual_revenue", "out_of_range"},
      {"list", "[]", "", "wrong_type"},
      {"no_profile", "{}", "/profile", "missing_field"},
      {"profile_is_null", R"({"profile":null})", "/profile", "wrong_type"},
      {"unknown_field", R"({"profile":{},"extra":1})", "/extra", "unknown_field"},
      {"unknown_fact", R"({"profile":{"shoe_size":43}})", "/profile/shoe_size", "unknown_fact"},
      {"unknown_option", R"({"profile":{"district":"360799"}})", "/profile/district",
       "unknown_option"},
      {"repeated_option", R"({"profile":{"situations":["arrears","arrears"]}})",
       "/profile/situations/1", "duplicate_option"},
      {"wrong_type", R"({"profile":{"employees":"20"}})", "/profile/employees", "wrong_type"},
      {"negative", R"({"profile":{"employees":-1}})", "/profile/employees", "negative"},
      {"fraction_of_a_person", R"({"profile":{"employees":1.5}})", "/profile/employees",
       "too_many_decimals"},
      {"fraction_of_a_fen", R"({"profile":{"annual_revenue":"0.001"}})", "/profile/annual_revenue",
       "too_many_decimals"},
      {"over_100_percent", R"({"profile":{"bank_npl_ratio":100.0001}})", "/profile/bank_npl_ratio",
       "out_of_range"},
      {"wrong_date", R"({"profile":{},"as_of":"2026-02-30"})", "/as_of", "wrong_date"},
      {"empty_text", withCompanyName(""), "/profile/company_name", "empty_text"},
      {"verdict_twice", R"({"profile":{},"include":["eligible","eligible"]})", "/include/1",
       "duplicate_verdict"},
      {"wrong_verdict", R"({"profile":{},"include":["maybe"]})", "/include/0", "unknown_verdict"},
      {"passed_is_a_text", R"({"profile":{},"passed":"size"})", "/passed", "wrong_type"},
      {"passed_is_a_number", R"({"profile":{},"passed":["kind",7]})", "/passed/1", "wrong_type"},
      {"passed_unknown", R"({"profile":{},"passed":["shoes"]})", "/passed/0", "unknown_screen"},
      {"passed_nothing", R"({"profile":{},"passed":[""]})", "/passed/0", "unknown_screen"},
      {"passed_twice", R"({"profile":{},"passed":["size","size"]})", "/passed/1",
       "duplicate_screen"},
      {"detail_is_a_number", R"({"profile":{},"detail":1})", "/detail", "wrong_type"},
      {"detail_unknown", R"({"profile":{},"detail":"brief"})", "/detail", "wrong_value"},
      {"detail_is_empty", R"({"profile":{},"detail":""})", "/detail", "wrong_value"},
      {"language_is_a_list", R"({"profile":{},"lang":["zh"]})", "/lang", "wrong_type"},
      {"language_unknown", R"({"profile":{},"lang":"fr"})", "/lang", "wrong_value"},
      {"measures_is_a_text", R"({"profile":{},"measures":"11.1.1a"})", "/measures", "wrong_type"},
      {"measure_is_a_number", R"({"profile":{},"measures":[11.1]})", "/measures/0", "wrong_type"},
      {"internal_clause", R"({"profile":{},"measures":["11.2"]})", "/measures/0",
       "unknown_measure"},
      {"measure_twice", R"({"profile":{},"measures":["8.1.a","8.1.a"]})", "/measures/1",
       "duplicate_measure"},
      {"topics_is_an_object", R"({"profile":{},"topics":{}})", "/topics", "wrong_type"},
      {"topic_unknown", R"({"profile":{},"topics":["money"]})", "/topics/0", "unknown_need"},
      {"topic_twice", R"({"profile":{},"topics":["award","award"]})", "/topics/1",
       "duplicate_need"},
      {"unknown_catalogue", R"({"profile":{},"catalogue":"sha256:00"})", "/catalogue",
       "unknown_catalogue"},
      {"long_text", withCompanyName(std::string(201, 'x')), "/profile/company_name", "too_long"},
  };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(BadInput)

BOOST_DATA_TEST_CASE(each_kind_is_refused_with_its_place, badBodies(), bad) {
  const live::LiveService service;
  const auto reply = service.post("/api/v1/match", bad.body);
  BOOST_TEST(reply.status == 400, reply.text);
  BOOST_TEST(reply.header("Content-Type") == "application/problem+json");
  const json::Value problem = parse(reply.body);
  BOOST_TEST(textAt(problem, "/issues/0/code") == bad.code);
  BOOST_TEST(textAt(problem, "/issues/0/pointer") == bad.pointer);
  BOOST_TEST(!textAt(problem, "/issues/0/message").empty());
  BOOST_TEST(textAt(problem, "/status") == "400");
  BOOST_TEST(textAt(problem, "/request_id") == reply.header("X-Request-Id"));
  for (const char* key : {"type", "title", "detail"}) BOOST_TEST(problem.find(key) != nullptr, key);
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_refused_at_any_depth) {
  const live::LiveService service;
  for (const std::size_t depth : {33U, 1000U, 30000U}) {
    const auto reply = service.post("/api/v1/match", nested(depth));
    BOOST_TEST(reply.status == 400);
    BOOST_TEST(textAt(parse(reply.body), "/issues/0/code") == "too_deep");
  }
}

BOOST_AUTO_TEST_CASE(all_faults_are_named_at_once) {
  const live::LiveService service;
  const auto reply =
      service.post("/api/v1/match",
                   R"({"profile":{"employees":"x","nobody":1,"district":"moon"},"as_of":"never"})");
  BOOST_TEST(reply.status == 400);
  BOOST_TEST(at(parse(reply.body), "/issues").elements.size() == 4U);
}

BOOST_AUTO_TEST_CASE(a_body_full_of_faults_gets_a_short_answer) {
  const live::LiveService service;
  std::string awards = R"({"profile":{"quality_awards":["zz0")";
  std::string zeros = R"({"x":[0)";
  std::string facts = R"({"profile":{"zz0":0)";
  constexpr std::size_t kLimit = 64 * 1024;
  for (int i = 1; awards.size() < kLimit - 20; ++i) awards += ",\"zz" + std::to_string(i) + "\"";
  for (int i = 1; facts.size() < kLimit - 20; ++i) facts += ",\"zz" + std::to_string(i) + "\":0";
  while (zeros.size() < kLimit - 20) zeros += ",0";
  for (const std::string& body : {awards + "]}}", zeros + "]}", facts + "}}"}) {
    for (const char* path : {"/api/v1/match", "/api/v1/profiles"}) {
      const auto reply = service.post(path, body);
      BOOST_TEST(reply.status == 400);
      BOOST_TEST(reply.body.size() < 32U * 1024);
      BOOST_TEST(!at(parse(reply.body), "/issues").elements.empty());
    }
  }
  const auto reply = service.post("/api/v1/match", awards + "]}}");
  BOOST_TEST(at(parse(reply.body), "/issues").elements.size() <= 100U);
  BOOST_TEST(std::stoi(textAt(parse(reply.body), "/issues_omitted")) > 5000);
}

BOOST_AUTO_TEST_CASE(body_and_type_limits) {
  const live::LiveService service;
  BOOST_TEST(service.post("/api/v1/match", std::string(64 * 1024 + 1, ' ')).status == 413);
  BOOST_TEST(service.post("/api/v1/match", R"({"profile":{}})", "text/plain").status == 415);
  BOOST_TEST(http::test::exchange(service.port(),
                                  "POST /api/v1/match HTTP/1.1\r\nHost: t\r\n"
                                  "Content-Type: application/json\r\n\r\n")
                 .status == 411);
}

BOOST_AUTO_TEST_CASE(wrong_method_and_path) {
  const live::LiveService service;
  const auto reply = service.get("/api/v1/match");
  BOOST_TEST(reply.status == 405);
  BOOST_TEST(reply.header("Allow").find("POST") != std::string::npos);
  BOOST_TEST(service.get("/api/v1/nothing").status == 404);
  BOOST_TEST(service.get("/api/v1/measures/99").status == 404);
  BOOST_TEST(service.get("/api/v1/units/nobody").status == 404);
}

BOOST_AUTO_TEST_CASE(unknown_query_parameter_is_named) {
  const live::LiveService service;
  const auto reply = service.get("/api/v1/measures?itm=8");
  BOOST_TEST(reply.status == 400);
  BOOST_TEST(textAt(parse(reply.body), "/issues/0/code") == "unknown_parameter");
  BOOST_TEST(service.get("/api/v1/measures?item=x").status == 400);
  BOOST_TEST(service.get("/api/v1/documents?x=1").status == 400);
}

BOOST_AUTO_TEST_CASE(service_still_answers_after_all_of_it) {
  const live::LiveService service;
  for (const BadBody& bad : badBodies()) service.post("/api/v1/match", bad.body);
  BOOST_TEST(service.post("/api/v1/match", R"({"profile":{}})").status == 200);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
