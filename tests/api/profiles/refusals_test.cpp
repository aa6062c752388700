#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "live/saving.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;

struct Bad {
  std::string name;
  std::string body;
  std::string pointer;
  std::string code;
};

std::ostream& operator<<(std::ostream& out, const Bad& bad) {
  return out << bad.name;
}

/// A good body of either kind, with `more` behind it.
std::string with(std::string_view more) {
  return R"({"profile":{},)" + std::string(more) + "}";
}

/// What both kinds refuse; `%` stands for the members that the kind needs.
std::vector<Bad> badAnswers() {
  return {
      {"empty", "", "", "syntax"},
      {"list", "[]", "", "wrong_type"},
      {"null", "null", "", "wrong_type"},
      {"profile_is_null", R"({"profile":null,%})", "/profile", "wrong_type"},
      {"unknown_fact", R"({"profile":{"shoe_size":43},%})", "/profile/shoe_size", "unknown_fact"},
      {"negative", R"({"profile":{"employees":-1},%})", "/profile/employees", "negative"},
      {"no_profile", R"({%})", "/profile", "missing_field"},
      {"long_name", R"({"profile":{"company_name":")" + std::string(201, 'x') + R"("},%})",
       "/profile/company_name", "too_long"},
      {"unknown_field", R"({"profile":{},%,"code":"x"})", "/code", "unknown_field"},
      {"repeated_key", R"({"profile":{},"profile":{},%})", "/profile", "duplicate_key"},
      {"day_is_a_number", R"({"profile":{},%,"as_of":20261125})", "/as_of", "wrong_type"},
      {"no_such_day", R"({"profile":{},%,"as_of":"2026-02-30"})", "/as_of", "wrong_date"},
      {"needs_are_a_text", R"({"profile":{},%,"needs":"award"})", "/needs", "wrong_type"},
      {"need_is_a_number", R"({"profile":{},%,"needs":["award",7]})", "/needs/1", "wrong_type"},
      {"unknown_need", R"({"profile":{},%,"needs":["money"]})", "/needs/0", "unknown_need"},
      {"repeated_need", R"({"profile":{},%,"needs":["award","award"]})", "/needs/1",
       "duplicate_need"},
      {"consent_is_true", R"({"profile":{},%,"consent":true})", "/consent", "wrong_type"},
      {"consent_to_nothing_known", R"({"profile":{},%,"consent":{"sell":true}})", "/consent/sell",
       "unknown_field"},
      {"consent_is_a_word", R"({"profile":{},%,"consent":{"help":"yes"}})", "/consent/help",
       "wrong_type"},
      {"consent_is_null", R"({"profile":{},%,"consent":{"notify":null}})", "/consent/notify",
       "wrong_type"},
  };
}

std::vector<Bad> badOfKind(const std::string& members) {
  std::vector<Bad> all = badAnswers();
  for (Bad& bad : all) {
    const auto place = bad.body.find('%');
    if (place != std::string::npos) bad.body.replace(place, 1, members);
  }
  return all;
}

std::vector<Bad> badNew() {
  std::vector<Bad> all = badOfKind(R"("expires_in_days":30)");
  for (const std::string days : {"0", "1", "-30", "29", "31", "89", "91", "364", "366", "30.0",
                                 "3e1", "99999999999999999999"}) {
    all.push_back(
        {"days_" + days, with("\"expires_in_days\":" + days), "/expires_in_days", "wrong_value"});
  }
  all.push_back({"no_days", R"({"profile":{}})", "/expires_in_days", "missing_field"});
  all.push_back({"days_null", with(R"("expires_in_days":null)"), "/expires_in_days", "wrong_type"});
  all.push_back({"days_text", with(R"("expires_in_days":"30")"), "/expires_in_days", "wrong_type"});
  all.push_back({"revision_of_a_new_one", with(R"("expires_in_days":30,"revision":1)"), "/revision",
                 "unknown_field"});
  return all;
}

std::vector<Bad> badChange() {
  std::vector<Bad> all = badOfKind(R"("revision":1)");
  for (const std::string revision :
       {"0", "-1", "1.5", "1e0", "1.0", "1000000000001", "99999999999999999999"}) {
    all.push_back(
        {"revision_" + revision, with("\"revision\":" + revision), "/revision", "wrong_value"});
  }
  all.push_back({"no_revision", R"({"profile":{}})", "/revision", "missing_field"});
  all.push_back({"revision_null", with(R"("revision":null)"), "/revision", "wrong_type"});
  all.push_back({"revision_text", with(R"("revision":"1")"), "/revision", "wrong_type"});
  all.push_back(
      {"days", with(R"("revision":1,"expires_in_days":31)"), "/expires_in_days", "wrong_value"});
  return all;
}

void checkRefusal(const http::test::Reply& reply, const Bad& bad) {
  BOOST_TEST(reply.status == 400, reply.text);
  BOOST_TEST(reply.header("Content-Type") == "application/problem+json");
  const json::Value problem = parse(reply.body);
  BOOST_TEST(at(problem, "/issues").elements.size() == 1U, reply.body);
  BOOST_TEST(textAt(problem, "/issues/0/pointer") == bad.pointer);
  BOOST_TEST(textAt(problem, "/issues/0/code") == bad.code);
  BOOST_TEST(!textAt(problem, "/issues/0/message").empty());
}

/// One service and one saved profile for all rows of a suite: a refusal leaves nothing behind.
struct Shared {
  live::LiveService service;
  std::string code = live::save(service);

  static Shared& one() {
    static Shared shared;
    return shared;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(ProfileRefusals)

BOOST_DATA_TEST_CASE(a_bad_new_body_is_refused_with_its_place, badNew(), bad) {
  checkRefusal(Shared::one().service.post("/api/v1/profiles", bad.body), bad);
}

BOOST_DATA_TEST_CASE(a_bad_change_is_refused_and_changes_nothing, badChange(), bad) {
  const Shared& shared = Shared::one();
  checkRefusal(shared.service.put(live::kMine, bad.body, live::bearer(shared.code)), bad);
  const auto shown = parse(shared.service.get(live::kMine, live::bearer(shared.code)).body);
  BOOST_TEST(textAt(shown, "/revision") == "1");
}

BOOST_AUTO_TEST_CASE(all_faults_are_named_at_once) {
  const live::LiveService service;
  const auto reply = service.post(
      "/api/v1/profiles",
      R"({"profile":{"employees":-1,"x":1},"as_of":1,"needs":["x","y"],"consent":{"a":1,"b":2}})");
  BOOST_TEST(at(parse(reply.body), "/issues").elements.size() == 8U, reply.body);
}

BOOST_AUTO_TEST_CASE(hostile_text_is_kept_as_it_is_or_refused_by_name) {
  const live::LiveService service;
  const std::string script = "<script>alert(1)</script>🎉";
  const std::string code = live::save(service, live::savedBody(script));
  const auto shown = parse(service.get(live::kMine, live::bearer(code)).body);
  BOOST_TEST(textAt(shown, "/profile/company_name") == script);
  const auto nul = service.post("/api/v1/profiles", live::savedBody("a\\u0000b"));
  BOOST_TEST(nul.status == 400);
  BOOST_TEST(textAt(parse(nul.body), "/issues/0/pointer") == "/profile/company_name");
  BOOST_TEST(service.post("/api/v1/profiles", live::savedBody(std::string(10'000, 'a'))).status ==
             400);
  BOOST_TEST(service.post("/api/v1/profiles", std::string(64 * 1024 + 1, ' ')).status == 413);
  BOOST_TEST(service.post("/api/v1/profiles", live::savedBody(), "text/plain").status == 415);
}

BOOST_AUTO_TEST_CASE(a_code_in_the_query_is_ignored) {
  const live::LiveService service;
  const std::string code = live::save(service);
  BOOST_TEST(service.get("/api/v1/profiles/mine?code=" + code).status == 400);
  BOOST_TEST(service.get("/api/v1/profiles/" + code).status == 404);
}

BOOST_AUTO_TEST_CASE(without_a_code_the_answer_asks_for_one) {
  const live::LiveService service;
  for (const std::string header : {"", "Authorization: Basic YTpi\r\n", "Authorization: \r\n",
                                   "Authorization: Bear\r\n", "Authorization: BearerX\r\n"}) {
    for (const char* method : {"GET", "DELETE"}) {
      const auto reply = service.send(method, live::kMine, header);
      BOOST_TEST(reply.status == 401, header);
      BOOST_TEST(reply.header("WWW-Authenticate") == "Bearer");
      BOOST_TEST(reply.header("Cache-Control") == "no-store");
    }
    BOOST_TEST(service.put(live::kMine, live::changedBody(1, "甲"), header).status == 401, header);
  }
}

BOOST_AUTO_TEST_CASE(other_methods_are_refused_with_those_there_are) {
  const live::LiveService service;
  struct Place {
    const char* path;
    const char* method;
    const char* allow;
  };
  for (const Place& place :
       {Place{"/api/v1/profiles", "GET", "OPTIONS, POST"},
        Place{"/api/v1/profiles", "DELETE", "OPTIONS, POST"},
        Place{"/api/v1/profiles/mine", "PATCH", "DELETE, GET, HEAD, OPTIONS, PUT"},
        Place{"/api/v1/profiles/terms", "DELETE", "GET, HEAD, OPTIONS"}}) {
    const auto reply = service.send(place.method, place.path, "Content-Length: 0\r\n");
    BOOST_TEST(reply.status == 405, place.path);
    BOOST_TEST(reply.header("Allow") == place.allow);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
