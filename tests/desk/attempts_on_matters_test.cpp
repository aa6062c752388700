#include <algorithm>
#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "desk/casework.h"
#include "support/files.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using policycalc::test::textAt;
using std::chrono::days;

/// A request about something that has an id, which a stranger could guess.
struct Guess {
  const char* method;
  const char* of;  ///< `/matters/` or `/applicants/`
  const char* part;
  std::string body;
};
std::ostream& operator<<(std::ostream& out, const Guess& guess) {
  return out << guess.method << " " << guess.of << "{id}" << guess.part;
}

/// All such requests, each with a body that is right for one's own id.
const std::vector<Guess>& guesses() {
  static const std::vector<Guess> all = {
      {"GET", "/applicants/", "", ""},
      {"HEAD", "/applicants/", "", ""},
      {"GET", "/applicants/", "/match", ""},
      {"HEAD", "/applicants/", "/match", ""},
      {"PUT", "/applicants/", "", changedApplicant(1, "{}", "[]", "丙公司")},
      {"PUT", "/applicants/", "/authorisation", authorisation()},
      {"DELETE", "/applicants/", "/authorisation", ""},
      {"GET", "/matters/", "", ""},
      {"HEAD", "/matters/", "", ""},
      {"POST", "/matters/", "/steps", stepTo("preparing", 1)},
      {"PUT", "/matters/", "/documents", R"({"ticked":[0],"revision":1})"},
      {"POST", "/matters/", "/notes", R"({"text":"x"})"},
      {"POST", "/matters/", "/undo", R"({"revision":1})"},
      {"POST", "/matters/", "/reopening", R"({"reason":"x","revision":1})"},
      {"POST", "/matters/", "/attempts", R"({"way":"phone"})"},
      {"POST", "/matters/", "/told", R"({"way":"phone","revision":1})"},
      {"POST", "/matters/", "/completion", R"({"until":"2026-12-01","note":"x","revision":1})"},
      {"POST", "/matters/", "/completed", R"({"revision":1})"},
      {"POST", "/matters/", "/reminders", ""},
      {"POST", "/matters/", "/measure", R"({"revision":1})"},
      {"POST", "/matters/", "/query-code", R"({"revision":1})"},
      {"PUT", "/matters/", "/handler", handlerBody(kMarketRegulation, "null", 1)},
  };
  return all;
}

Reply guess(Browser& browser, const Guess& what, const std::string& id) {
  return browser.send(what.method, what.of + id + what.part, what.body);
}

/// A refusal, without the words that differ from request to request.
std::string said(const Reply& reply) {
  return std::to_string(reply.status) + " " +
         (reply.body.empty() ? std::string() : textAt(bodyOf(reply), "/detail") + codeOf(reply)) +
         " " + reply.header("Content-Type") + reply.header("Allow");
}

/// What that member did, apart from requests that were denied.
std::size_t entriesOf(const live::LiveService& service, std::int64_t staff_id) {
  store::AuditQuery query;
  query.staff_id = staff_id;
  const std::vector<store::AuditEntry> entries = service.store().audit().list(query);
  return static_cast<std::size_t>(std::count_if(
      entries.begin(), entries.end(),
      [](const store::AuditEntry& entry) { return entry.action != AuditAction::kDenied; }));
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Whether a reply gives away the applicant or the texts of the matter.
bool tells(const Reply& reply) {
  for (const char* value : {"食品", "13800000000", "王经理", "secret", "china_quality_award"}) {
    if (holds(reply.text, value)) return true;
  }
  return false;
}

/// The desk with a matter in progress that has notes.
struct BusyDesk : Casework {
  BusyDesk() {
    const std::string path = open();
    clerk.post(path + "/notes", R"({"text":"secret note"})");
    clerk.post(path + "/steps", stepTo("preparing", 1));
    clerk.post(path + "/steps",
               stepTo("handed_over", 2, R"(,"handler":)" + std::to_string(handler_id)));
    handler.post(path + "/steps", stepTo("preparing", 3, R"(,"reason":"secret reason")"));
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(AttemptsOnMatters)

BOOST_AUTO_TEST_CASE(every_route_with_an_id_is_among_the_guesses) {
  const live::LiveService service;
  int routes = 0;
  for (const http::Route& route : service.router().routes()) {
    const std::string hall = kHall;
    for (const std::string of : {"/applicants/", "/matters/"}) {
      if (route.pattern.rfind(hall + of + "{id}", 0) != 0) continue;
      ++routes;
      const std::string part = route.pattern.substr((hall + of + "{id}").size());
      bool known = false;
      for (const Guess& each : guesses()) {
        known = known || (route.method == each.method && of == each.of && part == each.part);
      }
      BOOST_TEST(known, route.method << " " << route.pattern);
    }
  }
  BOOST_TEST(routes >= 10);
}

BOOST_AUTO_TEST_CASE(guessing_ids_reveals_and_changes_nothing) {
  Casework desk;
  desk.open();
  Browser clerk = signedInAt(desk.service, "chen", "clerk", kNankang);
  Browser chief = signedInAt(desk.service, "zhou", "supervisor", kNankang);
  Browser unit = signedInAt(desk.service, "sun", "handler", "", kCommerce);
  for (const char* login : {"chen", "zhou", "sun"}) {
    Browser& browser = login[0] == 'c' ? clerk : login[0] == 'z' ? chief : unit;
    const std::int64_t id = desk.service.store().staff().findByLogin(login)->id;
    const std::size_t before = entriesOf(desk.service, id);
    for (const Guess& what : guesses()) {
      const Reply there = guess(browser, what, "1");
      BOOST_TEST(there.status >= 403, login << " " << what);
      BOOST_TEST(said(there) == said(guess(browser, what, "999999")), login << " " << what);
      BOOST_TEST(!tells(there), login << " " << what);
    }
    BOOST_TEST(entriesOf(desk.service, id) == before, login);
    BOOST_TEST(browser.post("/matters", newMatter("1")).status ==
               browser.post("/matters", newMatter("999999")).status);
  }
  BOOST_TEST(valueAt(desk.clerk.get("/matters/1"), "/revision") == "1");
  BOOST_TEST(valueAt(desk.clerk.get("/applicants/1"), "/revision") == "1");
}

BOOST_AUTO_TEST_CASE(no_filter_tells_of_another_countys_matters) {
  Casework desk;
  desk.open();
  const std::string reference = valueAt(desk.clerk.get("/matters/1"), "/reference");
  Browser other = signedInAt(desk.service, "chen", "clerk", kNankang);
  const auto same = [&](const std::string& path, const std::string& hit, const std::string& miss) {
    BOOST_TEST(other.get(path + hit).body == other.get(path + miss).body, path << hit);
  };
  for (const char* path : {"/matters", "/matters.csv"}) {
    same(path, "?q=" + reference, "?q=00000000");
    same(path, "?applicant=1", "?applicant=999999");
    same(path, "?county=360702&closed=true", "?county=360704&closed=true");
    same(path, std::string("?unit=") + kMarketRegulation, std::string("?unit=") + kCommerce);
    same(path, "?state=received", "?state=fulfilled");
    same(path, "?due=calm", "?due=overdue");
  }
  same("/applicants", "?q=%E7%94%B2", "?q=%E4%B8%99");
  same("/applicants", std::string("?q=") + kCreditCode, "?q=91360702MA35JXXT4G");
}

BOOST_AUTO_TEST_CASE(a_firm_served_elsewhere_is_not_named) {
  Casework desk;
  const std::string profile = R"({"district":"360702","credit_code":")" + std::string(kCreditCode) +
                              R"(","quality_awards":["china_quality_award"]})";
  desk.clerk.post("/matters",
                  newMatter(help(desk.clerk, helpedBody("乙公司", profile)).substr(12)));
  Browser other = signedInAt(desk.service, "chen", "clerk", kNankang);
  const std::string mine = help(other, helpedBody("乙公司", profile)).substr(12);
  const Reply taken = other.post("/matters", newMatter(mine));
  BOOST_TEST(refusalOf(taken) == "409 matter_open ");
  BOOST_TEST(bodyOf(taken).find("matter") == nullptr);
  const std::string reference = valueAt(desk.clerk.get("/matters/1"), "/reference");
  for (const std::string& value : {reference, std::string("360702"), std::string("wang")}) {
    BOOST_TEST(!holds(taken.text, value), value);
  }
}

BOOST_AUTO_TEST_CASE(withdrawal_ends_every_route_at_once) {
  BusyDesk desk;
  BOOST_TEST(tells(desk.handler.get("/matters/1")));
  BOOST_TEST(desk.clerk.del("/applicants/1/authorisation").status == 200);
  for (Browser* browser : {&desk.clerk, &desk.handler, &desk.supervisor}) {
    for (const Guess& what : guesses()) {
      const Reply reply = guess(*browser, what, "1");
      BOOST_TEST(!tells(reply), what);
      const bool only_shown = std::string(what.of) == "/matters/" && what.body.empty();
      if (!only_shown) BOOST_TEST(reply.status >= 403, what);
    }
    for (const char* path : {"/applicants", "/applicants?q=%E7%94%B2", "/matters?closed=true",
                             "/matters.csv?closed=true", "/matters.xlsx?closed=true"}) {
      BOOST_TEST(!tells(browser->get(path)), path);
    }
    BOOST_TEST(browser->post("/matters", newMatter("1")).status == 404);
  }
  BOOST_TEST(valueAt(desk.clerk.get("/matters/1"), "/state") == "withdrawn");
}

BOOST_DATA_TEST_CASE(an_expired_authorisation_is_over_for_the_first_request_too, guesses(), what) {
  BusyDesk desk;  // new each time: the first request may end what is over
  desk.service.moveClock(days(366));
  for (Browser* browser : {&desk.clerk, &desk.handler}) {
    const Reply reply = guess(*browser, what, "1");
    BOOST_TEST(!tells(reply));
    const bool only_shown = std::string(what.of) == "/matters/" && what.body.empty();
    if (!only_shown) BOOST_TEST(reply.status >= 403);
  }
}

BOOST_AUTO_TEST_CASE(lists_and_exports_do_not_open_expired_matters) {
  for (const char* path : {"/applicants", "/matters?closed=true", "/matters?applicant=1",
                           "/matters.csv?closed=true", "/matters.xlsx?closed=true"}) {
    BusyDesk desk;
    desk.service.moveClock(days(366));
    const Reply reply = desk.clerk.get(path);
    BOOST_TEST(reply.status == 200, path);
    BOOST_TEST(!tells(reply), path);
  }
}

BOOST_AUTO_TEST_CASE(an_authorisation_cannot_exclude_matters_while_one_is_open) {
  BusyDesk desk;
  const std::string narrower = authorisation("paper", false);
  BOOST_TEST(refusalOf(desk.clerk.put("/applicants/1/authorisation", narrower)) ==
             "409 matters_open /for_matters");
  BOOST_TEST(desk.clerk.post("/matters/1/steps", stepTo("withdrawn", 4)).status == 200);
  BOOST_TEST(desk.clerk.put("/applicants/1/authorisation", narrower).status == 200);
  BOOST_TEST(refusalOf(desk.clerk.post("/matters", newMatter("1"))) == "409 not_authorised ");
  // The unit is no longer authorised to see the applicant whom the window still helps.
  BOOST_TEST(valueAt(desk.handler.get("/matters/1"), "/profile") == "null");
  BOOST_TEST(valueAt(desk.handler.get("/matters/1"), "/contact") == "null");
  BOOST_TEST(desk.clerk.get("/applicants/1").status == 200);
}

BOOST_AUTO_TEST_CASE(no_route_is_served_to_another_site_host_or_open_way) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  const std::string session = "Cookie: " + admin.cookie + "\r\nX-CSRF-Token: " + admin.csrf +
                              "\r\nX-Forwarded-For: 192.0.2.1\r\nContent-Length: 0\r\n";
  const std::string https = "X-Forwarded-Proto: https\r\n";
  int routes = 0;
  for (const http::Route& route : service.router().routes()) {
    if (route.pattern.rfind(std::string(kHall) + "/", 0) != 0) continue;
    ++routes;
    std::string path = route.pattern;
    if (path.find("{id}") != std::string::npos) path.replace(path.find("{id}"), 4, "1");
    const auto asked = [&](const std::string& host, const std::string& more) {
      return http::test::exchange(service.port(), route.method + " " + path +
                                                      " HTTP/1.1\r\nHost: " + host + "\r\n" +
                                                      session + more + "Connection: close\r\n\r\n");
    };
    const std::string what = route.method + " " + route.pattern;
    BOOST_TEST(asked("evil.example", https).status == 421, what);
    BOOST_TEST(codeOf(asked("test", "")) == "open_transport", what);
    const Reply foreign = asked("test", https + "Origin: https://evil.example\r\n");
    BOOST_TEST(foreign.header("Access-Control-Allow-Origin") == "", what);
    BOOST_TEST(foreign.header("Access-Control-Allow-Credentials") == "", what);
    if (route.method != "GET") BOOST_TEST(codeOf(foreign) == "foreign_origin", what);
  }
  BOOST_TEST(routes >= 20);
  BOOST_TEST(admin.get("/session").status == 200);
}

BOOST_AUTO_TEST_CASE(of_simultaneous_openings_and_steps_one_succeeds) {
  Casework desk;
  constexpr int kRounds = 5;
  for (int round = 0; round < kRounds; ++round) {
    std::atomic<int> opened{0};
    std::atomic<int> moved{0};
    const auto both = [&](const auto& act) {
      std::thread other([&, browser = desk.supervisor]() mutable { act(browser); });
      act(desk.clerk);
      other.join();
    };
    both([&](Browser& browser) {
      const int status = browser.post("/matters", newMatter(desk.applicantId())).status;
      opened += status == 201 ? 1 : status == 409 ? 0 : 100;
    });
    BOOST_TEST(opened == 1);
    const std::string path = "/matters/" + std::to_string(round + 1);
    both([&](Browser& browser) {
      const int status = browser.post(path + "/steps", stepTo("withdrawn", 1)).status;
      moved += status == 200 ? 1 : status == 409 ? 0 : 100;
    });
    BOOST_TEST(moved == 1);
    BOOST_TEST(valueAt(desk.clerk.get(path), "/revision") == "2");
  }
}

BOOST_AUTO_TEST_CASE(a_withdrawal_wins_over_a_simultaneous_change) {
  BusyDesk desk;
  std::thread worker([&, browser = desk.supervisor]() mutable {
    for (int i = 0; i < 10; ++i) browser.post("/matters/1/notes", R"({"text":"secret late note"})");
  });
  desk.clerk.del("/applicants/1/authorisation");
  worker.join();
  BOOST_TEST(!tells(desk.supervisor.get("/matters/1")));
  BOOST_TEST(valueAt(desk.supervisor.get("/matters/1"), "/state") == "withdrawn");
}

BOOST_AUTO_TEST_CASE(the_trail_and_the_log_hold_no_value) {
  BusyDesk desk;
  desk.clerk.get("/matters?q=ABCD1234");
  desk.clerk.get("/matters.csv");
  desk.clerk.post("/matters/1/notes", R"({"text":7,"secret":1})");
  desk.clerk.put("/applicants/1", changedApplicant(1, kAwarded, "[]", "极密食品公司"));
  const std::string trail = desk.supervisor.get("/audit").text;
  BOOST_TEST(holds(trail, "\"noted\""));
  BOOST_TEST(holds(trail, "\"contact\"") == false);  // it did not change
  const std::string log = desk.service.log();
  for (const char* value :
       {"食品", "13800000000", "王经理", "secret", "china_quality_award", "ABCD1234"}) {
    BOOST_TEST(!holds(trail, value), value);
    BOOST_TEST(!holds(log, value), value);
  }
  // Another county's supervisor reads none of it, whatever they ask for.
  Browser other = signedInAt(desk.service, "zhou", "supervisor", kNankang);
  for (const std::string& query :
       {std::string(), std::string("?object=matter"), std::string("?object=applicant&id=1"),
        "?staff=" + std::to_string(desk.clerk_id)}) {
    const Reply reply = other.get("/audit" + query);
    for (const json::Value& entry : at(bodyOf(reply), "/entries").elements) {
      BOOST_TEST(textAt(entry, "/county") == kNankang, query);
    }
    BOOST_TEST(!holds(reply.body, "\"matter\""), query);
  }
  BOOST_TEST(other.get("/audit?county=360702").status == 400);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
