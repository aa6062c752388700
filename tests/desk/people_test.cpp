#include <string>

#include <boost/test/unit_test.hpp>

#include "desk/casework.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using policycalc::test::textAt;
using std::chrono::days;

std::string text(std::int64_t number) {
  return std::to_string(number);
}

/// A matter that waits at the unit for the handler, and a second handler there.
struct Unit : Casework {
  Unit() {
    nameHandler();
    path = open();
    step(clerk, "preparing", 1);
    step(clerk, "handed_over", 2);
  }
  void step(Browser& browser, const std::string& state, int revision) {
    const Reply reply = browser.post(path + "/steps", stepTo(state, revision));
    BOOST_TEST_REQUIRE(reply.status == 200, reply.text);
  }
  std::string absence(std::int64_t substitute, const std::string& more = {},
                      const std::string& from = "2026-11-25",
                      const std::string& to = "2026-11-27") const {
    return R"({"from":")" + from + R"(","to":")" + to + R"(","substitute":)" + text(substitute) +
           more + "}";
  }
  Reply away(const std::string& body) {
    return supervisor.put("/people/" + text(handler_id) + "/absence", body);
  }
  std::string turnFor(Browser& browser) { return valueAt(browser.get(path), "/turn"); }

  std::string path;
  Browser colleague = signedInAt(service, "sun", "handler", "", kMarketRegulation);
  std::int64_t colleague_id = service.store().staff().findByLogin("sun")->id;
};

std::string duty(const std::string& staff, const std::string& before) {
  return R"({"unit":")" + std::string(kMarketRegulation) + R"(","staff":)" + staff +
         R"(,"before":)" + before + "}";
}

std::string changedHandler(bool active, int revision, const std::string& more = {}) {
  return R"({"name":"李四","role":"handler","unit":")" + std::string(kMarketRegulation) +
         R"(","active":)" + (active ? "true" : "false") + R"(,"revision":)" + text(revision) +
         more + "}";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskPeople)

BOOST_FIXTURE_TEST_CASE(a_substitute_sees_and_takes_the_steps_of_the_absent, Unit) {
  BOOST_TEST(colleague.get(path).status == 404);
  const Reply done = away(absence(colleague_id));
  BOOST_TEST_REQUIRE(done.status == 200, done.text);
  BOOST_TEST(valueAt(done, "/absence/substitute/name") == "工作人员sun");
  BOOST_TEST(turnFor(colleague) == "mine");
  BOOST_TEST(turnFor(handler) == "mine");
  BOOST_TEST(valueAt(colleague.get("/matters"), "/counts/mine") == "1");
  const Reply seen = supervisor.get(path);
  BOOST_TEST(valueAt(seen, "/stand_in/name") == "工作人员sun");
  BOOST_TEST(valueAt(seen, "/handler/name") == "工作人员li");
  step(colleague, "in_progress", 3);
  BOOST_TEST(valueAt(supervisor.get(path), "/handler/name") == "工作人员li");  // who keeps it
  service.moveClock(days(3));
  BOOST_TEST(colleague.get(path).status == 404);
  BOOST_TEST(valueAt(supervisor.get(path), "/stand_in") == "null");
}

BOOST_FIXTURE_TEST_CASE(a_list_that_was_looked_at_before_shows_the_stand_in, Unit) {
  const std::string etag = supervisor.get(path).header("ETag");
  const std::string of_list = supervisor.get("/matters").header("ETag");
  away(absence(colleague_id));
  const auto look = [&](const std::string& where, const std::string& known) {
    return supervisor.send("GET", where, "", "If-None-Match: " + known + "\r\n");
  };
  BOOST_TEST(look(path, etag).status == 200);
  const Reply list = look("/matters", of_list);
  BOOST_TEST(list.status == 200);
  BOOST_TEST(valueAt(list, "/matters/0/stand_in/name") == "工作人员sun");
  const std::string with_stand_in = list.header("ETag");
  BOOST_TEST(supervisor.del("/people/" + text(handler_id) + "/absence").status == 200);
  BOOST_TEST(valueAt(look("/matters", with_stand_in), "/matters/0/stand_in") == "null");
}

BOOST_FIXTURE_TEST_CASE(an_absence_can_hand_on_the_open_matters_at_once, Unit) {
  const Reply done = away(absence(colleague_id, ",\"matters_to\":" + text(colleague_id)));
  BOOST_TEST(valueAt(done, "/matters/given") == "1");
  BOOST_TEST(valueAt(supervisor.get(path), "/handler/name") == "工作人员sun");
}

BOOST_FIXTURE_TEST_CASE(faults_of_an_absence_are_told_with_their_place, Unit) {
  const auto refused = [&](const std::string& body) { return refusalOf(away(body)); };
  BOOST_TEST(refused(absence(handler_id)) == "400 wrong_value /substitute");
  BOOST_TEST(refused(absence(clerk_id)) == "400 wrong_value /substitute");
  BOOST_TEST(refused(absence(999)) == "400 wrong_value /substitute");
  BOOST_TEST(refused(absence(colleague_id, R"(,"matters_to":999)")) ==
             "400 wrong_value /matters_to");
  BOOST_TEST(refused(absence(colleague_id, ",\"matters_to\":" + text(handler_id))) ==
             "400 wrong_value /matters_to");
  BOOST_TEST(refused(absence(colleague_id, "", "2026-11-27", "2026-11-26")) ==
             "400 wrong_value /to");
  BOOST_TEST(refused(absence(colleague_id, "", "2026-11-01", "2026-11-24")) ==
             "400 wrong_value /to");
  BOOST_TEST(refused(absence(colleague_id, "", "2026-11-25", "2027-11-26")) ==
             "400 wrong_value /to");
  BOOST_TEST(refused(absence(colleague_id, "", "2026-02-30", "2026-11-26")) ==
             "400 wrong_value /from");
  BOOST_TEST(refused(R"({"from":"2026-11-25","to":"2026-11-26"})") ==
             "400 missing_field /substitute");
  BOOST_TEST(away(absence(supervisor_id)).status == 200);
  // A substitute who is away on one of the days is none.
  const Reply also = supervisor.put("/people/" + text(colleague_id) + "/absence",
                                    absence(handler_id, "", "2026-11-27", "2026-11-30"));
  BOOST_TEST(refusalOf(also) == "400 wrong_value /substitute");
}

BOOST_FIXTURE_TEST_CASE(people_are_those_of_the_places_that_one_sees_to, Unit) {
  Browser admin = signedIn(service, "administrator");
  Browser of_nankang = signedInAt(service, "chen", "supervisor", kNankang);
  Browser of_unit = signedInAt(service, "wu", "supervisor", "", kMarketRegulation);
  const auto names = [](const Browser& browser) {
    std::string found;
    for (const json::Value& each : at(bodyOf(browser.get("/people")), "/people").elements) {
      found += textAt(each, "/name").substr(std::string("工作人员").size()) + " ";
    }
    return found;
  };
  BOOST_TEST(names(admin) == "chen li sun wang wu zhao ");
  BOOST_TEST(names(supervisor) == "chen li sun wang wu zhao ");
  BOOST_TEST(names(of_nankang) == "chen ");
  BOOST_TEST(names(of_unit) == "li sun wu ");
  const std::string body = absence(colleague_id);
  const std::string of_handler = "/people/" + text(handler_id) + "/absence";
  BOOST_TEST(refusalOf(of_nankang.put(of_handler, body)) == "404 no_account ");
  BOOST_TEST(refusalOf(of_nankang.del(of_handler)) == "404 no_account ");
  BOOST_TEST(of_unit.put(of_handler, body).status == 200);
  BOOST_TEST(refusalOf(clerk.get("/people")) == "403 not_permitted ");
  const json::Value list = bodyOf(of_unit.get("/people"));
  BOOST_TEST(textAt(list, "/people/0/open") == "1");
  BOOST_TEST(textAt(list, "/people/0/absence/to") == "2026-11-27");
  BOOST_TEST(at(list, "/people/0/substitutes").elements.size() == 3U);  // sun, wu, and zhao
}

BOOST_FIXTURE_TEST_CASE(disabling_an_account_asks_where_its_matters_go, Unit) {
  Browser admin = signedIn(service, "administrator");
  const std::string account = "/staff/" + text(handler_id);
  const Reply asked = admin.put(account, changedHandler(false, 1));
  BOOST_TEST(refusalOf(asked) == "409 matters_open /matters_to");
  BOOST_TEST(valueAt(asked, "/matters") == "1");
  BOOST_TEST(handler.get("/session").status == 200);
  BOOST_TEST(refusalOf(admin.put(account, changedHandler(false, 1, R"(,"matters_to":999)"))) ==
             "400 wrong_value /matters_to");
  const std::string to = ",\"matters_to\":" + text(colleague_id);
  const Reply done = admin.put(account, changedHandler(false, 1, to));
  BOOST_TEST(done.status == 200, done.text);
  BOOST_TEST(valueAt(done, "/matters/given") == "1");
  BOOST_TEST(turnFor(colleague) == "mine");
  BOOST_TEST(handler.get("/session").status == 401);
}

BOOST_FIXTURE_TEST_CASE(a_duty_handler_takes_what_nobody_has, Unit) {
  Browser admin = signedIn(service, "administrator");
  const std::string account = "/staff/" + text(handler_id);
  const Reply gone = admin.put(account, changedHandler(false, 1, R"(,"matters_to":null)"));
  BOOST_TEST(valueAt(gone, "/matters/left") == "1");
  BOOST_TEST(turnFor(supervisor) == "nobody");
  const Reply named = supervisor.put("/duty-handlers", duty(text(colleague_id), "null"));
  BOOST_TEST(named.status == 200, named.text);
  BOOST_TEST(valueAt(named, "/taken") == "1");
  BOOST_TEST(turnFor(colleague) == "mine");
  BOOST_TEST(refusalOf(supervisor.put("/duty-handlers", duty("null", "null"))) ==
             "409 changed_elsewhere ");
  for (const std::int64_t wrong : {clerk_id, handler_id, std::int64_t{999}}) {
    BOOST_TEST(refusalOf(supervisor.put("/duty-handlers", duty(text(wrong), text(colleague_id)))) ==
               "400 wrong_value /staff");
  }
  Browser of_nankang = signedInAt(service, "chen", "supervisor", kNankang);
  BOOST_TEST(refusalOf(of_nankang.put("/duty-handlers", duty("null", text(colleague_id)))) ==
             "403 not_permitted ");
  BOOST_TEST(refusalOf(supervisor.put("/duty-handlers",
                                      R"({"unit":"nowhere","staff":null,"before":null})")) ==
             "400 wrong_value /unit");
}

BOOST_AUTO_TEST_CASE(without_a_named_handler_the_one_on_duty_gets_the_matter) {
  Casework desk;
  BOOST_TEST(desk.supervisor.put("/duty-handlers", duty(text(desk.handler_id), "null")).status ==
             200);
  const std::string path = desk.open();
  BOOST_TEST(valueAt(desk.clerk.get(path), "/suggested_handler/name") == "工作人员li");
  desk.clerk.post(path + "/steps", stepTo("preparing", 1));
  const Reply over = desk.clerk.post(path + "/steps", stepTo("handed_over", 2));
  BOOST_TEST(valueAt(over, "/handler/name") == "工作人员li");
}

BOOST_AUTO_TEST_CASE(a_unit_without_accounts_is_told_as_such) {
  Casework desk;
  const std::string fair = desk.open(kFair, R"(,"unit":"gz-commerce")");
  BOOST_TEST(valueAt(desk.clerk.get(fair), "/unit_has_accounts") == "false");
  BOOST_TEST(valueAt(desk.clerk.get(desk.open()), "/unit_has_accounts") == "true");
  const json::Value list = bodyOf(desk.supervisor.get("/handlers"));
  std::size_t gaps = 0;
  for (const json::Value& unit : at(list, "/units").elements) {
    const std::string id = textAt(unit, "/unit");
    BOOST_TEST(textAt(unit, "/accounts") == (id == kMarketRegulation ? "1" : "0"));
    gaps += std::stoul(textAt(unit, "/gaps"));
  }
  BOOST_TEST(gaps == at(list, "/gaps").elements.size());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
