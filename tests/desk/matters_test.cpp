#include <algorithm>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "desk/casework.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using policycalc::test::textAt;
using std::chrono::days;

/// The ids that a list finds, in their order.
std::string idsIn(const Browser& browser, const std::string& query = {}) {
  std::string ids;
  const Reply reply = browser.get("/matters" + query);
  for (const json::Value& each : at(bodyOf(reply), "/matters").elements) {
    ids += (ids.empty() ? "" : ",") + textAt(each, "/id");
  }
  return ids;
}

std::string anotherApplicant(Browser& browser, const std::string& profile,
                             const std::string& given = authorisation()) {
  const std::string path =
      help(browser, R"({"name":"乙公司","contact":"1","profile":)" + profile +
                        R"(,"verified":[],"is_another":true,"authorisation":)" + given + "}");
  return path.substr(path.rfind('/') + 1);
}

/// A profile with a credit code and the award.
std::string firm(const std::string& county) {
  return R"({"district":")" + county + R"(","credit_code":")" + kCreditCode +
         R"(","quality_awards":["china_quality_award"]})";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskMatters)

BOOST_AUTO_TEST_CASE(a_matter_is_opened_with_the_unit_and_the_documents_of_its_measure) {
  Casework desk;
  const Reply opened = desk.clerk.post("/matters", newMatter(desk.applicantId()));
  BOOST_TEST(opened.status == 201);
  BOOST_TEST(valueAt(opened, "/reference").size() == 8U);
  BOOST_TEST(valueAt(opened, "/state") == "received");
  BOOST_TEST(valueAt(opened, "/since") == "2026-11-25");
  BOOST_TEST(valueAt(opened, "/due") == "2026-11-27");
  BOOST_TEST(valueAt(opened, "/workdays_left") == "2");
  BOOST_TEST(valueAt(opened, "/provisional") == "false");
  BOOST_TEST(valueAt(opened, "/measure/title") == "中国质量奖奖励");
  BOOST_TEST(valueAt(opened, "/county/name") == "章贡区");
  BOOST_TEST(valueAt(opened, "/unit/id") == kMarketRegulation);
  BOOST_TEST(valueAt(opened, "/handler") == "null");
  BOOST_TEST(valueAt(opened, "/owner/name") == "工作人员wang");
  BOOST_TEST(valueAt(opened, "/unassigned") == "false");  // it has an owner
  BOOST_TEST(valueAt(opened, "/turn") == "mine");
  BOOST_TEST(valueAt(opened, "/returns") == "0");
  BOOST_TEST(valueAt(opened, "/permission_until") == "2027-11-25");
  BOOST_TEST(valueAt(opened, "/applicant/name") == "赣州甲食品有限公司");
  BOOST_TEST(valueAt(opened, "/opened_by/name") == "工作人员wang");
  BOOST_TEST(valueAt(opened, "/documents/0/name") == "获奖证书或表彰文件");
  BOOST_TEST(valueAt(opened, "/documents/0/ticked") == "null");
  BOOST_TEST(valueAt(opened, "/history/0/to") == "received");
  BOOST_TEST(valueAt(opened, "/history/0/from") == "null");
  BOOST_TEST(valueAt(opened, "/contact") == "13800000000");
  BOOST_TEST(valueAt(opened, "/profile/district") == kZhanggong);
  BOOST_TEST(valueAt(opened, "/provenance/district/by") == "declared");
  BOOST_TEST(valueAt(opened, "/benefits/0") == "中国质量奖一次性奖励");
  // Only this answer has the query code.
  std::string shown = opened.body;
  const std::string code = R"("query_code":")" + valueAt(opened, "/query_code") + R"(",)";
  BOOST_TEST_REQUIRE(shown.find(code) != std::string::npos);
  shown.erase(shown.find(code), code.size());
  BOOST_TEST(desk.clerk.get("/matters/1").body == shown);
}

BOOST_AUTO_TEST_CASE(another_responsible_unit_can_be_chosen_and_no_other) {
  Casework desk;
  const auto opened = [&](const std::string& unit) {
    return desk.clerk.post("/matters",
                           newMatter(desk.applicantId(), kFair, R"(,"unit":")" + unit + "\""));
  };
  BOOST_TEST(refusalOf(opened(kMarketRegulation)) == "400 wrong_value /unit");
  BOOST_TEST(refusalOf(opened("")) == "400 wrong_value /unit");
  const Reply second = opened("gz-ccpit");
  BOOST_TEST(second.status == 201);
  BOOST_TEST(valueAt(second, "/unit/id") == "gz-ccpit");
}

BOOST_AUTO_TEST_CASE(a_firm_has_one_open_matter_for_a_measure) {
  Casework desk;
  const std::string first = anotherApplicant(desk.clerk, firm(kZhanggong));
  const Reply opened = desk.clerk.post("/matters", newMatter(first));
  BOOST_TEST(opened.status == 201);
  const Reply again = desk.clerk.post("/matters", newMatter(first));
  BOOST_TEST(refusalOf(again) == "409 matter_open ");
  BOOST_TEST(valueAt(again, "/matter") == valueAt(opened, "/id"));
  BOOST_TEST(desk.clerk.post("/matters", newMatter(first, kFair)).status == 201);

  // The same firm at another county's window: it hears that there is a matter, but not which.
  Browser other = signedInAt(desk.service, "chen", "clerk", kNankang);
  const Reply elsewhere =
      other.post("/matters", newMatter(anotherApplicant(other, firm(kNankang))));
  BOOST_TEST(refusalOf(elsewhere) == "409 matter_open ");
  BOOST_TEST(bodyOf(elsewhere).find("matter") == nullptr);

  // After it has ended, another one can be opened.
  const std::string path = "/matters/" + valueAt(opened, "/id");
  BOOST_TEST(desk.clerk.post(path + "/steps", stepTo("withdrawn", 1)).status == 200);
  BOOST_TEST(desk.clerk.post("/matters", newMatter(first)).status == 201);
}

BOOST_AUTO_TEST_CASE(a_matter_needs_an_authorisation_for_matters) {
  Casework desk;
  const std::string id = anotherApplicant(desk.clerk, kAwarded, authorisation("paper", false));
  BOOST_TEST(refusalOf(desk.clerk.post("/matters", newMatter(id))) == "409 not_authorised ");
  const Reply renewed = desk.clerk.put("/applicants/" + id + "/authorisation", authorisation());
  BOOST_TEST(renewed.status == 200);
  BOOST_TEST(desk.clerk.post("/matters", newMatter(id)).status == 201);
}

BOOST_AUTO_TEST_CASE(a_measure_that_cannot_apply_is_refused) {
  Casework desk;
  const auto opened = [&](const std::string& id, const char* measure) {
    const Reply reply = desk.clerk.post("/matters", newMatter(id, measure));
    BOOST_TEST(refusalOf(reply) == "409 does_not_apply /measure", measure);
    return textAt(bodyOf(reply), "/detail");
  };
  const auto says = [](const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
  };
  BOOST_TEST(says(opened(desk.applicantId(), "11.1.1b"), "不涉及"));
  const std::string state = anotherApplicant(
      desk.clerk,
      R"({"district":"360702","ownership":"state_controlled","planned_applications":["quality_award"]})");
  BOOST_TEST(says(opened(state, "11.1.1f"), "not eligible"));
  desk.service.moveClock(-days(1200));  // before the notice
  BOOST_TEST(says(opened(desk.applicantId(), kAward), "not in force"));
}

BOOST_AUTO_TEST_CASE(opening_a_matter_requires_sight_of_the_applicant) {
  Casework desk;
  Browser other = signedInAt(desk.service, "chen", "clerk", kNankang);
  for (Browser* browser : {&other, &desk.handler}) {
    const Reply there = browser->post("/matters", newMatter(desk.applicantId()));
    const Reply nothing = browser->post("/matters", newMatter("999999"));
    BOOST_TEST(refusalOf(there) == "404 no_applicant ");
    BOOST_TEST(textAt(bodyOf(there), "/detail") == textAt(bodyOf(nothing), "/detail"));
  }
  BOOST_TEST(desk.supervisor.post("/matters", newMatter(desk.applicantId())).status == 201);
}

BOOST_AUTO_TEST_CASE(faults_of_a_new_matter_are_told_with_their_place) {
  Casework desk;
  const auto refused = [&](const std::string& body) {
    return refusalOf(desk.clerk.post("/matters", body));
  };
  const std::string id = desk.applicantId();
  BOOST_TEST(refused("[]") == "400 wrong_type ");
  BOOST_TEST(refused("{") == "400 syntax ");
  BOOST_TEST(refused(R"({"measure":"11.1.1a"})") == "400 missing_field /applicant");
  BOOST_TEST(refused(R"({"applicant":1})") == "400 missing_field /measure");
  for (const char* wrong : {"0", "-1", "1.5", "1e3", "99999999999999999999"}) {
    BOOST_TEST(refused(newMatter(wrong)) == "400 wrong_value /applicant", wrong);
  }
  BOOST_TEST(refused(newMatter("\"1\"")) == "400 wrong_type /applicant");
  for (const char* wrong : {"", "1", "11.1.1z", "<script>", "11.1.1a\\u0000", "' OR 1=1"}) {
    BOOST_TEST(refused(newMatter(id, wrong)) == "400 wrong_value /measure", wrong);
  }
  BOOST_TEST(refused(newMatter(id, kAward, R"(,"unit":7)")) == "400 wrong_type /unit");
  BOOST_TEST(refused(newMatter(id, kAward, R"(,"state":"fulfilled")")) ==
             "400 unknown_field /state");
  BOOST_TEST(idsIn(desk.clerk).empty());
}

BOOST_AUTO_TEST_CASE(an_unseen_matter_is_answered_like_a_missing_one) {
  Casework desk;
  desk.open();
  Browser foreign_clerk = signedInAt(desk.service, "chen", "clerk", kNankang);
  Browser foreign_handler = signedInAt(desk.service, "sun", "handler", "", kCommerce);
  Browser foreign_chief = signedInAt(desk.service, "zhou", "supervisor", kNankang);
  Browser other_unit = signedInAt(desk.service, "wu", "supervisor", "", kCommerce);
  // It has not been handed over, so its unit does not see it either.
  for (Browser* browser :
       {&foreign_clerk, &foreign_handler, &foreign_chief, &other_unit, &desk.handler}) {
    const auto same = [&](const char* method, const std::string& part, const std::string& body) {
      const Reply there = browser->send(method, "/matters/1" + part, body);
      const Reply nothing = browser->send(method, "/matters/999999" + part, body);
      BOOST_TEST(there.status == nothing.status, method << part);
      BOOST_TEST(codeOf(there) == codeOf(nothing), method << part);
      BOOST_TEST(textAt(bodyOf(there), "/detail") == textAt(bodyOf(nothing), "/detail"));
      BOOST_TEST(there.status >= 403, method << part);
    };
    same("GET", "", "");
    same("POST", "/steps", stepTo("preparing", 1));
    same("PUT", "/documents", R"({"ticked":[0],"revision":1})");
    same("POST", "/notes", R"({"text":"x"})");
    same("POST", "/undo", R"({"revision":1})");
    same("POST", "/reopening", R"({"reason":"x","revision":1})");
    same("POST", "/attempts", R"({"way":"phone"})");
    same("POST", "/told", R"({"way":"phone","revision":1})");
    same("PUT", "/handler", handlerBody(kCommerce, "null", 1));
    BOOST_TEST(idsIn(*browser, "?closed=true").empty());
    BOOST_TEST(refusalOf(browser->get("/matters/1")) == "404 no_matter ");
  }
  BOOST_TEST(idsIn(desk.clerk) == "1");
  BOOST_TEST(idsIn(desk.supervisor) == "1");
  BOOST_TEST(valueAt(desk.clerk.get("/matters/1"), "/revision") == "1");
}

BOOST_AUTO_TEST_CASE(ids_have_one_spelling) {
  Casework desk;
  desk.open();
  for (const std::string id : {"0", "-1", "+1", "01", "1.0", "1e0", "0x1", "%201", "1%20",
                               "99999999999999999999", "1;2", "1'--", "all"}) {
    BOOST_TEST(refusalOf(desk.clerk.get("/matters/" + id)) == "404 no_matter ", id);
  }
}

BOOST_AUTO_TEST_CASE(the_clock_makes_a_matter_due_and_then_overdue) {
  Casework desk;
  desk.open();  // on a Wednesday, for two workdays; due soon from a workday before
  const auto standing = [&] {
    const Reply one = desk.clerk.get("/matters/1");
    return valueAt(one, "/urgency") + " " + valueAt(one, "/workdays_left");
  };
  BOOST_TEST(standing() == "calm 2");
  desk.service.moveClock(days(1));
  BOOST_TEST(standing() == "due_soon 1");
  desk.service.moveClock(days(1));
  BOOST_TEST(standing() == "due_soon 0");
  desk.service.moveClock(days(1));  // a Saturday
  BOOST_TEST(standing() == "overdue 0");
  desk.service.moveClock(days(2));
  BOOST_TEST(standing() == "overdue -1");
  // The day at the desk begins at 16:00 UTC.
  desk.service.moveClock(std::chrono::hours(8) - std::chrono::seconds(1));
  BOOST_TEST(standing() == "overdue -1");
  desk.service.moveClock(std::chrono::seconds(1));
  BOOST_TEST(standing() == "overdue -2");
}

BOOST_AUTO_TEST_CASE(a_due_day_beyond_the_table_is_provisional) {
  Casework desk;
  desk.service.moveClock(days(34));  // 2026-12-29, a Tuesday
  const std::string path = desk.open();
  BOOST_TEST(valueAt(desk.clerk.get(path), "/due") == "2026-12-31");
  BOOST_TEST(valueAt(desk.clerk.get(path), "/provisional") == "false");
  const Reply moved = desk.clerk.post(path + "/steps", stepTo("preparing", 1));
  BOOST_TEST(valueAt(moved, "/due") == "2027-01-12");
  BOOST_TEST(valueAt(moved, "/provisional") == "true");
}

BOOST_AUTO_TEST_CASE(the_queue_begins_with_the_most_urgent_matter) {
  Casework desk;
  desk.open();  // 1
  desk.service.moveClock(days(5));
  const std::string calm = anotherApplicant(desk.clerk, kAwarded);
  BOOST_TEST(desk.clerk.post("/matters", newMatter(calm)).status == 201);  // 2
  desk.clerk.post("/matters/2/steps", stepTo("preparing", 1));
  desk.open(kFair);  // 3
  desk.service.moveClock(days(1));
  BOOST_TEST(idsIn(desk.clerk) == "1,3,2");
  const Reply list = desk.clerk.get("/matters");
  BOOST_TEST(valueAt(list, "/today") == "2026-12-01");
  BOOST_TEST(valueAt(list, "/counts/overdue") == "1");
  BOOST_TEST(valueAt(list, "/counts/due_soon") == "1");
  BOOST_TEST(valueAt(list, "/counts/calm") == "1");
  BOOST_TEST(valueAt(list, "/counts/nobody") == "0");
  BOOST_TEST(idsIn(desk.clerk, "?due=overdue") == "1");
  BOOST_TEST(idsIn(desk.clerk, "?due=due_soon") == "3");
  BOOST_TEST(idsIn(desk.clerk, "?due=calm") == "2");
  BOOST_TEST(valueAt(desk.clerk.get("/matters?due=calm"), "/counts/overdue") == "1");
}

BOOST_AUTO_TEST_CASE(the_queue_is_filtered) {
  Casework desk;
  desk.open();       // 1
  desk.open(kFair);  // 2
  Browser other = signedInAt(desk.service, "chen", "clerk", kNankang);
  other.post("/matters", newMatter(anotherApplicant(other, kAwarded)));  // 3
  desk.clerk.post("/matters/1/steps", stepTo("withdrawn", 1));
  BOOST_TEST(idsIn(desk.clerk) == "2");
  BOOST_TEST(idsIn(desk.clerk, "?closed=true") == "2,1");
  BOOST_TEST(idsIn(desk.clerk, "?state=withdrawn") == "1");
  BOOST_TEST(idsIn(desk.clerk, "?state=received") == "2");
  BOOST_TEST(idsIn(desk.clerk, "?applicant=" + desk.applicantId()) == "2");
  BOOST_TEST(idsIn(desk.clerk, "?unit=gz-market-regulation").empty());
  BOOST_TEST(idsIn(desk.clerk, "?county=360703").empty());  // a clerk sees no other
  BOOST_TEST(idsIn(desk.supervisor, "?county=360703") == "3");
  BOOST_TEST(idsIn(desk.supervisor, "?unit=gz-market-regulation") == "3");
  const std::string reference = valueAt(desk.clerk.get("/matters/1"), "/reference");
  BOOST_TEST(idsIn(desk.clerk, "?q=" + reference) == "1");  // closed, too
  std::string typed = "%20" + reference.substr(0, 4) + "-" + reference.substr(4);
  for (char& c : typed) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  BOOST_TEST(idsIn(desk.clerk, "?q=" + typed) == "1");
  BOOST_TEST(idsIn(other, "?q=" + reference).empty());
  for (const char* none : {"?q=%27--", "?q=ABC", "?q=AAAAAAAAA", "?q=%E7%94%B2"}) {
    BOOST_TEST(idsIn(desk.clerk, none).empty(), none);
  }
}

BOOST_AUTO_TEST_CASE(faults_of_a_filter_are_told) {
  Casework desk;
  const std::string wrong[] = {"?state=open",   "?county=110000",    "?unit=nowhere",
                               "?due=tomorrow", "?closed=1",         "?applicant=x",
                               "?applicant=0",  "?state=received%27"};
  for (const std::string& query : wrong) {
    for (const char* path : {"/matters", "/matters.csv", "/matters.xlsx"}) {
      BOOST_TEST(codeOf(desk.clerk.get(path + query)) == "wrong_value", query);
    }
  }
  BOOST_TEST(codeOf(desk.clerk.get("/matters?page=2")) == "unknown_parameter");
  BOOST_TEST(codeOf(desk.clerk.get("/matters?q=a&q=b")) == "duplicate_parameter");
  BOOST_TEST(codeOf(desk.clerk.get("/matters/1?x=1")) == "unknown_parameter");
}

BOOST_AUTO_TEST_CASE(a_withdrawn_authorisation_ends_the_matter_and_erases_its_texts) {
  Casework desk;
  const std::string path = desk.open();
  desk.clerk.post(path + "/notes", R"({"text":"secret note"})");
  desk.clerk.post(path + "/steps", stepTo("preparing", 1));
  const std::string named = R"(,"handler":)" + std::to_string(desk.handler_id);
  desk.clerk.post(path + "/steps", stepTo("handed_over", 2, named));
  desk.handler.post(path + "/steps", stepTo("preparing", 3, R"(,"reason":"secret reason")"));
  const Reply before = desk.clerk.get(path);
  BOOST_TEST(before.body.find("secret note") != std::string::npos);
  BOOST_TEST(before.body.find("secret reason") != std::string::npos);

  const Reply withdrawn = desk.clerk.del(desk.applicant + "/authorisation");
  BOOST_TEST(withdrawn.status == 200);
  BOOST_TEST(valueAt(withdrawn, "/matters_withdrawn") == "1");
  for (Browser* browser : {&desk.clerk, &desk.handler, &desk.supervisor}) {
    const Reply after = browser->get(path);
    BOOST_TEST(after.status == 200);
    BOOST_TEST(valueAt(after, "/state") == "withdrawn");
    BOOST_TEST(valueAt(after, "/erased") == "withdrawn");
    BOOST_TEST(valueAt(after, "/applicant") == "null");
    BOOST_TEST(valueAt(after, "/profile") == "null");
    BOOST_TEST(valueAt(after, "/contact") == "null");
    BOOST_TEST(at(bodyOf(after), "/steps").elements.empty());
    for (const char* gone : {"secret", "食品", "13800000000"}) {
      BOOST_TEST(after.body.find(gone) == std::string::npos, gone);
    }
    BOOST_TEST(valueAt(after, "/reference") == valueAt(before, "/reference"));
    BOOST_TEST(valueAt(after, "/opened_by/name") == "工作人员wang");
  }
  // A page that was open hears of it and adds nothing.
  const Reply late = desk.clerk.post(path + "/steps", stepTo("handed_over", 4));
  BOOST_TEST(refusalOf(late) == "409 changed_elsewhere ");
  BOOST_TEST(refusalOf(desk.clerk.post(path + "/notes", R"({"text":"x"})")) == "409 closed ");
  BOOST_TEST(idsIn(desk.clerk).empty());
  BOOST_TEST(idsIn(desk.clerk, "?closed=true") == "1");
}

BOOST_AUTO_TEST_CASE(an_authorisation_allows_matters_until_its_last_second) {
  Casework desk;
  const std::string id = anotherApplicant(desk.clerk, kAwarded);  // for 30 days
  desk.clerk.post("/matters", newMatter(id));
  desk.service.moveClock(days(30) + std::chrono::hours(8) - std::chrono::seconds(1));
  BOOST_TEST(valueAt(desk.clerk.get("/matters/1"), "/applicant/name") == "乙公司");
  BOOST_TEST(idsIn(desk.clerk) == "1");
  desk.service.moveClock(std::chrono::seconds(1));
  // No sweep has run yet: the first request ends it.
  const Reply list = desk.clerk.get("/matters?closed=true");
  BOOST_TEST(valueAt(list, "/matters/0/state") == "expired");
  BOOST_TEST(valueAt(list, "/matters/0/erased") == "expired");
  BOOST_TEST(valueAt(list, "/matters/0/applicant") == "null");
  BOOST_TEST(valueAt(desk.clerk.get("/matters/1"), "/profile") == "null");
}

BOOST_AUTO_TEST_CASE(a_single_matter_is_expired_once_its_authorisation_is_over) {
  Casework desk;
  desk.clerk.post("/matters", newMatter(anotherApplicant(desk.clerk, kAwarded)));
  desk.service.moveClock(days(31));
  const Reply one = desk.clerk.get("/matters/1");
  BOOST_TEST(valueAt(one, "/state") == "expired");
  BOOST_TEST(valueAt(one, "/erased") == "expired");
  BOOST_TEST(valueAt(one, "/applicant") == "null");
}

BOOST_AUTO_TEST_CASE(opening_a_matter_is_on_the_trail_without_its_values) {
  Casework desk;
  const std::string path = desk.open();
  desk.clerk.post(path + "/notes", R"({"text":"secret note"})");
  desk.supervisor.get(path);
  desk.supervisor.send("HEAD", path, "");
  store::AuditQuery query;
  query.object = AuditObject::kMatter;
  query.object_id = 1;
  const auto entries = desk.service.store().audit().list(query);
  BOOST_TEST_REQUIRE(entries.size() == 3U);
  BOOST_TEST((entries[0].action == AuditAction::kViewed));
  BOOST_TEST(entries[0].actor.staff_id == desk.supervisor_id);
  BOOST_TEST(entries[0].actor.address == "192.0.2.1");
  BOOST_TEST((entries[1].action == AuditAction::kNoted));
  BOOST_TEST((entries[2].action == AuditAction::kOpened));
  for (const auto& entry : entries) {
    for (const std::string& field : entry.fields) {
      BOOST_TEST(field.find("secret") == std::string::npos);
    }
  }
  BOOST_TEST(desk.service.log().find("secret") == std::string::npos);
  BOOST_TEST(desk.service.log().find("食品") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_authorisation_that_is_over_elsewhere_blocks_no_matter) {
  Casework desk;
  const std::string profile = std::string(R"({"credit_code":")") + kCreditCode +
                              R"(","district":"360702","quality_awards":["china_quality_award"]})";
  const auto openFor = [&profile](Browser& clerk) {
    const std::string path = help(clerk, helpedBody("甲公司", profile));
    return clerk.post("/matters", newMatter(path.substr(path.rfind('/') + 1)));
  };
  Browser other = signedInAt(desk.service, "qian", "clerk", kNankang);
  BOOST_TEST(openFor(desk.clerk).status == 201);
  desk.service.moveClock(std::chrono::days(31));
  BOOST_TEST(other.logIn("qian").status == 200);
  const Reply opened = openFor(other);
  BOOST_TEST(opened.status == 201, opened.text);
}

BOOST_AUTO_TEST_CASE(a_credit_code_added_later_cannot_give_a_firm_two_matters) {
  Casework desk;
  const std::string coded = std::string(R"({"credit_code":")") + kCreditCode +
                            R"(","district":"360702","quality_awards":["china_quality_award"]})";
  Browser other = signedInAt(desk.service, "qian", "clerk", kNankang);
  const std::string there = help(other, helpedBody("甲公司", coded));
  BOOST_TEST(other.post("/matters", newMatter(there.substr(there.rfind('/') + 1))).status == 201);
  const std::string mine = desk.open();
  const auto tellCode = [&] { return desk.clerk.put(desk.applicant, changedApplicant(1, coded)); };
  BOOST_TEST(refusalOf(tellCode()) == "409 matter_open /profile/credit_code");
  BOOST_TEST(valueAt(desk.clerk.get(desk.applicant), "/revision") == "1");
  BOOST_TEST(desk.clerk.post(mine + "/steps", stepTo("withdrawn", 1)).status == 200);
  BOOST_TEST(tellCode().status == 200);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
