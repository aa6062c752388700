#include <chrono>
#include <string>

#include <boost/test/unit_test.hpp>

#include "desk/helped.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using policycalc::test::at;
using policycalc::test::textAt;
using std::chrono::minutes;

/// `id network began last_seen` of each session, with `*` for the current one.
std::string sessionsOf(const Browser& browser) {
  const json::Value body = bodyOf(browser.get("/sessions"));
  std::string all;
  for (const json::Value& one : at(body, "/sessions").elements) {
    const auto time = [&](const char* place) { return textAt(one, place).substr(11, 5); };
    all += textAt(one, "/id") + (at(one, "/current").boolean ? "*" : "") + " " +
           textAt(one, "/network") + " " + time("/began_at") + " " + time("/last_seen_at") + ";";
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(OwnSessionsOfStaff)

BOOST_AUTO_TEST_CASE(they_are_listed_with_where_and_when) {
  const live::LiveService service;
  employ(service, "li", "clerk");
  Browser here(service, "192.0.2.1");
  here.logIn("li");
  service.moveClock(minutes(5));
  Browser there(service, "2001:db8::7");
  there.logIn("li");
  signedIn(service, "handler");
  service.moveClock(minutes(2));
  BOOST_TEST(sessionsOf(here) == "1* 192.0.2.1 08:00 08:07;2 2001:db8::/64 08:05 08:05;");
  BOOST_TEST(sessionsOf(there) == "2* 2001:db8::/64 08:05 08:07;1 192.0.2.1 08:00 08:07;");
  const std::string told = here.get("/sessions").body;
  BOOST_TEST(told.find(here.csrf) == std::string::npos);
  BOOST_TEST(told.find(there.csrf) == std::string::npos);
  BOOST_TEST(Browser(service).get("/sessions").status == 401);
}

BOOST_AUTO_TEST_CASE(what_has_run_out_is_not_listed) {
  const live::LiveService service;
  employ(service, "li", "clerk");
  Browser here(service);
  here.logIn("li");
  Browser there(service);
  there.logIn("li");
  service.moveClock(minutes(29));
  BOOST_TEST(here.get("/session").status == 200);
  BOOST_TEST(at(bodyOf(here.get("/sessions")), "/sessions").elements.size() == 2U);
  service.moveClock(minutes(1));
  BOOST_TEST(at(bodyOf(here.get("/sessions")), "/sessions").elements.size() == 1U);
}

BOOST_AUTO_TEST_CASE(one_is_ended_and_no_other) {
  const live::LiveService service;
  employ(service, "li", "clerk");
  Browser here(service);
  here.logIn("li");
  Browser there(service);
  there.logIn("li");
  Browser third(service);
  third.logIn("li");
  BOOST_TEST(here.del("/sessions/2").status == 204);
  BOOST_TEST(there.get("/session").status == 401);
  BOOST_TEST(third.get("/session").status == 200);
  BOOST_TEST(refusalOf(here.del("/sessions/2")) == "404 no_session ");
  for (const std::string id : {"0", "-1", "01", "x", "99999999999999999999", "1%20OR%201=1"}) {
    BOOST_TEST(here.del("/sessions/" + id).status == 404, id);
  }
  BOOST_TEST(here.del("/sessions/1").status == 204);  // also the own one
  BOOST_TEST(here.get("/session").status == 401);
}

BOOST_AUTO_TEST_CASE(the_sessions_of_others_are_out_of_reach) {
  const live::LiveService service;
  Browser clerk = signedIn(service, "clerk");
  Browser admin = signedIn(service, "administrator");
  BOOST_TEST(refusalOf(admin.del("/sessions/1")) == "404 no_session ");
  BOOST_TEST(admin.del("/other-sessions").status == 204);
  BOOST_TEST(clerk.get("/session").status == 200);
}

BOOST_AUTO_TEST_CASE(all_others_are_ended_and_the_trail_is_told) {
  const live::LiveService service;
  const Browser admin = signedIn(service, "administrator");
  Browser here = signedInAt(service, "li", "clerk", kZhanggong);
  Browser there(service);
  there.logIn("li");
  BOOST_TEST(here.del("/other-sessions").status == 204);
  BOOST_TEST(here.get("/session").status == 200);
  BOOST_TEST(there.get("/session").status == 401);
  BOOST_TEST(here.del("/other-sessions").status == 204);
  const json::Value trail = bodyOf(admin.get("/audit?object=session&id=2"));
  BOOST_TEST(at(trail, "/entries").elements.size() == 3U);
  BOOST_TEST(textAt(trail, "/entries/0/action") == "logged_out_elsewhere");
  BOOST_TEST(textAt(trail, "/entries/0/county") == kZhanggong);
}

BOOST_AUTO_TEST_CASE(unsafe_requests_need_the_token_of_the_page) {
  const live::LiveService service;
  Browser clerk = signedIn(service, "clerk");
  clerk.csrf = "wrong";
  BOOST_TEST(codeOf(clerk.del("/sessions/1")) == "wrong_csrf");
  BOOST_TEST(codeOf(clerk.del("/other-sessions")) == "wrong_csrf");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
