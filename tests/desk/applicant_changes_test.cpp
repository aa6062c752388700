#include <algorithm>
#include <string>
#include <thread>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/audit.h"

#include "desk/helped.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using policycalc::test::textAt;

/// The mark, author and time of a fact: `verified li 2026-…`.
std::string originOf(const Reply& reply, const std::string& fact) {
  const json::Value body = bodyOf(reply);
  const json::Value* origin = at(body, "/provenance").find(fact);
  if (origin == nullptr) return "none";
  return textAt(*origin, "/by") + " " + textAt(*origin, "/staff/name") + " " +
         textAt(*origin, "/at").substr(11, 5);
}

std::string wordsOf(const json::Value& list) {
  std::string all;
  for (const json::Value& each : list.elements) all += (all.empty() ? "" : " ") + each.text;
  return all;
}

/// Two clerks of one county, and an applicant whom the first one added at 08:00.
struct TwoClerks {
  const live::LiveService service;
  Browser wang = signedInAt(service, "wang", "clerk", kZhanggong);
  Browser li = signedInAt(service, "li", "clerk", kZhanggong);
  const std::string path =
      help(wang, helpedBody("赣州甲食品有限公司",
                            R"({"district":"360702","employees":8,"annual_revenue":100.5})",
                            R"(["employees"])"));

  TwoClerks() { service.moveClock(std::chrono::minutes(5)); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskApplicantChanges)

BOOST_FIXTURE_TEST_CASE(unchanged_facts_keep_their_author_and_time, TwoClerks) {
  const Reply changed = li.put(
      path, changedApplicant(
                1, R"({"district":"360702","employees":9,"annual_revenue":100.50,"exporter":true})",
                R"(["employees","district"])"));
  BOOST_TEST(changed.status == 200);
  BOOST_TEST(textAt(bodyOf(changed), "/revision") == "2");
  // Another spelling of the same value is not a change.
  BOOST_TEST(originOf(changed, "annual_revenue") == "declared 工作人员wang 08:00");
  // Another value with the same mark, the same value with another mark, and a new one.
  BOOST_TEST(originOf(changed, "employees") == "verified 工作人员li 08:05");
  BOOST_TEST(originOf(changed, "district") == "verified 工作人员li 08:05");
  BOOST_TEST(originOf(changed, "exporter") == "declared 工作人员li 08:05");
  const Reply taken_back =
      wang.put(path, changedApplicant(2, R"({"district":"360702","exporter":null})"));
  BOOST_TEST(originOf(taken_back, "district") == "declared 工作人员wang 08:05");
  BOOST_TEST(originOf(taken_back, "employees") == "none");
  BOOST_TEST(originOf(taken_back, "exporter") == "none");
  BOOST_TEST(at(bodyOf(taken_back), "/profile").members.size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(a_body_cannot_set_a_provenance, TwoClerks) {
  std::string body = changedApplicant(1, "{}");
  body.insert(1, R"("provenance":{"employees":{"by":"verified","staff":1}},)");
  BOOST_TEST(refusalOf(li.put(path, body)) == "400 unknown_field /provenance");
  body = changedApplicant(1, "{}");
  body.insert(1, R"("county":"360703",)");
  BOOST_TEST(refusalOf(li.put(path, body)) == "400 unknown_field /county");
}

BOOST_FIXTURE_TEST_CASE(the_second_change_is_refused_with_the_author_and_fields_of_the_first,
                        TwoClerks) {
  BOOST_TEST(
      li.put(path, changedApplicant(1, R"({"district":"360702","employees":9})", "[]", "新名"))
          .status == 200);
  const Reply late = wang.put(path, changedApplicant(1, R"({"employees":7})"));
  BOOST_TEST(refusalOf(late) == "409 changed_elsewhere ");
  const json::Value body = bodyOf(late);
  BOOST_TEST(at(body, "/changes").elements.size() == 1U);
  BOOST_TEST(textAt(body, "/changes/0/who/name") == "工作人员li");
  BOOST_TEST(textAt(body, "/changes/0/at") == "2026-11-25T08:05:00Z");
  BOOST_TEST(wordsOf(at(body, "/changes/0/what")) == "name annual_revenue employees");
  BOOST_TEST(late.body.find("新名") == std::string::npos);
  const json::Value kept = bodyOf(wang.get(path));
  BOOST_TEST(textAt(kept, "/profile/employees") == "9");
  BOOST_TEST(textAt(kept, "/name") == "新名");
  for (const int revision : {3, 1'000'000'000}) {
    BOOST_TEST(wang.put(path, changedApplicant(revision, "{}")).status == 409, revision);
  }
}

BOOST_FIXTURE_TEST_CASE(viewing_and_renewing_do_not_count_as_changes, TwoClerks) {
  BOOST_TEST(li.get(path).status == 200);
  BOOST_TEST(li.get(path + "/match").status == 200);
  BOOST_TEST(li.put(path + "/authorisation", authorisation("screen")).status == 200);
  BOOST_TEST(wang.put(path, changedApplicant(1, R"({"employees":7})")).status == 200);
}

BOOST_FIXTURE_TEST_CASE(an_open_page_that_asks_by_head_does_not_look, TwoClerks) {
  const auto entries = [&] { return service.store().audit().list({}).size(); };
  const std::size_t before = entries();
  http::test::RawClient head(service.port());
  head.send("HEAD /api/v1/hall" + path + " HTTP/1.1\r\nHost: test\r\nCookie: " + li.cookie +
            "\r\n\r\n");
  BOOST_TEST(head.receive(true).status == 200);
  BOOST_TEST(entries() == before);
  BOOST_TEST(li.get(path).status == 200);
  BOOST_TEST(entries() == before + 1);
}

BOOST_FIXTURE_TEST_CASE(of_two_simultaneous_changes_one_is_refused, TwoClerks) {
  for (int revision = 1; revision <= 8; ++revision) {
    int second = 0;
    std::thread other([&] {
      second = li.put(path, changedApplicant(revision, R"({"employees":)" +
                                                           std::to_string(1'000 + revision) + "}"))
                   .status;
    });
    const int first =
        wang.put(path, changedApplicant(
                           revision, R"({"employees":)" + std::to_string(2'000 + revision) + "}"))
            .status;
    other.join();
    BOOST_TEST(std::min(first, second) == 200);
    BOOST_TEST(std::max(first, second) == 409);
    BOOST_TEST(textAt(bodyOf(wang.get(path)), "/revision") == std::to_string(revision + 1));
  }
}

BOOST_FIXTURE_TEST_CASE(of_two_simultaneous_changes_to_one_credit_code_one_is_refused, TwoClerks) {
  for (int round = 0; round < 8; ++round) {
    const std::string one = help(wang, helpedBody("甲", "{}"));
    const std::string two = help(wang, helpedBody("乙", "{}"));
    const std::string body =
        changedApplicant(1, R"({"credit_code":"91360702192203821)" + std::to_string(round) + "\"}");
    int second = 0;
    std::thread other([&] { second = li.put(two, body).status; });
    const int first = wang.put(one, body).status;
    other.join();
    BOOST_TEST(std::min(first, second) == 200);
    BOOST_TEST(std::max(first, second) == 409);
  }
}

BOOST_FIXTURE_TEST_CASE(saving_the_same_again_is_not_a_change, TwoClerks) {
  const std::string same = changedApplicant(
      1, R"({"annual_revenue":100.5,"employees":8,"district":"360702"})", R"(["employees"])");
  const Reply reply = li.put(path, same);
  BOOST_TEST(reply.status == 200);
  BOOST_TEST(textAt(bodyOf(reply), "/revision") == "1");
  BOOST_TEST(originOf(reply, "employees") == "verified 工作人员wang 08:00");
}

BOOST_FIXTURE_TEST_CASE(bad_changes_are_named_and_change_nothing, TwoClerks) {
  const auto refused = [&](const std::string& body) { return refusalOf(li.put(path, body)); };
  const std::string start = R"({"name":"甲","profile":{},"verified":[])";
  BOOST_TEST(refused("{") == "400 syntax ");
  BOOST_TEST(refused(start + "}") == "400 missing_field /revision");
  for (const std::string revision : {"0", "-1", "1.5", "99999999999999999999"}) {
    BOOST_TEST(refused(start + ",\"revision\":" + revision + "}") == "400 wrong_value /revision",
               revision);
  }
  BOOST_TEST(refused(start + R"(,"revision":"1"})") == "400 wrong_type /revision");
  BOOST_TEST(refused(R"({"name":"甲","profile":{},"revision":1})") ==
             "400 missing_field /verified");
  BOOST_TEST(refused(R"({"name":"甲","verified":[],"revision":1})") ==
             "400 missing_field /profile");
  BOOST_TEST(refused(R"({"name":null,"profile":{},"verified":[],"revision":1})") ==
             "400 wrong_type /name");
  BOOST_TEST(refused(R"({"name":"甲","contact":" x","profile":{},"verified":[],"revision":1})") ==
             "400 wrong_value /contact");
  BOOST_TEST(textAt(bodyOf(li.get(path)), "/revision") == "1");
}

BOOST_FIXTURE_TEST_CASE(the_trail_names_fields_without_their_values, TwoClerks) {
  li.get(path);
  li.put(path, changedApplicant(1, R"({"district":"360702","employees":4321})", "[]", "极密公司"));
  store::AuditQuery query;
  query.object = AuditObject::kApplicant;
  query.object_id = 1;
  const auto entries = service.store().audit().list(query);
  BOOST_TEST_REQUIRE(entries.size() == 3U);
  BOOST_TEST((entries[0].action == AuditAction::kChanged));
  BOOST_TEST(
      (entries[0].fields == std::vector<std::string>{"name", "annual_revenue", "employees"}));
  BOOST_TEST(entries[0].actor.address == "192.0.2.1");
  BOOST_TEST(entries[0].county == kZhanggong);
  BOOST_TEST((entries[1].action == AuditAction::kOpened));
  BOOST_TEST((entries[2].action == AuditAction::kAdded));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
