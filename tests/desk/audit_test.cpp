#include <string>

#include <boost/test/unit_test.hpp>

#include "desk/helped.h"
#include "support/files.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using policycalc::test::textAt;

/// `action object/id` of each entry, the latest first.
std::string trail(const Browser& browser, const std::string& query = {}) {
  const json::Value body = bodyOf(browser.get("/audit" + query));
  std::string all;
  for (const json::Value& entry : at(body, "/entries").elements) {
    all += (all.empty() ? "" : ", ") + textAt(entry, "/action") + " " + textAt(entry, "/object") +
           "/" + textAt(entry, "/object_id");
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskAudit)

BOOST_AUTO_TEST_CASE(log_ins_and_accounts_are_on_the_trail) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  const Reply added =
      admin.post("/staff", R"({"login":"li","name":"李四","role":"clerk","county":"360702"})");
  const std::string first = textAt(bodyOf(added), "/password");
  admin.put("/staff/2",
            R"({"name":"李小四","role":"clerk","county":"360703","active":true,"revision":1})");
  const std::string second = textAt(bodyOf(admin.post("/staff/2/password")), "/password");
  Browser li(service, "198.51.100.7");
  BOOST_TEST(li.logIn("li", first).status == 401);
  BOOST_TEST(li.logIn("li", second).status == 200);
  BOOST_TEST(li.put("/password", R"({"old":")" + second + R"(","new":"violin harbour maple 62"})")
                 .status == 200);
  BOOST_TEST(li.del("/session").status == 204);
  BOOST_TEST(trail(admin) ==
             "logged_out session/2, password_changed session/2, logged_in session/2, "
             "log_in_failed session/2, password_reset staff/2, changed staff/2, added staff/2, "
             "logged_in session/1, "
             "added staff/1");
  const json::Value changed = bodyOf(admin.get("/audit?object=staff&id=2"));
  BOOST_TEST(textAt(changed, "/entries/1/staff/name") == "张三");
  BOOST_TEST(textAt(changed, "/entries/1/fields/0") == "name");
  BOOST_TEST(textAt(changed, "/entries/1/fields/1") == "county");
  BOOST_TEST(at(changed, "/entries/1/fields").elements.size() == 2U);
  BOOST_TEST(textAt(bodyOf(admin.get("/audit?object=session&id=2")), "/entries/0/address") ==
             "198.51.100.7");
  for (const std::string& secret : {first, second, std::string("violin harbour maple 62")}) {
    BOOST_TEST(admin.get("/audit").body.find(secret) == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(failed_log_ins_are_on_the_trail_without_what_was_typed) {
  const live::LiveService service;
  const Browser admin = signedIn(service, "administrator");
  Browser li = signedInAt(service, "li", "clerk", kZhanggong);
  service.moveClock(std::chrono::minutes(1));
  auto closed = *service.store().staff().find(employ(service, "closed", "clerk"));
  closed.active = false;
  service.store().staff().update(closed, 1, {});
  Browser(service, "198.51.100.7").logIn("li", "typed-by-mistake");
  for (int i = 0; i < 3; ++i) Browser(service, "2001:db8::" + std::to_string(i)).logIn("LI", "x");
  Browser(service, "198.51.100.8").logIn("a-secret-typed-as-a-name", "x");
  Browser(service, "198.51.100.8").logIn("another-secret", "x");
  Browser(service, "198.51.100.9").logIn("closed");
  li.put("/password", R"({"old":"wrong","new":"violin harbour maple 62"})");
  service.moveClock(std::chrono::minutes(1));
  const Reply reply = admin.get("/audit?object=session");
  std::string told;
  const json::Value body = bodyOf(reply);
  for (const json::Value& entry : at(body, "/entries").elements) {
    if (textAt(entry, "/action") != "log_in_failed") continue;
    BOOST_TEST(at(entry, "/staff").isNull());
    told += textAt(entry, "/object_id") + " " + textAt(entry, "/address");
    for (const json::Value& field : at(entry, "/fields").elements) told += " " + field.text;
    told += at(entry, "/county").isNull() ? ";" : " " + textAt(entry, "/county") + ";";
  }
  BOOST_TEST(told ==
             "2 2001:db8::/64 wrong_password more:2 360702;"
             "0 198.51.100.8 unknown_account more:1;"
             "2 192.0.2.1 wrong_password 360702;"
             "3 198.51.100.9 disabled 360702;"
             "0 198.51.100.8 unknown_account;"
             "2 2001:db8::/64 wrong_password 360702;"
             "2 198.51.100.7 wrong_password 360702;");
  for (const std::string secret : {"typed-by-mistake", "a-secret-typed", "another-secret"}) {
    BOOST_TEST(reply.body.find(secret) == std::string::npos, secret);
    BOOST_TEST(policycalc::test::allFiles(service.folder()).find(secret) == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(waits_and_denied_permissions_are_on_the_trail_and_counted) {
  const live::LiveService service;
  const Browser admin = signedIn(service, "administrator");
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  for (int i = 0; i < 5; ++i) BOOST_TEST(clerk.get("/staff").status == 403);
  for (int i = 0; i < 8; ++i) Browser(service, "198.51.100.7").logIn("wang", "x");
  const json::Value body = bodyOf(admin.get("/audit?object=session&id=2"));
  std::string told;
  for (const json::Value& entry : at(body, "/entries").elements) {
    told += textAt(entry, "/action");
    for (const json::Value& field : at(entry, "/fields").elements) told += " " + field.text;
    told += ";";
  }
  BOOST_TEST(told ==
             "log_in_failed wait;log_in_failed wrong_password;denied manage_staff;logged_in;");
  BOOST_TEST(textAt(body, "/entries/2/staff/id") == "2");
  const std::string metrics = service.get("/metrics").body;
  for (const std::string line : {"policycalc_desk_log_ins_total{result=\"done\"} 2\n",
                                 "policycalc_desk_log_ins_total{result=\"wrong\"} 6\n",
                                 "policycalc_desk_log_ins_total{result=\"wait\"} 2\n",
                                 "policycalc_desk_refusals_total{status=\"401\"} 6\n",
                                 "policycalc_desk_refusals_total{status=\"403\"} 5\n",
                                 "policycalc_desk_refusals_total{status=\"429\"} 2\n",
                                 "policycalc_desk_refusals_total{status=\"503\"} 0\n"}) {
    BOOST_TEST(metrics.find(line) != std::string::npos, line);
  }
}

BOOST_AUTO_TEST_CASE(log_outs_everywhere_are_on_the_trail) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  Browser li = signedInAt(service, "li", "clerk", kZhanggong);
  BOOST_TEST(li.del("/sessions").status == 204);
  BOOST_TEST(trail(admin, "?staff=2") == "logged_out_everywhere session/2, logged_in session/2");
}

BOOST_AUTO_TEST_CASE(no_entry_holds_a_value_of_an_applicant) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const std::string path = help(clerk, helpedBody("极密公司", R"({"employees":4321})"));
  clerk.get(path);
  clerk.put(path, changedApplicant(1, R"({"employees":4322})", "[]", "更名后的公司"));
  clerk.put(path + "/authorisation", authorisation("screen"));
  clerk.del(path + "/authorisation");
  const Browser admin = signedIn(service, "administrator");
  BOOST_TEST(trail(admin, "?object=applicant") ==
             "withdrawn applicant/1, authorised applicant/1, changed applicant/1, "
             "opened applicant/1, added applicant/1");
  const std::string body = admin.get("/audit").body;
  for (const std::string value :
       {"极密公司", "更名后的公司", "4321", "4322", "13800000000", "王经理"}) {
    BOOST_TEST(body.find(value) == std::string::npos, value);
  }
}

BOOST_AUTO_TEST_CASE(a_supervisor_of_a_county_sees_only_its_trail) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  Browser other = signedInAt(service, "li", "clerk", kNankang);
  help(clerk);
  help(other);
  const Browser nankang = signedInAt(service, "zhao", "supervisor", kNankang);
  BOOST_TEST(trail(nankang) ==
             "logged_in session/3, added staff/3, added applicant/2, "
             "logged_in session/2, added staff/2");
  BOOST_TEST(trail(nankang, "?object=applicant&id=1") == "");
  BOOST_TEST(refusalOf(nankang.get("/audit?county=360702")) == "400 unknown_parameter ?county");
  const Browser all = signedInAt(service, "qian", "supervisor", "");
  BOOST_TEST(trail(all, "?object=applicant") == "added applicant/2, added applicant/1");
  BOOST_TEST(codeOf(clerk.get("/audit")) == "not_permitted");
  BOOST_TEST(codeOf(signedIn(service, "handler").get("/audit")) == "not_permitted");
}

BOOST_AUTO_TEST_CASE(it_is_read_by_object_person_and_day) {
  DeskOptions hall = live::quickDesk();
  hall.idle = std::chrono::hours(24);
  const live::LiveService service(hall);
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const Browser admin = signedIn(service, "administrator");
  service.moveClock(std::chrono::hours(8) - std::chrono::seconds(1));  // the last second at UTC+8
  help(clerk);
  service.moveClock(std::chrono::seconds(1));
  help(clerk, helpedBody("乙"));
  BOOST_TEST(trail(admin, "?object=applicant&to=2026-11-25") == "added applicant/1");
  BOOST_TEST(trail(admin, "?object=applicant&from=2026-11-26") == "added applicant/2");
  BOOST_TEST(trail(admin, "?object=applicant&from=2026-11-25&to=2026-11-26") ==
             "added applicant/2, added applicant/1");
  BOOST_TEST(trail(admin, "?object=applicant&id=2") == "added applicant/2");
  BOOST_TEST(trail(admin, "?staff=2") == "logged_in session/2");
  BOOST_TEST(trail(admin, "?staff=7") == "");
}

BOOST_AUTO_TEST_CASE(it_goes_on_where_it_stopped) {
  const live::LiveService service;
  const Browser admin = signedIn(service, "administrator");  // the first two entries
  const auto append = [&] {
    store::AuditEntry entry;
    entry.actor.at = service.now();
    entry.action = AuditAction::kOpened;
    entry.object = AuditObject::kMatter;
    service.store().audit().append(entry);
  };
  for (int i = 2; i < 100; ++i) append();
  json::Value body = bodyOf(admin.get("/audit"));
  BOOST_TEST(at(body, "/entries").elements.size() == 100U);
  BOOST_TEST(at(body, "/next").isNull());
  append();
  body = bodyOf(admin.get("/audit"));
  BOOST_TEST(at(body, "/entries").elements.size() == 100U);
  BOOST_TEST(textAt(body, "/next") == "2");
  BOOST_TEST(at(body, "/entries/0/staff").isNull());
  BOOST_TEST(trail(admin, "?below=2") == "added staff/1");
}

BOOST_AUTO_TEST_CASE(wrong_questions_are_named) {
  const live::LiveService service;
  const Browser admin = signedIn(service, "administrator");
  const auto refused = [&](const std::string& query) {
    return refusalOf(admin.get("/audit?" + query));
  };
  BOOST_TEST(refused("object=profile") == "400 wrong_value ?object");
  for (const std::string id : {"0", "-1", "01", "x", "99999999999999999999", "1%20OR%201=1"}) {
    BOOST_TEST(refused("id=" + id) == "400 wrong_value ?id", id);
    BOOST_TEST(refused("staff=" + id) == "400 wrong_value ?staff", id);
    BOOST_TEST(refused("below=" + id) == "400 wrong_value ?below", id);
  }
  BOOST_TEST(refused("from=yesterday") == "400 wrong_value ?from");
  BOOST_TEST(refused("to=2026-11-31") == "400 wrong_value ?to");
  BOOST_TEST(refused("most=1000000") == "400 unknown_parameter ?most");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
